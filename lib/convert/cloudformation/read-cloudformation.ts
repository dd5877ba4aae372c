/* CloudFormation templates, in YAML or JSON, to the policies in them. YAML has JSON in it, so one parser reads both. */
import { isMap, isSeq, type Node, parseDocument, type YAMLMap } from 'yaml';
import type { PolicyKind } from '@/simulator/index.ts';
import { Assumptions } from '../assumptions.ts';
import type { Found, FoundPolicy, FoundProblem } from '../found.ts';
import { isPolicy, isStatement, policyOf } from '../policy-value.ts';
import type { Known } from '../types.ts';
import type { Value } from '../value.ts';
import { type Context, evaluateNode, functionOf, type Template } from './evaluate.ts';
import { memberNode, nodeOf, pairsOf, textOfNode } from './nodes.ts';
import { organizationsKinds, policyProperties } from './policy-properties.ts';

/** More than any template needs; aliases that stand for each other in a tangle end here. */
const evaluations = 20_000;
const deepest = 100;

/** The resource of a template that a node is in. */
interface Resource {
  readonly name: string;
  readonly type: string;
  readonly properties: YAMLMap | null;
}

/** Every policy of a template, of a part of one, or of a policy in YAML. */
export function readCloudFormation(text: string, known: Known): Found {
  const document = parseDocument(text, {
    // CloudFormation reads YAML 1.1: https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html
    version: '1.1',
    logLevel: 'silent',
    uniqueKeys: false,
    keepSourceTokens: false,
  });
  const [error] = document.errors;
  const search = new Search(text, { root: document.contents, document, known });
  search.search();
  if (error) search.problems.push({ code: 'SYNTAX', at: error.pos[0], data: {} });
  return { policies: search.policies, problems: search.problems };
}

class Search {
  readonly policies: FoundPolicy[] = [];
  readonly problems: FoundProblem[] = [];
  private readonly text: string;
  private readonly template: Template;

  constructor(text: string, template: Template) {
    this.text = text;
    this.template = template;
  }

  search(): void {
    if (this.template.root) this.visit(this.template.root, [], undefined);
  }

  private visit(node: Node, path: readonly string[], resource: Resource | undefined): void {
    if (path.length > deepest || this.readPolicy(node, path, resource)) return;
    if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        const inside = nodeOf(item);
        if (inside) this.visit(inside, [...path, `${index}`], resource);
      }
    }
    if (!isMap(node)) return;
    const isResources = path.length === 1 && path[0] === 'Resources';
    for (const { key, value } of pairsOf(node)) {
      if (value) this.visit(value, [...path, key], isResources ? resourceOf(key, value) : resource);
    }
  }

  /** True when the node is a policy, or has a policy's place. */
  private readPolicy(node: Node, path: readonly string[], resource: Resource | undefined): boolean {
    const property = path.at(-1) ?? '';
    const kind = resource && policyProperties[resource.type]?.[property];
    if (kind === undefined && !mayBePolicy(node, path.length === 0)) return false;
    const assumptions = new Assumptions(this.text);
    const at = node.range?.[0] ?? 0;
    const place = path.join('.');
    const context: Context = {
      template: this.template,
      text: this.text,
      assumptions,
      depth: 0,
      budget: { left: evaluations },
    };
    const value = evaluateNode(node, context);
    const policy = policyIn(value, path.length === 0);
    if (policy) {
      this.policies.push({
        policy,
        kind: kind && this.kindOf(kind, resource),
        name: resource?.name ?? (place === '' ? 'Policy' : place),
        path: place === '' ? 'Policy' : place,
        at,
        assumptions,
      });
      return true;
    }
    if (kind === undefined) return false;
    const expression = value.type === 'unknown' ? value.expression : (functionOf(node)?.name ?? '');
    this.problems.push({ code: 'POLICY_ELSEWHERE', at, data: { path: place, expression } });
    return true;
  }

  private kindOf(kind: PolicyKind, resource: Resource | undefined): PolicyKind {
    if (kind !== 'scp') return kind;
    return organizationsKinds[textOfNode(memberNode(resource?.properties, 'Type')) ?? ''] ?? kind;
  }
}

function resourceOf(name: string, node: Node): Resource {
  const properties = memberNode(node, 'Properties');
  return {
    name,
    type: textOfNode(memberNode(node, 'Type')) ?? '',
    properties: isMap(properties) ? properties : null,
  };
}

/** By its own names, before anything is evaluated. `isAlone`: it is all that was pasted. */
function mayBePolicy(node: Node, isAlone: boolean): boolean {
  if (isSeq(node)) return isAlone;
  if (!isMap(node)) return false;
  const keys = pairsOf(node).map(({ key }) => key);
  return keys.includes('Statement') || (isAlone && keys.includes('Effect'));
}

function policyIn(value: Value, isAlone: boolean) {
  const inside = value.type === 'json' ? value.value : value;
  if (isPolicy(inside)) return inside;
  if (!isAlone) return null;
  const statements = inside.type === 'list' ? inside.items : [inside];
  const isAll = statements.length > 0 && statements.every((item) => isStatement(item));
  return isAll ? policyOf(statements) : null;
}
