/*
 * The usual policy, which has nothing wrong in it, read along what JSON.parse makes of it: that is
 * native code, while a reader of our own runs unoptimized for the first policies of a visit. The
 * characters of each text follow from the order of the texts. Whatever is out of the ordinary is left
 * to the tolerant reader, which can tell what it is.
 */
import { hasPrincipal } from './kinds.ts';
import { parseOperator } from './operators.ts';
import { isAwsPrincipal, principalTypes } from './principal-element.ts';
import type {
  ConditionClause,
  ListElement,
  Located,
  PolicyDocument,
  PolicyKind,
  PrincipalEntry,
  PrincipalType,
  Statement,
} from './types.ts';

type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonMap;
interface JsonMap {
  readonly [name: string]: JsonValue;
}

/** The document of a policy without problems; null for any other text. */
export function readPlain(text: string, kind: PolicyKind): PolicyDocument | null {
  // Escaped characters are longer in the text than in the value.
  if (text.includes('\\')) return null;
  const root = parse(text);
  return isMap(root) ? new Walker(text, kind).document(root) : null;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isMap(value: JsonValue | undefined): value is JsonMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const quote = 34;

/** Goes over the values in the order of the text, which is that of their names in an object. */
class Walker {
  private at = 0;
  /** Where the next text begins; -1 after the last. */
  private nextText: number;
  /** False once something out of the ordinary was met; what is read from then on does not count. */
  private plain = true;
  private readonly text: string;
  private readonly kind: PolicyKind;

  constructor(text: string, kind: PolicyKind) {
    this.text = text;
    this.kind = kind;
    this.nextText = text.indexOf('"');
  }

  document(root: JsonMap): PolicyDocument | null {
    let version: PolicyDocument['version'] = '2008-10-17';
    let id: Located<string> | undefined;
    let statements: readonly Statement[] = [];
    for (const name in root) {
      this.skip(name);
      const value = root[name];
      if (name === 'Version' && (value === '2012-10-17' || value === '2008-10-17')) {
        this.skip(value);
        version = value;
      } else if (name === 'Id') id = this.locate(value);
      else if (name === 'Statement') statements = this.statements(value);
      else return null;
    }
    if (statements.length === 0) return null;
    // Of a name that stands twice, JSON.parse keeps one: then texts are left over.
    if (!this.plain || this.nextText >= 0) return null;
    return id ? { version, id, statements } : { version, statements };
  }

  /** Leaves the document to the tolerant reader. */
  private giveUp<T>(instead: T): T {
    this.plain = false;
    return instead;
  }

  private statements(value: JsonValue | undefined): readonly Statement[] {
    const written = Array.isArray(value) ? value : [value];
    const statements: Statement[] = [];
    for (let index = 0; index < written.length; index++) {
      const statement = this.statement(written[index], index);
      if (statement === null) return this.giveUp([]);
      statements.push(statement);
    }
    return statements;
  }

  private statement(value: JsonValue | undefined, index: number): Statement | null {
    if (!isMap(value)) return null;
    const start = this.text.indexOf('{', this.at);
    let sid: Located<string> | undefined;
    let effect: Located<'Allow' | 'Deny'> | undefined;
    let principal: ListElement<PrincipalEntry> | undefined;
    let action: ListElement | undefined;
    let resource: ListElement | undefined;
    let conditions: readonly ConditionClause[] = [];
    for (const name in value) {
      const from = this.skip(name);
      const member = value[name];
      if (name === 'Sid') sid = this.locate(member);
      else if (name === 'Effect' && (member === 'Allow' || member === 'Deny')) {
        effect = { value: member, range: { start: this.skip(member), end: this.at } };
      } else if ((name === 'Principal' || name === 'NotPrincipal') && !principal) {
        principal = this.principal(member, from, name === 'NotPrincipal');
      } else if ((name === 'Action' || name === 'NotAction') && !action) {
        action = this.list(member, from, name === 'NotAction');
      } else if ((name === 'Resource' || name === 'NotResource') && !resource) {
        resource = this.list(member, from, name === 'NotResource');
      } else if (name === 'Condition') conditions = this.conditions(member);
      else return null;
    }
    const range = { start, end: this.close('}') };
    if (!effect || !action || !resource || (principal !== undefined) !== hasPrincipal(this.kind)) return null;
    // Written out, because a spread for each statement takes as long as all the rest.
    if (principal === undefined) {
      return sid
        ? { index, sid, effect, action, resource, conditions, range }
        : { index, effect, action, resource, conditions, range };
    }
    return sid
      ? { index, sid, effect, principal, action, resource, conditions, range }
      : { index, effect, principal, action, resource, conditions, range };
  }

  private principal(
    value: JsonValue | undefined,
    start: number,
    negated: boolean,
  ): ListElement<PrincipalEntry> {
    if (value === '*') {
      const values = [this.entry('*', value)];
      return { negated, values, range: { start, end: this.at } };
    }
    let values: readonly PrincipalEntry[] = [];
    if (!isMap(value)) return this.giveUp({ negated, values, range: { start, end: start } });
    for (const name in value) {
      const type = principalTypes.find((known) => known === name);
      if (type === undefined) return this.giveUp({ negated, values, range: { start, end: start } });
      this.skip(name);
      const entries = this.each(value[name], (item) => this.entry(type, item));
      values = values.length === 0 ? entries : [...values, ...entries];
    }
    return { negated, values, range: { start, end: this.close('}') } };
  }

  private entry(type: PrincipalType, item: JsonValue | undefined): PrincipalEntry {
    const { value, range } = this.locate(item);
    if (type === 'AWS' && this.kind === 'key' && !isAwsPrincipal(value)) this.giveUp(null);
    return { type: type === 'AWS' && value === '*' ? '*' : type, value, range };
  }

  private list(value: JsonValue | undefined, start: number, negated: boolean): ListElement {
    return { negated, values: this.texts(value), range: { start, end: this.at } };
  }

  private conditions(value: JsonValue | undefined): readonly ConditionClause[] {
    const clauses: ConditionClause[] = [];
    if (!isMap(value)) return this.giveUp(clauses);
    for (const name in value) {
      const block = value[name];
      const operator = this.locate(name);
      if (!isMap(block) || parseOperator(name) === null) return this.giveUp(clauses);
      for (const key in block) {
        const located = this.locate(key);
        const values = this.texts(block[key]);
        const range = { start: located.range.start, end: this.at };
        clauses.push({ operator, key: located, values, range });
      }
      this.close('}');
    }
    this.close('}');
    return clauses;
  }

  private texts(value: JsonValue | undefined): readonly Located<string>[] {
    return this.each(value, this.locate);
  }

  /** One value or a list of them. */
  private each<T>(
    value: JsonValue | undefined,
    read: (this: Walker, item: JsonValue | undefined) => T,
  ): readonly T[] {
    if (!Array.isArray(value)) return [read.call(this, value)];
    const items = value.map(read, this);
    this.close(']');
    return items;
  }

  private locate(value: JsonValue | undefined): Located<string> {
    if (typeof value !== 'string') return this.giveUp({ value: '', range: { start: 0, end: 0 } });
    return { value, range: { start: this.skip(value), end: this.at } };
  }

  /** Passes over the next text, which must be this one, and tells where it began. */
  private skip(value: string): number {
    const start = this.nextText;
    const end = start + value.length + 1;
    if (start < 0 || !this.text.startsWith(value, start + 1) || this.text.charCodeAt(end) !== quote) {
      this.plain = false;
    }
    this.at = end + 1;
    this.nextText = this.text.indexOf('"', this.at);
    return start;
  }

  /** Passes over the bracket that ends a list or an object, unless texts are left in it. */
  private close(bracket: string): number {
    this.at = this.text.indexOf(bracket, this.at) + 1;
    if (this.nextText >= 0 && this.at > this.nextText) this.plain = false;
    return this.at;
  }
}
