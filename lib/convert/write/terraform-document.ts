/* A policy as the data source aws_iam_policy_document, which says less than JSON does. */
import { memberOf, type ObjectValue, plainText, type Text, textOf, type Value } from '../value.ts';
import { aligned } from './aligned.ts';
import { cannotSay, type ExportProblem } from './types.ts';

type Block =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly ExportProblem[] };

type WriteString = (text: Text) => string;

const documentElements = ['Version', 'Id', 'Statement'];
const listElements = {
  Action: 'actions',
  NotAction: 'not_actions',
  Resource: 'resources',
  NotResource: 'not_resources',
} as const;
const statementElements = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  ...Object.keys(listElements),
  'Condition',
];

/** The data source's block, or what keeps it from being written. */
export function policyDocumentBlock(policy: ObjectValue, writeString: WriteString): Block {
  const writer = new DocumentWriter(writeString);
  const text = writer.write(policy);
  return writer.problems.length > 0 ? { ok: false, problems: writer.problems } : { ok: true, text };
}

class DocumentWriter {
  readonly problems: ExportProblem[] = [];
  private readonly writeString: WriteString;

  constructor(writeString: WriteString) {
    this.writeString = writeString;
  }

  write(policy: ObjectValue): string {
    this.onlyElements(policy, documentElements, 'policy');
    // Without a Version the data source would write the newer one.
    const version = memberOf(policy, 'Version') ?? textOf('2008-10-17');
    if (!['2012-10-17', '2008-10-17'].includes(plainText(version) ?? '')) this.refuse('VERSION', 'Version');
    const own: [string, string][] = [];
    if (plainText(version) !== '2012-10-17') own.push(['version', this.text(version, 'Version')]);
    const id = memberOf(policy, 'Id');
    if (id) own.push(['policy_id', this.text(id, 'Id')]);
    if (plainText(id) === '') this.refuse('EMPTY', 'Id');
    const written = memberOf(policy, 'Statement');
    const statements = written?.type === 'list' ? written.items : written ? [written] : [];
    if (statements.length === 0) this.refuse('EMPTY', 'Statement');
    this.uniqueSids(statements);
    return this.block('data "aws_iam_policy_document" "this"', own, statements.map(this.statement), '');
  }

  /** The data source takes another statement with the same Sid for a mistake. */
  private uniqueSids(statements: readonly Value[]): void {
    const sids = statements.map((statement) => plainText(memberOf(statement, 'Sid'))).filter(Boolean);
    const twice = sids.find((sid, index) => sids.indexOf(sid) !== index);
    if (twice !== undefined) this.refuse('SID_TWICE', twice);
  }

  private readonly statement = (statement: Value, index: number): string => {
    const where = `Statement[${index}]`;
    if (statement.type !== 'object') {
      this.refuse('NOT_A_STATEMENT', where);
      return '';
    }
    this.onlyElements(statement, statementElements, where);
    const sid = memberOf(statement, 'Sid');
    const effect = memberOf(statement, 'Effect');
    const own: [string, string][] = [];
    if (sid) own.push(['sid', this.sid(sid, where)]);
    if (effect) own.push(['effect', this.text(effect, where)]);
    // The data source would write Allow.
    if (!['Allow', 'Deny'].includes(plainText(effect) ?? '')) this.refuse('EFFECT', where);
    for (const [element, argument] of Object.entries(listElements)) {
      const value = memberOf(statement, element);
      if (value) own.push([argument, this.list(value, `${where}.${element}`, '    ')]);
    }
    const blocks = [
      ...this.principals(memberOf(statement, 'Principal'), 'principals', `${where}.Principal`),
      ...this.principals(memberOf(statement, 'NotPrincipal'), 'not_principals', `${where}.NotPrincipal`),
      ...this.conditions(memberOf(statement, 'Condition'), `${where}.Condition`),
    ];
    return this.block('statement', own, blocks, '  ');
  };

  private sid(sid: Value, where: string): string {
    const text = plainText(sid);
    if (text === undefined || !/^[a-zA-Z0-9]*$/.test(text)) this.refuse('SID', text ?? where);
    return this.text(sid, where);
  }

  private principals(value: Value | undefined, block: string, where: string): readonly string[] {
    if (!value) return [];
    const everyone: ObjectValue = { type: 'object', members: [{ name: textOf('*'), value: textOf('*') }] };
    const types = plainText(value) === '*' ? everyone : value;
    if (types.type !== 'object' || types.members.length === 0) {
      this.refuse('PRINCIPAL', where);
      return [];
    }
    return types.members.map((member) => {
      const identifiers = this.list(member.value, `${where}.${plainText(member.name)}`, '      ', true);
      return this.block(
        block,
        [
          ['type', this.writeString(member.name)],
          ['identifiers', identifiers],
        ],
        [],
        '    ',
      );
    });
  }

  private conditions(value: Value | undefined, where: string): readonly string[] {
    if (!value) return [];
    if (value.type !== 'object') {
      this.refuse('CONDITION', where);
      return [];
    }
    return value.members.flatMap(({ name: test, value: keys }) => {
      if (keys.type !== 'object' || keys.members.length === 0) {
        this.refuse('CONDITION', where);
        return [];
      }
      return keys.members.map(({ name: key, value: values }) =>
        this.block(
          'condition',
          [
            ['test', this.writeString(test)],
            ['variable', this.writeString(key)],
            ['values', this.list(values, `${where}.${plainText(key)}`, '      ', true)],
          ],
          [],
          '    ',
        ),
      );
    });
  }

  /** Numbers and booleans are strings here; IAM takes them as their text anyway. */
  private list(value: Value, where: string, indent: string, mayBeScalar = false): string {
    const items = value.type === 'list' ? value.items : [value];
    // The data source leaves an empty list out.
    if (items.length === 0) this.refuse('EMPTY', where);
    const written = items.map((item) => {
      if (item.type === 'scalar' && mayBeScalar && item.written !== 'null')
        return this.text(textOf(item.written), where);
      return this.text(item, where);
    });
    if (written.length === 1) return `[${written[0]}]`;
    return `[\n${written.map((item) => `${indent}  ${item},\n`).join('')}${indent}]`;
  }

  private text(value: Value, where: string): string {
    if (value.type !== 'text') {
      this.refuse('NOT_TEXT', where);
      return '""';
    }
    // The data source would make a policy variable of it.
    const ampersand = value.parts.some((part) => typeof part === 'string' && part.includes('&{'));
    if (ampersand) this.refuse('AMPERSAND', where);
    return this.writeString(value);
  }

  private onlyElements(value: ObjectValue, known: readonly string[], where: string): void {
    for (const { name } of value.members) {
      const text = plainText(name) ?? '';
      if (!known.includes(text)) this.refuse('ELEMENT', `${where}: ${text}`);
    }
  }

  private refuse(what: string, where: string): void {
    this.problems.push(cannotSay(what, where));
  }

  private block(
    head: string,
    own: readonly (readonly [string, string])[],
    blocks: readonly string[],
    indent: string,
  ): string {
    const lines = aligned(own).map((line) => `${indent}  ${line}\n`);
    const gap = lines.length > 0 && blocks.length > 0 ? '\n' : '';
    const inside = `${lines.join('')}${gap}${blocks.join('\n')}`;
    return indent === '' ? `${head} {\n${inside}}` : `${indent}${head} {\n${inside}${indent}}\n`;
  }
}
