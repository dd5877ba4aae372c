/*
 * A policy as CDK in TypeScript: PolicyStatement by PolicyStatement where these can say it, and otherwise as
 * plain data for the resource below the construct, which takes any policy.
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_iam.PolicyStatement.html
 */
import type { PolicyKind } from '@/simulator/index.ts';
import type { Text } from '../value.ts';
import { cdkStatements } from './cdk-statements.ts';
import { hasPlainStrings } from './strings.ts';
import type { Reference, Writable, Written } from './types.ts';
import { typescript } from './typescript.ts';

interface Target {
  /** Takes a PolicyDocument; absent where only the resource below takes a policy. */
  readonly construct?: { readonly module: string; readonly name: string; readonly property: string };
  readonly resource: {
    readonly module: string;
    readonly name: string;
    readonly property: string;
    readonly others: string;
  };
}

const managedPolicy: Target = {
  construct: { module: 'iam', name: 'ManagedPolicy', property: 'document' },
  resource: { module: 'iam', name: 'CfnManagedPolicy', property: 'policyDocument', others: '' },
};

const organizations = (type: string): Target => ({
  resource: {
    module: 'organizations',
    name: 'CfnPolicy',
    property: 'content',
    others: `      name: 'kms-playground',\n      type: '${type}',\n`,
  },
});

const targets: Partial<Record<PolicyKind, Target>> = {
  key: {
    construct: { module: 'kms', name: 'Key', property: 'policy' },
    resource: { module: 'kms', name: 'CfnKey', property: 'keyPolicy', others: '' },
  },
  identity: managedPolicy,
  boundary: managedPolicy,
  scp: organizations('SERVICE_CONTROL_POLICY'),
  rcp: organizations('RESOURCE_CONTROL_POLICY'),
};

const references: Readonly<Record<Reference, string>> = {
  account: 'Aws.ACCOUNT_ID',
  region: 'Aws.REGION',
  partition: 'Aws.PARTITION',
};

/** A stack with the policy and the resource that has it. */
export function writeCdk(writable: Writable): Written {
  const { kind, policy } = writable;
  const target = targets[kind];
  if (!target)
    return { ok: false, problems: [{ code: 'KIND_NOT_SUPPORTED', data: { kind, format: 'CDK' } }] };
  const plain = hasPlainStrings(policy);
  if (!plain.ok) return plain;
  const print = typescript(expressionOf);
  const statements = target.construct && cdkStatements(policy, kind, print);
  const stack = (modules: readonly string[], body: string) => stackOf(modules, body, writable);
  if (target.construct && statements?.ok) {
    const { module, name, property } = target.construct;
    const body = [
      '    const document = new iam.PolicyDocument({',
      `      statements: [\n${statements.text}      ],`,
      '    });',
      `    new ${module}.${name}(this, '${name}', { ${property === 'document' ? 'document' : `${property}: document`} });`,
    ].join('\n');
    return { ok: true, text: stack([...new Set(['iam', module])].sort(), body), notes: [] };
  }
  const { module, name, property, others } = target.resource;
  const body = `    new ${module}.${name}(this, '${name.replace('Cfn', '')}', {\n${others}      ${property}: ${print(policy, '      ')},\n    });`;
  const because = statements && !statements.ok ? statements.because : undefined;
  return {
    ok: true,
    text: stack([module], body),
    notes: because ? [{ code: 'WRITTEN_AS_RESOURCE', data: { because, resource: `${module}.${name}` } }] : [],
  };
}

function expressionOf(parts: Text['parts']): readonly { readonly text?: string; readonly code?: string }[] {
  return parts.map((part) =>
    typeof part === 'string'
      ? { text: part }
      : { code: part.type === 'unknown' ? references[part.expression as Reference] : '' },
  );
}

function stackOf(modules: readonly string[], body: string, { references: used }: Writable): string {
  const imports = [
    `import { ${used.size > 0 ? 'Aws, ' : ''}Stack, type StackProps } from 'aws-cdk-lib';`,
    ...modules.map((name) => `import * as ${name} from 'aws-cdk-lib/aws-${name}';`),
    `import type { Construct } from 'constructs';`,
  ];
  return `${imports.join('\n')}

export class PolicyStack extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

${body}
  }
}
`;
}
