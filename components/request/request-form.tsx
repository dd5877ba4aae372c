'use client';
import { CopyButton } from '@/components/decision/copy-button.tsx';
import type { RequestForm as Request } from '@/lib/model/playground.ts';
import type { RequestProblems } from '@/lib/model/request-form.ts';
import { actionNames } from '@/simulator/catalog/actions.ts';
import { CallerField } from './caller-field.tsx';
import { cliCommand } from './cli-command.ts';
import { Field } from './field.tsx';
import { PairRows } from './pair-rows.tsx';
import styles from './request-form.module.css';

interface RequestFormProps {
  readonly request: Request;
  readonly problems: RequestProblems;
  readonly callers: readonly { readonly arn: string; readonly name: string }[];
  /** Ways to name the key. */
  readonly resources: readonly string[];
  readonly region: string;
  readonly onChange: (change: Partial<Request>) => void;
}

const actions = actionNames.map((name) => `kms:${name}`);
const services = ['s3', 'secretsmanager', 'ec2', 'rds', 'dynamodb', 'lambda', 'sqs', 'sns', 'ssm'];

/** The question put to the policies: who does what to which key, and what the request carries. */
export function RequestForm({ request, problems, callers, resources, region, onChange }: RequestFormProps) {
  const hasMore = request.context.length > 0 || request.sourceIp !== '' || request.vpcEndpoint !== '';
  return (
    <form className={styles.form} aria-label="Request" onSubmit={(event) => event.preventDefault()}>
      <CallerField
        value={request.principal}
        known={callers}
        problem={problems.principal}
        onChange={(principal) => onChange({ principal })}
      />
      <Field
        label="Does what"
        value={request.action}
        onChange={(action) => onChange({ action })}
        problem={problems.action}
        suggestions={actions}
      />
      <Field
        label="To which key"
        value={request.resource}
        onChange={(resource) => onChange({ resource })}
        problem={problems.resource}
        suggestions={resources}
      />
      <Field
        label="Through a service"
        placeholder="none: a direct call"
        value={request.viaService}
        onChange={(viaService) => onChange({ viaService })}
        problem={problems.viaService}
        suggestions={services.map((service) => `${service}.${region}.amazonaws.com`)}
      />
      <PairRows
        legend="Encryption context"
        addLabel="+ Add a pair"
        pairs={request.encryptionContext}
        onChange={(encryptionContext) => onChange({ encryptionContext })}
      />
      <details className={styles.more} open={hasMore || undefined}>
        <summary>Network and other condition keys</summary>
        <Field
          label="Source IP"
          placeholder="203.0.113.7"
          value={request.sourceIp}
          onChange={(sourceIp) => onChange({ sourceIp })}
          problem={problems.sourceIp}
        />
        <Field
          label="VPC endpoint"
          placeholder="vpce-1a2b3c4d"
          value={request.vpcEndpoint}
          onChange={(vpcEndpoint) => onChange({ vpcEndpoint })}
          problem={problems.vpcEndpoint}
        />
        <PairRows
          legend="Condition keys"
          addLabel="+ Add a condition key"
          pairs={request.context}
          onChange={(context) => onChange({ context })}
        />
      </details>
      <Command request={request} />
    </form>
  );
}

function Command({ request }: { request: Request }) {
  const command = cliCommand(request);
  return (
    <figure className={styles.command}>
      <figcaption className={styles.commandHead}>
        The same with the AWS CLI
        {command && <CopyButton text={command} label="Copy the command" />}
      </figcaption>
      {command ? (
        <pre className={styles.code}>{command}</pre>
      ) : (
        <p className={styles.none}>None: an AWS service makes this call, or it is no call to KMS.</p>
      )}
    </figure>
  );
}
