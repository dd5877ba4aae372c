/*
 * A policy as the commands that put it in place. The policy goes through a file: in a quoted here document
 * no shell touches it, and no command line has to carry quotes, which Windows PowerShell loses.
 */
import type { PolicyKind } from '@/simulator/index.ts';
import { shellWord } from '../shell-word.ts';
import { asciiJson } from './json.ts';
import type { ExportNote, Writable, Written } from './types.ts';

/** Source: the AWS CLI Command Reference. Words in capitals are for the reader to fill in. */
interface Target {
  readonly command: string;
  readonly options: readonly (readonly [option: string, value: string])[];
  readonly policyOption: string;
}

const createPolicy: Target = {
  command: 'iam create-policy',
  options: [['--policy-name', 'POLICY_NAME']],
  policyOption: '--policy-document',
};

const organizations = (type: string): Target => ({
  command: 'organizations create-policy',
  options: [
    ['--type', type],
    ['--name', 'POLICY_NAME'],
    ['--description', 'DESCRIPTION'],
  ],
  policyOption: '--content',
});

const targets: Partial<Record<PolicyKind, Target>> = {
  key: {
    command: 'kms put-key-policy',
    options: [
      ['--key-id', 'KEY_ID'],
      ['--policy-name', 'default'],
    ],
    policyOption: '--policy',
  },
  identity: createPolicy,
  boundary: createPolicy,
  session: {
    command: 'sts assume-role',
    options: [
      ['--role-arn', 'ROLE_ARN'],
      ['--role-session-name', 'SESSION_NAME'],
    ],
    policyOption: '--policy',
  },
  scp: organizations('SERVICE_CONTROL_POLICY'),
  rcp: organizations('RESOURCE_CONTROL_POLICY'),
  endpoint: {
    command: 'ec2 modify-vpc-endpoint',
    options: [['--vpc-endpoint-id', 'VPC_ENDPOINT_ID']],
    policyOption: '--policy-document',
  },
};

/** The commands for a shell. */
export function writeCommand(writable: Writable, shell: 'bash' | 'powershell'): Written {
  const { kind, known, policy } = writable;
  const target = targets[kind];
  if (!target) {
    return { ok: false, problems: [{ code: 'KIND_NOT_SUPPORTED', data: { kind, format: 'the AWS CLI' } }] };
  }
  const file = `${kind}-policy.json`;
  const region = kind === 'key' ? known.keyArn?.split(':')[3] : undefined;
  const options: (readonly [string, string])[] = [
    ...target.options.map(
      ([option, value]) => [option, (value === 'KEY_ID' && known.keyArn) || value] as const,
    ),
    [target.policyOption, `file://${file}`],
    ...(region ? [['--region', region] as const] : []),
  ];
  const notes = options
    .filter(
      ([, value]) => /^[A-Z]+(?:_[A-Z]+)+$|^DESCRIPTION$/.test(value) && !/_CONTROL_POLICY$/.test(value),
    )
    .map(([, value]): ExportNote => ({ code: 'FILL_IN', data: { what: value } }));
  const json = asciiJson(policy);
  const text =
    shell === 'bash'
      ? bash(target.command, options, file, json)
      : powershell(target.command, options, file, json);
  return { ok: true, text, notes };
}

type Options = readonly (readonly [option: string, value: string])[];

function bash(command: string, options: Options, file: string, json: string): string {
  const words = options.map(([option, value]) => `${option} ${shellWord(value)}`);
  // No line of the JSON can be the mark: each begins with a space, a quote or a brace.
  return `cat > ${file} <<'POLICY'\n${json}\nPOLICY\n${[`aws ${command}`, ...words].join(' \\\n  ')}\n`;
}

function powershell(command: string, options: Options, file: string, json: string): string {
  const words = options.map(([option, value]) => `${option} '${value.replaceAll("'", "''")}'`);
  const write = `[IO.File]::WriteAllText((Join-Path $PWD.Path '${file}'), $policy)`;
  return `$policy = @'\n${json}\n'@\n${write}\n${[`aws ${command}`, ...words].join(' `\n  ')}\n`;
}
