import { RequestReader } from '../authorize/call.ts';
import { compileKey } from '../authorize/context-keys.ts';
import { actionNames, actions } from '../catalog/actions.ts';
import { actionSentences } from '../explain/actions.ts';
import { describeFinding, severityWords } from '../explain/findings.ts';
import {
  describeArn,
  describeCovered,
  describeKnownCaller,
  describeOperator,
  describeRequestValue,
  effectSentences,
  elementSentences,
  principalTypeSentences,
  unknownCaller,
  valueTypeWords,
} from '../explain/language.ts';
import { describePolicyPrincipal } from '../explain/policy-statement.ts';
import { actionsOfPattern } from '../findings/context.ts';
import type { Finding } from '../findings/types.ts';
import { parseArn } from '../match/arn.ts';
import { parseOperator } from '../policy/operators.ts';
import type { PrincipalType } from '../policy/types.ts';
import { keysOfAction } from './complete/actions.ts';
import { languageKey } from './condition-keys.ts';
import { type Leaf, leafAt } from './leaf.ts';
import { slotOf } from './slot.ts';
import { named, sentenceOf, statementAt } from './statement-sentence.ts';
import type { Hover, LanguageContext } from './types.ts';
import { callersOf } from './world.ts';

type Said = Omit<Hover, 'range'>;

/** What there is to say about a place: what stands there, and what was found there. */
export function hoverAt(
  text: string,
  offset: number,
  findings: readonly Finding[],
  context: LanguageContext,
): Hover | null {
  const leaf = leafAt(text, offset);
  const said = leaf && sayLeaf(leaf, text, context);
  const found = findings.filter(({ range }) => range.start <= offset && offset <= range.end);
  const problems = found.map((finding) => `${severityWords[finding.severity]}: ${describeFinding(finding)}`);
  if (leaf && said) {
    const range = { start: leaf.node.start, end: leaf.node.end };
    return { ...said, range, paragraphs: [...problems, ...said.paragraphs] };
  }
  const [first] = found;
  return first ? { range: first.range, title: '', paragraphs: problems } : null;
}

function sayLeaf(leaf: Leaf, text: string, context: LanguageContext): Said | null {
  const { value, start } = leaf.node;
  const slot = slotOf(leaf);
  const sentence = () => {
    const statement = statementAt(text, start, context.kind);
    return statement ? [sentenceOf(statement, context.kind)] : [];
  };
  switch (slot?.at) {
    case 'documentElement':
      return sayOf(value, elementSentences);
    case 'version':
      return sayOf('Version', elementSentences);
    case 'statementElement': {
      const said = sayOf(value, elementSentences);
      const speaksOfAll = /^(?:sid|effect)$/i.test(value);
      return said && speaksOfAll ? { ...said, paragraphs: [...sentence(), ...said.paragraphs] } : said;
    }
    case 'sid':
      return { title: value, paragraphs: sentence() };
    case 'effect': {
      const effect = value === 'Allow' || value === 'Deny' ? [effectSentences[value]] : [];
      return { title: value, paragraphs: [...sentence(), ...effect] };
    }
    case 'principalType':
      return sayOf(value, principalTypeSentences);
    case 'principal':
      return sayPrincipal(value === '*' ? '*' : 'AWS', value, context);
    case 'principalOfType':
      return sayPrincipal(principalType(slot.type), value, context);
    case 'action':
      return sayAction(value);
    case 'resource':
      return value === '*' ? { title: value, paragraphs: [elementSentences.Resource ?? ''] } : sayArn(value);
    case 'operator': {
      const operator = parseOperator(value);
      return operator && { title: value, paragraphs: [describeOperator(operator)] };
    }
    case 'conditionKey':
      return sayKey(value, context);
    case 'conditionValue':
      return sayArn(value) ?? sayKey(slot.key, context);
    default:
      return null;
  }
}

function sayOf(written: string, sentences: Readonly<Record<string, string>>): Said | null {
  const name = Object.keys(sentences).find((one) => one.toLowerCase() === written.toLowerCase());
  return name === undefined ? null : { title: name, paragraphs: [sentences[name] ?? ''] };
}

function principalType(written: string): PrincipalType {
  const types = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;
  return types.find((type) => type.toLowerCase() === written.toLowerCase()) ?? 'AWS';
}

function sayPrincipal(type: PrincipalType, value: string, context: LanguageContext): Said {
  const principal = named({ type: value === '*' ? '*' : type, value, range: { start: 0, end: 0 } });
  return { title: value, paragraphs: [describePolicyPrincipal(principal), ...inWorld(principal, context)] };
}

/** What the world knows of a user or role; nothing where it lists nobody. */
function inWorld({ caller, value }: ReturnType<typeof named>, context: LanguageContext): readonly string[] {
  const callers = callersOf(context);
  if (callers.length === 0 || (caller?.kind !== 'user' && caller?.kind !== 'role')) return [];
  const known = callers.find(({ arn }) => arn === value);
  return known
    ? [describeKnownCaller(known.identityPolicies?.length ?? 0, known.tags ?? {})]
    : [unknownCaller];
}

function sayAction(value: string): Said {
  const name = actionNames.find((one) => `kms:${one}`.toLowerCase() === value.toLowerCase());
  if (name === undefined) {
    return { title: value, paragraphs: [describeCovered(actionsOfPattern(value))] };
  }
  const kinds = keysOfAction(name);
  return {
    title: `kms:${name}`,
    paragraphs: [
      actionSentences[name],
      `Access level: ${actions[name].level}.${kinds && ` Kinds of keys: ${kinds}.`}`,
    ],
    link: `/reference/actions/${name}`,
  };
}

function sayKey(written: string, { request, environment }: LanguageContext): Said | null {
  const key = languageKey(written);
  if (key === null) return null;
  const call = request ? new RequestReader(environment ?? {}).read(request) : null;
  const now =
    call === null || typeof call === 'string' ? [] : [describeRequestValue(compileKey(written)(call))];
  const many = key.multivalued ? ' Several values: use ForAnyValue or ForAllValues.' : '';
  return {
    title: written,
    paragraphs: [key.sentence, `Type: ${valueTypeWords[key.type]}.${many}`, ...now],
    link: `/reference/conditions/${key.name.replace(/[:/]$/, '')}`,
  };
}

function sayArn(value: string): Said | null {
  const arn = parseArn(value);
  return arn && { title: value, paragraphs: [describeArn(arn)] };
}
