import type { IdentityChanges } from '../world/amend.ts';
import type { IdentityRecord, NamedPolicy } from '../world/types.ts';
import {
  accountOf,
  demand,
  type Form,
  type QueryAction,
  type QueryCall,
  QueryRefusal,
  required,
} from './query-action.ts';
import { uniqueId } from './sts.ts';
import type { Xml } from './xml.ts';

type Kind = 'User' | 'Role';

/** `users` or `roles` of an account. */
const tables = { User: 'users', Role: 'roles' } as const;

/** An identity that a request names, whether it is there or not. */
interface Named {
  readonly kind: Kind;
  /** With its path, without a slash in front. */
  readonly name: string;
  readonly arn: string;
  readonly record: IdentityRecord | undefined;
}

function named(call: QueryCall, kind: Kind): Named {
  const { world, form, caller } = call;
  const short = required(form, `${kind}Name`);
  const account = accountOf(caller);
  const path = (form.Path ?? '/').replace(/^\//, '');
  const prefix = `arn:aws:iam::${account}:${kind.toLowerCase()}/`;
  const record = world
    .account(account)
    ?.identities.find(({ arn }) => arn.startsWith(prefix) && arn.slice(arn.lastIndexOf('/') + 1) === short);
  const name = record ? record.arn.slice(prefix.length) : `${path}${short}`;
  return { kind, name, arn: prefix + name, record };
}

/** One that must be there. */
function existing(call: QueryCall, kind: Kind): Named & { readonly record: IdentityRecord } {
  const found = named(call, kind);
  const { record } = found;
  if (record !== undefined) return { ...found, record };
  const name = call.form[`${kind}Name`] ?? '';
  throw new QueryRefusal(404, 'NoSuchEntity', `The ${kind.toLowerCase()} with name ${name} cannot be found.`);
}

function change({ world, caller }: QueryCall, { kind, name }: Named, changes: IdentityChanges | null): void {
  world.amend({ accounts: { [accountOf(caller)]: { [tables[kind]]: { [name]: changes } } } });
}

/** The members of a list parameter: `Tags.member.1.Key` … */
function tagsOf(form: Form): Record<string, string> {
  const tags: Record<string, string> = {};
  for (let i = 1; form[`Tags.member.${i}.Key`] !== undefined; i++) {
    tags[form[`Tags.member.${i}.Key`] ?? ''] = form[`Tags.member.${i}.Value`] ?? '';
  }
  return tags;
}

function described({ kind, name, arn }: Named, record: IdentityRecord | undefined, created: Date): Xml {
  const slash = name.lastIndexOf('/');
  return {
    Path: slash < 0 ? '/' : `/${name.slice(0, slash + 1)}`,
    [`${kind}Name`]: name.slice(slash + 1),
    [`${kind}Id`]: uniqueId(arn),
    Arn: arn,
    CreateDate: created.toISOString(),
    ...(kind === 'Role' && { AssumeRolePolicyDocument: encodeURIComponent(record?.trustPolicy ?? '') }),
  };
}

function mustParse(text: string): string {
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw new QueryRefusal(400, 'MalformedPolicyDocument', 'Syntax errors in policy.');
  }
}

function create(kind: Kind): QueryAction {
  return {
    run: (call) => {
      const target = named(call, kind);
      demand(call, `iam:Create${kind}`, target.arn);
      if (target.record !== undefined) {
        const name = call.form[`${kind}Name`] ?? '';
        throw new QueryRefusal(409, 'EntityAlreadyExists', `${kind} with name ${name} already exists.`);
      }
      const trustPolicy =
        kind === 'Role' ? mustParse(required(call.form, 'AssumeRolePolicyDocument')) : undefined;
      change(call, target, { tags: tagsOf(call.form), ...(trustPolicy !== undefined && { trustPolicy }) });
      return { [kind]: described(target, named(call, kind).record, call.world.now) };
    },
  };
}

const get = (kind: Kind): QueryAction => ({
  run: (call) => {
    const target = kind === 'User' && !call.form.UserName ? self(call) : existing(call, kind);
    demand(call, `iam:Get${kind}`, target.arn);
    return { [kind]: described(target, target.record, call.world.now) };
  },
});

/** GetUser without a name speaks of the caller. */
function self(call: QueryCall) {
  const form = { ...call.form, UserName: call.caller.slice(call.caller.lastIndexOf('/') + 1) };
  return existing({ ...call, form }, 'User');
}

const remove = (kind: Kind): QueryAction => ({
  run: (call) => {
    const target = existing(call, kind);
    demand(call, `iam:Delete${kind}`, target.arn);
    if (target.record.policies.length > 0) conflict('policies');
    if (call.world.accessKeysOf(target.arn).length > 0) conflict('access keys');
    change(call, target, null);
    return null;
  },
});

function conflict(what: string): never {
  throw new QueryRefusal(409, 'DeleteConflict', `Cannot delete entity, must delete ${what} first.`);
}

const list = (kind: Kind): QueryAction => ({
  run: (call) => {
    demand(call, `iam:List${kind}s`, '*');
    const prefix = `arn:aws:iam::${accountOf(call.caller)}:${kind.toLowerCase()}/`;
    const all = call.world.account(accountOf(call.caller))?.identities ?? [];
    const found = all.filter(({ arn }) => arn.startsWith(prefix));
    const entries = found.map((record) =>
      described(
        { kind, name: record.arn.slice(prefix.length), arn: record.arn, record },
        record,
        call.world.now,
      ),
    );
    return { [`${kind}s`]: entries, IsTruncated: 'false' };
  },
});

const putPolicy = (kind: Kind): QueryAction => ({
  run: (call) => {
    const target = existing(call, kind);
    demand(call, `iam:Put${kind}Policy`, target.arn);
    const text = mustParse(required(call.form, 'PolicyDocument'));
    change(call, target, { policies: { [required(call.form, 'PolicyName')]: text } });
    return null;
  },
});

function policyNamed({ policies }: IdentityRecord, form: Form): NamedPolicy {
  const name = required(form, 'PolicyName');
  const policy = policies.find((one) => one.name === name);
  if (policy) return policy;
  throw new QueryRefusal(404, 'NoSuchEntity', `The policy with name ${name} cannot be found.`);
}

const getPolicy = (kind: Kind): QueryAction => ({
  run: (call) => {
    const target = existing(call, kind);
    demand(call, `iam:Get${kind}Policy`, target.arn);
    const { name, text } = policyNamed(target.record, call.form);
    return {
      [`${kind}Name`]: call.form[`${kind}Name`] ?? '',
      PolicyName: name,
      PolicyDocument: encodeURIComponent(text),
    };
  },
});

const deletePolicy = (kind: Kind): QueryAction => ({
  run: (call) => {
    const target = existing(call, kind);
    demand(call, `iam:Delete${kind}Policy`, target.arn);
    change(call, target, { policies: { [policyNamed(target.record, call.form).name]: null } });
    return null;
  },
});

const listPolicies = (kind: Kind): QueryAction => ({
  run: (call) => {
    const target = existing(call, kind);
    demand(call, `iam:List${kind}Policies`, target.arn);
    return { PolicyNames: target.record.policies.map(({ name }) => name), IsTruncated: 'false' };
  },
});

const createAccessKey: QueryAction = {
  run: (call) => {
    const { world, randomHex } = call;
    const target = call.form.UserName ? existing(call, 'User') : self(call);
    demand(call, 'iam:CreateAccessKey', target.arn);
    const id = `AKIA${randomHex(8).toUpperCase()}`;
    const secret = randomHex(20);
    world.amend({ accessKeys: { [id]: { principal: target.arn, secret } } });
    return {
      AccessKey: {
        UserName: target.name.slice(target.name.lastIndexOf('/') + 1),
        AccessKeyId: id,
        Status: 'Active',
        SecretAccessKey: secret,
        CreateDate: world.now.toISOString(),
      },
    };
  },
};

const deleteAccessKey: QueryAction = {
  run: (call) => {
    const id = required(call.form, 'AccessKeyId');
    const target = call.form.UserName ? existing(call, 'User') : self(call);
    demand(call, 'iam:DeleteAccessKey', target.arn);
    if (call.world.accessKey(id)?.principal !== target.arn) {
      throw new QueryRefusal(404, 'NoSuchEntity', `The Access Key with id ${id} cannot be found.`);
    }
    call.world.amend({ accessKeys: { [id]: null } });
    return null;
  },
};

/** `iam:` actions: identities with inline policies, and access keys. */
export const iam: Readonly<Record<string, QueryAction>> = {
  CreateUser: create('User'),
  GetUser: get('User'),
  DeleteUser: remove('User'),
  ListUsers: list('User'),
  PutUserPolicy: putPolicy('User'),
  GetUserPolicy: getPolicy('User'),
  DeleteUserPolicy: deletePolicy('User'),
  ListUserPolicies: listPolicies('User'),
  CreateRole: create('Role'),
  GetRole: get('Role'),
  DeleteRole: remove('Role'),
  ListRoles: list('Role'),
  PutRolePolicy: putPolicy('Role'),
  GetRolePolicy: getPolicy('Role'),
  DeleteRolePolicy: deletePolicy('Role'),
  ListRolePolicies: listPolicies('Role'),
  CreateAccessKey: createAccessKey,
  DeleteAccessKey: deleteAccessKey,
};
