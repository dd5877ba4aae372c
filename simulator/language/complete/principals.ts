/* Who a statement can speak of: what the world knows, and AWS services. */
import { servicePrincipalName, servicePrincipals } from '../../catalog/service-principals.ts';
import { describePolicyPrincipal } from '../../explain/policy-statement.ts';
import { parseCaller } from '../../match/caller.ts';
import type { Completion } from '../types.ts';
import { exampleAccount, exampleRegion, homeOf, knownPrincipals } from '../world.ts';
import { type Entry, type Scene, snippetItem, stringItem } from './item.ts';

const services = Object.keys(servicePrincipals) as readonly (keyof typeof servicePrincipals)[];

/** Service principals in full, each with what it is called. */
export function servicePrincipalItems(scene: Scene): readonly Completion[] {
  const region = homeOf(scene.context).region ?? exampleRegion;
  return services.map((service) =>
    stringItem(scene, {
      label: servicePrincipalName(service, region),
      kind: 'principal',
      detail: servicePrincipals[service].name,
      documentation: describePolicyPrincipal({
        type: 'Service',
        value: service,
        caller: null,
        range: { start: 0, end: 0 },
      }),
    }),
  );
}

/** ARNs of identities and accounts as values, with who they are. */
export function principalArnItems(scene: Scene): readonly Completion[] {
  return knownPrincipals(scene.context).map((value, rank) => {
    const caller = parseCaller(value);
    return stringItem(scene, {
      label: value,
      kind: 'principal',
      detail: caller?.kind === 'root' ? 'the account' : (caller?.kind ?? ''),
      documentation: describePolicyPrincipal({ type: 'AWS', value, caller, range: { start: 0, end: 0 } }),
      rank,
    });
  });
}

/** Values of a type inside a Principal. */
export function principalItems(scene: Scene, type: string): readonly Completion[] {
  switch (type.toLowerCase()) {
    case 'service':
      return servicePrincipalItems(scene);
    case 'aws':
      return [...principalArnItems(scene), ...forms(scene)];
    default:
      return [];
  }
}

/** The forms that a principal's ARN can have, with placeholders. */
function forms(scene: Scene): readonly Completion[] {
  const { partition, account } = homeOf(scene.context);
  const id = `\${1:${account ?? exampleAccount}}`;
  const form = (label: string, snippet: string, rank: number): readonly [Entry, string] => [
    { label, kind: 'principal', detail: 'form', rank },
    `"${snippet}"`,
  ];
  return [
    form('arn:…:role/…', `arn:${partition}:iam::${id}:role/\${2:name}`, 100),
    form('arn:…:user/…', `arn:${partition}:iam::${id}:user/\${2:name}`, 101),
    form('arn:…:root', `arn:${partition}:iam::${id}:root`, 102),
    form('arn:…:assumed-role/…', `arn:${partition}:sts::${id}:assumed-role/\${2:role}/\${3:session}`, 103),
  ].map(([entry, snippet]) => ({
    ...snippetItem(scene, entry, snippet),
    filter: `${scene.place.quoted ? '"' : ''}${snippet.slice(1, -1).replace(/\$\{\d:([^}]*)\}/g, '$1')}`,
  }));
}
