import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { policyArbitrary } from '../testing/policies.ts';
import { exportPolicy } from './export-policy.ts';

const keyArn = 'arn:aws:kms:eu-west-1:111122223333:key/1234';

/** Runs a script in a folder of its own, with a command `aws` that tells its arguments and the file it is given. */
function run(script: string): { readonly args: readonly string[]; readonly policy: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'kms-command-'));
  const aws = `aws() {
    for word in "$@"; do
      printf '%s\\0' "$word"
      case "$word" in file://*) file="\${word#file://}" ;; esac
    done
    cat "$file"
  }\n`;
  try {
    const output = execFileSync('bash', ['-eu', '-c', aws + script], { cwd: folder, encoding: 'utf8' });
    const words = output.split('\0');
    return { args: words.slice(0, -1), policy: words.at(-1) ?? '' };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('bash hands the policy to the command as it is', () => {
  fc.assert(
    fc.property(policyArbitrary, ({ kind, text }) => {
      const written = exportPolicy(text, 'cli-bash', { kind, known: { keyArn } });
      if (!written.ok) throw new Error(JSON.stringify(written.problems));
      const { args, policy } = run(written.text);
      expect(JSON.parse(policy)).toEqual(JSON.parse(text));
      expect(policy).toMatch(/^[\n -~]*$/);
      expect(args.slice(0, 2)).toEqual(kind === 'key' ? ['kms', 'put-key-policy'] : ['iam', 'create-policy']);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test('options that need quotes get them', () => {
  const awkward = 'it\'s $(touch x) `y` "z"';
  const written = exportPolicy('{"Statement":[]}', 'cli-bash', { kind: 'key', known: { keyArn: awkward } });
  expect(written.ok && run(written.text).args[3]).toBe(awkward);
});

test('no line of a PowerShell here-string can end it early, and all of it is ASCII', () => {
  fc.assert(
    fc.property(policyArbitrary, ({ kind, text }) => {
      const written = exportPolicy(text, 'cli-powershell', { kind, known: { keyArn } });
      if (!written.ok) throw new Error(JSON.stringify(written.problems));
      const [, inside = ''] = /^\$policy = @'\n([\s\S]*?)\n'@/.exec(written.text) ?? [];
      expect(JSON.parse(inside)).toEqual(JSON.parse(text));
      expect(written.text).toMatch(/^[\n -~]*$/);
    }),
    { numRuns: 60 },
  );
});
