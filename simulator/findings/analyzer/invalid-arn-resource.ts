import { arnRule, hit, withPart } from './shared/arn-rule.ts';

export const invalidArnResource = arnRule('INVALID_ARN_RESOURCE', (arn) => {
  const { service, resource } = arn;
  if (service !== 'kms') return null;
  const literal = resource.split(/[*?]|\$\{/)[0] ?? '';
  const possible = ['key/', 'alias/'].some((start) =>
    literal === resource || literal.length >= start.length
      ? literal.startsWith(start) && resource.length > start.length
      : start.startsWith(literal),
  );
  if (possible) return null;
  const isKeyId = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(resource);
  return hit(arn, { resource }, isKeyId ? withPart(arn, 'resource', `key/${resource}`) : []);
});
