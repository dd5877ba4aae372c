// The policy check: how long it and the parser take by size, and which of its rules take longest.
import { checkPolicy, findingCatalog, parsePolicy } from '@/simulator/index.ts';
import { milliseconds, quantile } from './statistics.ts';

const account = '111122223333';

/** A policy of about so many kilobytes, with the statements of a team each; the mistake in each is one that people make. */
function policyOf(kilobytes: number): string {
  const statements: object[] = [
    {
      Sid: 'Enable IAM User Permissions',
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  ];
  const print = () => JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2);
  let text = print();
  for (let team = 1; text.length < kilobytes * 1024; team += 1) {
    statements.push({
      Sid: `Team${team}`,
      Effect: 'Allow',
      Principal: {
        AWS: [`arn:aws:iam::${account}:role/team-${team}`, `arn:aws:iam::${account}:user/u-${team}`],
      },
      Action: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      Resource: '*',
      Condition: {
        StringEquals: {
          'kms:ViaService': ['s3.eu-central-1.amazonaws.com', 'sqs.eu-central-1.amazonaws.com'],
          'kms:EncryptionContext:team': `team-${team}`,
        },
        ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/team-${team}*` },
      },
    });
    text = print();
  }
  return text;
}

const warming = 20;
const runs = 41;

/** Processor time of each run, in milliseconds: what else the machine does is not counted. */
function times(work: () => unknown): number[] {
  const found: number[] = [];
  for (let run = -warming; run < runs; run += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    if (run >= 0) found.push((user + system) / 1000);
  }
  return found;
}

for (const kilobytes of [4, 16, 32]) {
  const text = policyOf(kilobytes);
  const size = `${kilobytes} KB`.padEnd(6);
  console.log(`  ${size} checkPolicy  ${milliseconds(times(() => checkPolicy(text, { kind: 'key' })))}`);
  console.log(`  ${size} parsePolicy  ${milliseconds(times(() => parsePolicy(text, 'key')))}`);
}

const text = policyOf(32);
const codes = findingCatalog.map(({ code }) => code);
const without = (code: string) => codes.filter((other) => other !== code);
const nothing = quantile(
  times(() => checkPolicy(text, { kind: 'key', disabled: codes })),
  0.5,
);
const slowest = findingCatalog
  .filter(({ kinds }) => kinds.includes('key'))
  .map(({ code }) => ({
    code,
    time:
      quantile(
        times(() => checkPolicy(text, { kind: 'key', disabled: without(code) })),
        0.5,
      ) - nothing,
  }))
  .sort((a, b) => b.time - a.time)
  .slice(0, 5);
console.log('  the slowest rules on 32 KB:');
for (const { code, time } of slowest) console.log(`    ${code.padEnd(40)} ${time.toFixed(2)} ms median`);
