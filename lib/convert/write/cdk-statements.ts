/* The statements of a policy as CDK's PolicyStatement, as far as that class goes. */
import type { PolicyKind } from '@/simulator/index.ts';
import { list, memberOf, type ObjectValue, plainText, textOf, type Value } from '../value.ts';
import type { PrintTypescript } from './typescript.ts';

export type CdkStatements =
  | { readonly ok: true; readonly text: string }
  /** What the class cannot say, as a code. */
  | { readonly ok: false; readonly because: string };

const listElements = {
  Action: 'actions',
  NotAction: 'notActions',
  Resource: 'resources',
  NotResource: 'notResources',
} as const;

const elements = ['Sid', 'Effect', 'Principal', 'NotPrincipal', ...Object.keys(listElements), 'Condition'];

const principalTypes = {
  Service: (identifier: string) => `new iam.ServicePrincipal(${identifier})`,
  Federated: (identifier: string) => `new iam.FederatedPrincipal(${identifier}, {})`,
  CanonicalUser: (identifier: string) => `new iam.CanonicalUserPrincipal(${identifier})`,
} as const;

const indent = '          ';

/** The statements, each `new iam.PolicyStatement({ … }),`. */
export function cdkStatements(policy: ObjectValue, kind: PolicyKind, print: PrintTypescript): CdkStatements {
  const writer = new StatementWriter(kind, print);
  const text = writer.write(policy);
  const [because] = writer.reasons;
  return because === undefined ? { ok: true, text } : { ok: false, because };
}

class StatementWriter {
  /** What the class cannot say, as codes. */
  readonly reasons: string[] = [];
  private readonly kind: PolicyKind;
  private readonly print: PrintTypescript;

  constructor(kind: PolicyKind, print: PrintTypescript) {
    this.kind = kind;
    this.print = print;
  }

  write(policy: ObjectValue): string {
    const names = policy.members.map(({ name }) => plainText(name));
    this.need(!names.includes('Id'), 'ID');
    // A PolicyDocument always has the newer version.
    this.need(plainText(memberOf(policy, 'Version')) === '2012-10-17', 'VERSION');
    this.need(
      names.every((name) => name === 'Version' || name === 'Statement'),
      'ELEMENT',
    );
    const written = memberOf(policy, 'Statement');
    const statements = written?.type === 'list' ? written.items : written ? [written] : [];
    this.need(statements.length > 0, 'EMPTY');
    return statements.map((statement) => this.statement(statement)).join('');
  }

  private statement(statement: Value): string {
    const names =
      statement.type === 'object' ? statement.members.map(({ name }) => plainText(name) ?? '') : [];
    this.need(
      names.every((name) => elements.includes(name)),
      'ELEMENT',
    );
    for (const name of ['Action', 'Resource', 'Principal']) {
      this.need(!(names.includes(name) && names.includes(`Not${name}`)), 'ELEMENT_AND_ITS_OPPOSITE');
    }
    this.need(names.includes('Action') || names.includes('NotAction'), 'ACTION');
    this.need(names.includes('Resource') || names.includes('NotResource'), 'RESOURCE');
    const hasPrincipal = names.includes('Principal') || names.includes('NotPrincipal');
    this.need(hasPrincipal === (this.kind === 'key'), 'PRINCIPAL');
    const lines: string[] = [];
    const add = (name: string, code: string) => lines.push(`${indent}${name}: ${code},\n`);
    const sid = memberOf(statement, 'Sid');
    if (sid) {
      const text = plainText(sid);
      this.need(
        text !== undefined && text !== '' && (this.kind === 'key' || /^[0-9A-Za-z]*$/.test(text)),
        'SID',
      );
      add('sid', this.print(sid, indent));
    }
    const effect = plainText(memberOf(statement, 'Effect'));
    this.need(effect === 'Allow' || effect === 'Deny', 'EFFECT');
    add('effect', `iam.Effect.${effect === 'Deny' ? 'DENY' : 'ALLOW'}`);
    for (const [element, property] of Object.entries({
      Principal: 'principals',
      NotPrincipal: 'notPrincipals',
    })) {
      const principal = memberOf(statement, element);
      if (principal) add(property, printCode(this.principals(principal)));
    }
    for (const [element, property] of Object.entries(listElements)) {
      const value = memberOf(statement, element);
      if (value) add(property, this.print(this.texts(value, element.endsWith('Action')), indent));
    }
    const condition = memberOf(statement, 'Condition');
    if (condition) {
      this.need(condition.type === 'object' && condition.members.length > 0, 'CONDITION');
      add('conditions', this.print(condition, indent));
    }
    return `        new iam.PolicyStatement({\n${lines.join('')}        }),\n`;
  }

  private texts(value: Value, isAction: boolean): Value {
    const items = value.type === 'list' ? value.items : [value];
    this.need(items.length > 0 && items.every(({ type }) => type === 'text'), 'LIST');
    // CDK takes no question marks in actions.
    this.need(
      !isAction || items.every((item) => /^(?:\*|[a-zA-Z0-9-]+:[a-zA-Z0-9*]+)$/.test(plainText(item) ?? '')),
      'ACTION',
    );
    return list(items);
  }

  private principals(value: Value): readonly string[] {
    if (plainText(value) === '*') return ['new iam.StarPrincipal()'];
    const types = value.type === 'object' ? value.members : [];
    this.need(types.length > 0, 'PRINCIPAL');
    return types.flatMap((member) => {
      const type = plainText(member.name) ?? '';
      const items = member.value.type === 'list' ? member.value.items : [member.value];
      this.need(items.length > 0 && items.every((item) => item.type === 'text'), 'PRINCIPAL');
      return items.map((item) => this.principal(type, item));
    });
  }

  private principal(type: string, item: Value): string {
    const identifier = this.print(item.type === 'text' ? item : textOf(), indent);
    if (type === 'AWS') {
      return plainText(item) === '*' ? 'new iam.AnyPrincipal()' : `new iam.ArnPrincipal(${identifier})`;
    }
    // To any other name the class would add `.amazonaws.com`.
    this.need(type !== 'Service' || /\.amazonaws\.com(?:\.cn)?$/.test(plainText(item) ?? ''), 'PRINCIPAL');
    const known = Object.entries(principalTypes).find(([name]) => name === type);
    this.need(known !== undefined, 'PRINCIPAL');
    return known?.[1](identifier) ?? '';
  }

  private need(condition: boolean, because: string): void {
    if (!condition) this.reasons.push(because);
  }
}

function printCode(items: readonly string[]): string {
  if (items.length < 2) return `[${items.join('')}]`;
  return `[\n${items.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`;
}
