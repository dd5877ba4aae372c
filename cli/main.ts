import { authorize } from './authorize.ts';
import { check } from './check.ts';
import { diff } from './diff.ts';
import { serve } from './serve.ts';

const usage = `Usage: npm run -s kms -- COMMAND

  authorize   reads cases from standard input, one JSON object a line, and prints
              one JSON line for each: id, verdict, message, reasons
  check POLICY.json… [--kind key] [--format json|text|sarif|github]
        [--off CODE] [--severity CODE=LEVEL] [--ignore FILE]
        [--world WORLD.json] [--author ARN] [--key-arn ARN] [--key-spec SPEC]
              tells what is wrong in policies, where, and how to mend it; a file may be JSON,
              Terraform, CloudFormation or a command of the AWS CLI, - is standard input. --off leaves a finding out, --severity gives it another
              level, FILE lists what is accepted; WORLD.json, ARN and SPEC tell about the
              key, who is there, and who is about to save the policy. Exit code 1 when
              there are errors, 2 when something could not be read
  diff BEFORE.json AFTER.json [--world W.json]
              tells who gains and who loses access between two key policies; exit
              code 1 when somebody gains. W.json says who is there: callers, key, grants
  serve [--port 8443] [--world FILE]
              an AWS-compatible KMS endpoint on 127.0.0.1, for SDKs and the AWS CLI;
              FILE keeps its world. More: --region, --account, --host
`;

type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = {
  authorize: () => authorize(process.stdin, process.stdout),
  check: (args) => check(args, process.stdin, process.stdout, process.stderr),
  diff: (args) => diff(args, process.stdout, process.stderr),
  serve: (args) => serve(args, process.stdout, process.stderr),
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) {
  process.exitCode = await command(args);
} else if (name === '' || name === 'help' || name === '--help') {
  process.stdout.write(usage);
} else {
  process.stderr.write(`kms: there is no command "${name}".\n\n${usage}`);
  process.exitCode = 2;
}
