/* Commands of the AWS CLI to the policies they carry: in an option, or in the here document of a file. */
import type { PolicyKind } from '@/simulator/index.ts';
import { Assumptions } from './assumptions.ts';
import type { Found, FoundPolicy } from './found.ts';
import { readJsonText } from './json-text.ts';
import { isPolicy } from './policy-value.ts';
import { shellCommands, type Word } from './shell-words.ts';
import { type ObjectValue, plainText } from './value.ts';

/** What a command's policy is attached to. Source: the AWS CLI Command Reference. */
const kinds: Readonly<Record<string, PolicyKind>> = {
  'kms put-key-policy': 'key',
  'kms create-key': 'key',
  'kms replicate-key': 'key',
  'iam create-policy': 'identity',
  'iam create-policy-version': 'identity',
  'iam put-role-policy': 'identity',
  'iam put-user-policy': 'identity',
  'iam put-group-policy': 'identity',
  'iam create-role': 'resource',
  'iam update-assume-role-policy': 'resource',
  'sts assume-role': 'session',
  'organizations create-policy': 'scp',
  'organizations update-policy': 'scp',
  'ec2 create-vpc-endpoint': 'endpoint',
  'ec2 modify-vpc-endpoint': 'endpoint',
};

/** Every policy in the words and here documents of a text of commands. */
export function readCommand(text: string): Found {
  const commands = shellCommands(text);
  const policies: FoundPolicy[] = [];
  for (const [position, { words, documents }] of commands.entries()) {
    // A file that is written first is read by the command that follows.
    const reader = commands.slice(position).find((command) => commandName(command.words) !== '');
    const name = commandName(reader?.words ?? []) || 'Policy';
    const read = (word: Word, path: string): void => {
      const policy = policyIn(word);
      const kind = isResourceControl(reader?.words ?? []) ? 'rcp' : kinds[name];
      if (policy)
        policies.push({ policy, kind, name, path, at: word.at, assumptions: new Assumptions(text) });
    };
    for (const [index, word] of words.entries()) {
      const option = plainText(words[index - 1]?.text);
      read(word, option?.startsWith('--') ? `aws ${name} ${option}` : name);
    }
    for (const document of documents) read(document, name);
  }
  return { policies, problems: [] };
}

function policyIn({ text }: Word): ObjectValue | null {
  const [first] = text.parts;
  if (typeof first !== 'string' || !first.trimStart().startsWith('{')) return null;
  const { value } = readJsonText(text);
  return isPolicy(value) ? value : null;
}

/** `kms put-key-policy`; empty for other commands. */
function commandName(words: readonly Word[]): string {
  const plain = words.map(({ text }) => plainText(text) ?? '');
  const start = plain.indexOf('aws');
  const rest = start < 0 ? [] : plain.slice(start + 1);
  const at = rest.findIndex(
    (word, index) => /^[a-z]/.test(word) && !(rest[index - 1] ?? '').startsWith('--'),
  );
  return at < 0 ? '' : rest.slice(at, at + 2).join(' ');
}

const isResourceControl = (words: readonly Word[]): boolean =>
  words.some(({ text }) => plainText(text) === 'RESOURCE_CONTROL_POLICY');
