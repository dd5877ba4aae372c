/* Terraform's text to the policies in it. */
import type { PolicyKind } from '@/simulator/index.ts';
import { Assumptions } from '../assumptions.ts';
import type { Found, FoundPolicy, FoundProblem } from '../found.ts';
import { readJsonText } from '../json-text.ts';
import { isPolicy, isStatement, policyOf } from '../policy-value.ts';
import type { Known } from '../types.ts';
import { type ObjectValue, plainText, type Value } from '../value.ts';
import { evaluate, unknownOf } from './evaluate.ts';
import { parseHcl } from './parse-hcl.ts';
import { organizationsKinds, policyArguments } from './policy-arguments.ts';
import { policyDocument } from './policy-document.ts';
import { addressOf, type Module, moduleOf, type Scope } from './scope.ts';
import { type Argument, argumentOf, type Block, type Body } from './syntax.ts';

/** More than any policy needs; definitions that refer to each other in a tangle end here. */
const evaluations = 20_000;

const documentType = 'aws_iam_policy_document';

/** Every policy of a Terraform text: in the arguments of resources, as data sources, or alone. */
export function readTerraform(text: string, known: Known): Found {
  const file = parseHcl(text);
  const isExpression = /^\s*(?:[{[]|[\w:]+\s*\()/.test(text);
  if (isExpression) return readExpression(text, known);
  const module = moduleOf(file, known);
  const search = new Search(module);
  for (const block of file.body.blocks) search.searchBlock(block);
  search.searchBody(file.body, '', undefined);
  search.searchFragments(file.body);
  const [firstError] = file.errors;
  if (firstError !== undefined) search.problem('SYNTAX', firstError, {});
  return search.found();
}

/** A text that is one expression, such as what stands in `jsonencode(…)`: read as the value of an argument. */
function readExpression(text: string, known: Known): Found {
  const prefix = 'policy = ';
  const { body, text: whole } = parseHcl(`${prefix}${text.trim()}`);
  if (body.arguments.length === 0) return { policies: [], problems: [{ code: 'SYNTAX', at: 0, data: {} }] };
  const search = new Search(moduleOf({ text: whole, body, errors: [] }, known));
  search.searchBody(body, '', undefined);
  return search.found();
}

class Search {
  private readonly policies: FoundPolicy[] = [];
  private readonly problems: FoundProblem[] = [];
  private readonly module: Module;

  constructor(module: Module) {
    this.module = module;
  }

  found(): Found {
    // A document that something else of the text has is shown there, under the name of that.
    const { documentsUsed } = this.module;
    return {
      policies: this.policies.filter(({ name }) => !documentsUsed.has(name)),
      problems: this.problems,
    };
  }

  problem(code: FoundProblem['code'], at: number, data: FoundProblem['data']): void {
    this.problems.push({ code, at, data });
  }

  searchBlock(block: Block): void {
    const [type = ''] = block.labels;
    const name = addressOf(block);
    if (block.type === 'data' && type === documentType) {
      const scope = this.scope(`data.${block.labels.join('.')}`);
      this.add(policyDocument(block, scope), undefined, name, name, block.at, scope);
      return;
    }
    const [argument, kind] = (block.type === 'resource' && policyArguments[type]) || [];
    const policy = argument === undefined ? undefined : argumentOf(block.body, argument);
    if (policy) this.readPolicy(policy, this.kindOf(block, kind), name);
    this.searchBody(block.body, name, policy);
  }

  /** Arguments of any name that hold a policy, and blocks in blocks, such as `inline_policy`. */
  searchBody(body: Body, name: string, except: Argument | undefined): void {
    for (const argument of body.arguments) {
      if (argument === except) continue;
      const scope = this.scope(name);
      const { policy } = asPolicy(evaluate(argument.value, scope));
      const path = name === '' ? argument.name : `${name}.${argument.name}`;
      if (policy) this.add(policy, undefined, name === '' ? argument.name : name, path, argument.at, scope);
    }
    for (const block of body.blocks) {
      const inside = `${name}.${block.type}`;
      if (name !== '') this.searchBody(block.body, inside, undefined);
    }
  }

  /** Statements pasted without the data source around them. */
  searchFragments(body: Body): void {
    const statements = body.blocks.filter(({ type }) => type === 'statement');
    const [first] = statements;
    if (!first) return;
    const scope = this.scope('statement');
    const block: Block = {
      type: 'data',
      labels: [],
      body: { arguments: [], blocks: statements },
      at: first.at,
    };
    this.add(policyDocument(block, scope), undefined, 'statement', 'statement', first.at, scope);
  }

  private readPolicy(argument: Argument, kind: PolicyKind | undefined, name: string): void {
    const scope = this.scope(name);
    const path = `${name}.${argument.name}`;
    const { policy, broken } = asPolicy(evaluate(argument.value, scope));
    if (policy) {
      if (broken) this.problem('BROKEN_JSON', argument.at, { path });
      this.add(policy, kind, name, path, argument.at, scope);
    } else {
      const { expression } = unknownOf(argument.value, scope);
      this.problem('POLICY_ELSEWHERE', argument.at, { path, expression });
    }
  }

  private kindOf({ labels, body }: Block, kind: PolicyKind | undefined): PolicyKind | undefined {
    const type = labels[0] === 'aws_organizations_policy' ? argumentOf(body, 'type')?.value : null;
    const written = type ? plainText(evaluate(type, this.scope('type'))) : undefined;
    return typeof written !== 'string' ? kind : organizationsKinds[written];
  }

  private add(
    policy: ObjectValue,
    kind: PolicyKind | undefined,
    name: string,
    path: string,
    at: number,
    { assumptions }: Scope,
  ): void {
    this.policies.push({ policy, kind, name, path, at, assumptions });
  }

  private scope(within: string): Scope {
    return {
      evaluate,
      module: this.module,
      names: new Map(),
      assumptions: new Assumptions(this.module.text),
      within: [within],
      budget: { left: evaluations },
    };
  }
}

/** A value as a policy: encoded, in a heredoc, or a lone statement. */
function asPolicy(value: Value): { policy: ObjectValue | null; broken: boolean } {
  const { value: inside, broken } =
    value.type === 'text'
      ? readJsonText(value)
      : { value: value.type === 'json' ? value.value : value, broken: false };
  if (isPolicy(inside)) return { policy: inside, broken };
  const statements = inside?.type === 'list' ? inside.items : inside ? [inside] : [];
  const isAll = statements.length > 0 && statements.every((item) => isStatement(item));
  return { policy: isAll ? policyOf(statements) : null, broken };
}
