import { keyIdOf } from '../world/draft.ts';
import { placeOf } from '../world/store.ts';
import type { OperationDefinition } from './framework/call.ts';
import { pageOf } from './framework/paging.ts';

/** Customer managed and AWS managed keys of the account in the Region. */
export const listKeys: OperationDefinition<'ListKeys'> = {
  run({ draft, account, region, input }) {
    const { items, rest } = pageOf('ListKeys', input, draft.group('keys', placeOf(account.id, region)));
    return { Keys: items.map(({ arn }) => ({ KeyId: keyIdOf(arn), KeyArn: arn })), ...rest };
  },
};
