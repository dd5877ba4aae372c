'use client';
import { memo } from 'react';
import { CopyButton } from '@/components/decision/copy-button.tsx';
import { Button } from '@/components/ui/button.tsx';
import type { Identity, Pair, RequestForm as Request } from '@/lib/model/playground.ts';
import type { RequestProblems } from '@/lib/model/request-form.ts';
import { actionNames } from '@/simulator/catalog/actions.ts';
import type { KeyFacts } from '@/simulator/index.ts';
import { CallerField } from './caller-field.tsx';
import { cliCommand } from './cli-command.ts';
import { Field } from './field.tsx';
import { PairRows } from './pair-rows.tsx';
import styles from './request-form.module.css';

interface RequestFormProps {
  readonly request: Request;
  readonly problems: RequestProblems;
  readonly callers: readonly Identity[];
  readonly keys: readonly KeyFacts[];
  readonly onPaste: () => void;
  readonly onChange: (change: Partial<Request>) => void;
  /** The tags of a caller that the world knows. */
  readonly onCallerTags: (principal: string, tags: readonly Pair[]) => void;
}

const actions = actionNames.map((name) => `kms:${name}`);
const services = ['s3', 'secretsmanager', 'ec2', 'rds', 'dynamodb', 'lambda', 'sqs', 'sns', 'ssm'];

/** The question put to the policies: who does what to which key, and what the request carries. */
export const RequestForm = memo(function RequestForm(props: RequestFormProps) {
  const { request, problems, callers, keys, onPaste, onChange, onCallerTags } = props;
  const caller = callers.find(({ arn }) => arn === request.principal);
  const region = (keys.find(({ arn }) => arn === request.key) ?? keys[0])?.arn?.split(':')[3] ?? '';
  const hasSecond = secondKeyActions.has(request.action);
  return (
    <form className={styles.form} aria-label="Request" onSubmit={(event) => event.preventDefault()}>
      <Button className={styles.paste} onClick={onPaste}>
        Paste an error or an event
      </Button>
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
      {keys.length > 1 && (
        <label className={styles.field}>
          <span className={styles.label}>Key</span>
          <select
            className={styles.input}
            value={request.key}
            onChange={(event) => onChange({ key: event.target.value, resource: event.target.value })}
          >
            {keys.map(({ arn = '', aliases = [] }) => (
              <option key={arn} value={arn}>
                {aliases[0] ?? arn.split('/').at(-1)}
              </option>
            ))}
          </select>
        </label>
      )}
      <Field
        label="To which key"
        value={request.resource}
        onChange={(resource) => onChange({ resource })}
        problem={problems.resource}
        suggestions={waysToName(keys)}
      />
      {(hasSecond || request.secondResource !== '') && (
        <Field
          label={request.action === 'kms:UpdateAlias' ? 'New target of the alias' : 'The other key'}
          value={request.secondResource}
          onChange={(secondResource) => onChange({ secondResource })}
          problem={problems.secondResource}
          suggestions={waysToName(keys)}
        />
      )}
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
      <details className={styles.more} open={hasMore(request) || caller?.tags !== undefined || undefined}>
        <summary>Network, sign-in, tags and other condition keys</summary>
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
        <label className={styles.field}>
          <span className={styles.label}>Signed in with MFA</span>
          <select
            className={styles.input}
            value={request.mfa}
            onChange={(event) => onChange({ mfa: mfaOf(event.target.value) })}
          >
            <option value="">the request does not tell</option>
            <option value="true">yes</option>
            <option value="false">no</option>
          </select>
        </label>
        <Field
          label="Time"
          placeholder="2026-03-01T12:00:00Z"
          value={request.time}
          onChange={(time) => onChange({ time })}
          problem={problems.time}
        />
        <Field
          label="Grant tokens"
          placeholder="none"
          value={request.grantTokens}
          onChange={(grantTokens) => onChange({ grantTokens })}
        />
        {(request.action === 'kms:RetireGrant' || request.grantId !== '') && (
          <Field label="Grant id" value={request.grantId} onChange={(grantId) => onChange({ grantId })} />
        )}
        {caller && (
          <PairRows
            legend="Tags of the caller"
            addLabel="+ Add a tag"
            pairs={Object.entries(caller.tags ?? {}).map(([key, value]) => ({ key, value }))}
            onChange={(tags) => onCallerTags(caller.arn, tags)}
          />
        )}
        <PairRows
          legend="Tags sent with the request"
          addLabel="+ Add a tag"
          pairs={request.requestTags}
          onChange={(requestTags) => onChange({ requestTags })}
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
});

const secondKeyActions = new Set(['kms:ReEncryptFrom', 'kms:ReEncryptTo', 'kms:UpdateAlias']);

function hasMore({ context, requestTags, sourceIp, vpcEndpoint, mfa, time, grantTokens }: Request): boolean {
  const texts = [sourceIp, vpcEndpoint, mfa, time, grantTokens];
  return context.length > 0 || requestTags.length > 0 || texts.some((text) => text !== '');
}

const mfaOf = (value: string): Request['mfa'] => (value === 'true' || value === 'false' ? value : '');

/** ARN, id and aliases of every key, and `*`. */
function waysToName(keys: readonly KeyFacts[]): readonly string[] {
  const names = keys.flatMap(({ arn = '', aliases = [] }) => [arn, arn.split('/').at(-1) ?? '', ...aliases]);
  return [...names, '*'];
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
