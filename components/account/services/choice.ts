/* Which key a reader chooses for a service, and how its API is told so. */
import type { StepInput } from '@/lib/model/account.ts';
import { type Service, services } from '@/simulator/catalog/services.ts';
import type { ServiceName } from '@/simulator/index.ts';

export type KeyKind = 'awsManaged' | 'customerManaged' | 'default';

export interface KeyChoice {
  readonly kind: KeyKind;
  /** ARN of the customer managed key. */
  readonly keyArn: string;
  readonly bucketKey: boolean;
}

const defaults: Readonly<Record<Service['defaultEncryption'], string>> = {
  awsManaged: 'its AWS managed key',
  awsOwned: 'an AWS owned key',
  none: 'no encryption',
  serviceManaged: 'keys of the service’s own',
};

/** The kinds of keys that a service offers, each in words. */
export function kindsOf(name: ServiceName): readonly { readonly value: KeyKind; readonly label: string }[] {
  const service: Service = services[name];
  const { alias, defaultEncryption } = service;
  // What the API of Parameter Store does when it is told nothing is a plain String.
  const isPlain = name === 'parameterStore';
  const isAlways = defaultEncryption === 'awsManaged' && !isPlain;
  return [
    {
      value: 'default',
      label: isPlain
        ? 'String: no encryption'
        : isAlways
          ? `Default: AWS managed key, alias/${alias}`
          : `Default: ${defaults[defaultEncryption]}`,
    },
    ...(alias === null || isAlways
      ? []
      : [{ value: 'awsManaged' as const, label: `AWS managed key, alias/${alias}` }]),
    { value: 'customerManaged', label: 'Customer managed key' },
  ];
}

/** What the choice adds to the input of a verb. */
export function inputOf(name: ServiceName, { kind, keyArn, bucketKey }: KeyChoice): StepInput {
  const named = kind === 'customerManaged' ? { kmsKeyId: keyArn } : {};
  if (kind === 'default') return {};
  switch (name) {
    case 's3':
      return { encryption: 'aws:kms', ...named, ...(bucketKey && { bucketKey }) };
    case 'parameterStore':
      return { type: 'SecureString', ...named };
    default:
      return kind === 'awsManaged' ? { kms: true } : named;
  }
}
