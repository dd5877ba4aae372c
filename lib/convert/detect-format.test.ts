import { expect, test } from 'vitest';
import { detectFormat } from './detect-format.ts';

test.each([
  ['json', ' {"Version": "2012-10-17"}'],
  ['json', '\uFEFF[{"Effect": "Allow"}]'],
  ['json', '"{\\"Version\\": \\"2012-10-17\\"}"'],
  ['json', '{ "Version" '],
  ['terraform', 'resource "aws_kms_key" "a" {\n}'],
  ['terraform', '# a comment\n\ndata "aws_iam_policy_document" "a" {'],
  ['terraform', 'locals {\n  a = 1\n}'],
  ['terraform', '{\n  Version = "2012-10-17"\n}'],
  ['terraform', '[{ Effect = "Allow" }]'],
  ['terraform', 'policy = <<EOF\n{}\nEOF'],
  ['cloudformation-yaml', 'AWSTemplateFormatVersion: "2010-09-09"'],
  ['cloudformation-yaml', '- Sid: A\n  Effect: Allow'],
  ['cloudformation-json', '{"Resources": {"A": {"Type": "AWS::KMS::Key"}}}'],
  ['cli', 'aws kms put-key-policy --key-id a'],
  ['cli', '$ aws --region eu-west-1 iam create-policy'],
  ['cli', "cat > a.json <<'EOF'\n{}\nEOF\naws kms put-key-policy"],
  [null, ''],
  [null, 'Decrypt is denied to me'],
])('%s: %s', (format, text) => {
  expect(detectFormat(text)).toBe(format);
});
