import { services } from '../../catalog/services.ts';
import { viaServices } from '../../catalog/via-services.ts';
import { markWildcards, matchesPattern } from '../../match/wildcard.ts';
import type { Located } from '../../policy/types.ts';
import { isPositive } from '../conditions.ts';
import { type ClauseView, labelOf } from '../context.ts';
import { fixByReplacing } from '../fix.ts';
import { allKinds } from '../kinds.ts';
import type { Fix, Rule } from '../types.ts';

type Reason = 'form' | 'noRegion' | 'otherRegion' | 'pattern' | 'service' | 'suffix';

interface Defect {
  readonly reason: Reason;
  /** What is plainly meant. */
  readonly better?: string;
}

/** Names that services go by elsewhere: `ebs` and `efs` are `ec2` and `elasticfilesystem` here. */
const otherNames = new Map<string, string>();
for (const [id, { alias, viaService }] of Object.entries(services)) {
  const [name] = viaService;
  if (name === undefined) continue;
  for (const other of [id.toLowerCase(), alias?.slice('aws/'.length)]) {
    if (other !== undefined && !viaServices.includes(other)) otherNames.set(other, name);
  }
}

const exampleRegions = ['us-east-1', 'eu-central-1', 'ap-southeast-2', 'us-gov-west-1', 'cn-north-1'];
const regionForm = /^[a-z]{2,3}(-[a-z]+)+-\d$/;

/** kms:ViaService is `service.region.amazonaws.com`, in the key's own Region; nothing else ever fits. */
export const kmsViaServiceValue = {
  code: 'KMS_VIA_SERVICE_VALUE',
  kinds: allKinds,
  severity: 'error',
  *find({ statements, region }) {
    for (const { clauses, statement } of statements) {
      for (const view of clauses) {
        if (view.key !== 'kms:viaservice' || view.operator?.row.type !== 'String') continue;
        for (const value of view.clause.values) {
          const defect = defectOf(value.value, view) ?? foreign(value.value, view, region);
          if (defect === null) continue;
          yield {
            range: value.range,
            // Services come; the list of them may be older than the policy.
            severity: defect.reason === 'service' || defect.reason === 'pattern' ? 'warning' : 'error',
            data: {
              value: value.value,
              reason: defect.reason,
              region: region ?? '',
              statement: labelOf(statement),
            },
            fixes: fix(value, defect),
          };
        }
      }
    }
  },
} as const satisfies Rule;

function fix(value: Located<string>, { better }: Defect): readonly Fix[] {
  return better === undefined ? [] : fixByReplacing(value, better);
}

function defectOf(value: string, { operator }: ClauseView): Defect | null {
  // A variable can stand for any text.
  const pattern = value.replace(/\$\{[^}]*\}/g, '*');
  if (pattern !== value || /[*?]/.test(value)) {
    // Without Like the wildcards are characters; another finding tells.
    if (pattern === value && operator?.row.wildcards !== true) return null;
    const marked = markWildcards(pattern);
    const fits = viaServices.some((service) =>
      exampleRegions.some((region) => matchesPattern(marked, `${service}.${region}.amazonaws.com`)),
    );
    return fits || namesRegion(pattern) ? null : { reason: 'pattern' };
  }
  if (value !== value.toLowerCase() && operator?.row.ignoreCase !== true) {
    return { reason: 'form', better: value.toLowerCase() };
  }
  if (value.endsWith('.amazonaws.com.cn')) return { reason: 'suffix', better: value.slice(0, -'.cn'.length) };
  const [service = '', region = '', ...rest] = value.split('.');
  if (region === 'amazonaws' && rest.join('.') === 'com') return { reason: 'noRegion' };
  if (rest.join('.') !== 'amazonaws.com' || !regionForm.test(region)) return { reason: 'form' };
  if (viaServices.includes(service.toLowerCase())) return null;
  const meant = otherNames.get(service);
  return { reason: 'service', ...(meant !== undefined && { better: `${meant}.${region}.amazonaws.com` }) };
}

/** A pattern with a Region that is not among the examples. */
function namesRegion(pattern: string): boolean {
  const region = pattern.split('.')[1] ?? '';
  return regionForm.test(region) && pattern.endsWith('.amazonaws.com');
}

/** Services call KMS in their own Region. Values for other Regions are no harm beside one for the key's. */
function foreign(value: string, view: ClauseView, region: string | null): Defect | null {
  if (region === null || !isPositive(view) || /[*?$]/.test(value)) return null;
  const inRegion = (one: string) => one.includes(`.${region}.`) || /[*?$]/.test(one);
  if (view.values.some(inRegion)) return null;
  const [service = ''] = value.split('.');
  return { reason: 'otherRegion', better: `${service}.${region}.amazonaws.com` };
}
