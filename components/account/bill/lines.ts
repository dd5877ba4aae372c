/* Lines of a bill, put together for reading. */
import type { AccountBill, BillLine } from '@/simulator/index.ts';

export interface Sum {
  readonly name: string;
  readonly amount: number;
}

type Class = NonNullable<BillLine['keyClass']> | 'none';

const classNames: Readonly<Record<Class, string>> = {
  customerManaged: 'Customer managed keys',
  awsManaged: 'AWS managed keys',
  none: 'Requests without a key',
};

/** What each class of keys costs: keeping them and using them. */
export function byClass({ lines }: AccountBill): readonly Sum[] {
  const sums = new Map<Class, number>();
  for (const { keyClass, amount } of lines) {
    const name = keyClass ?? 'none';
    sums.set(name, (sums.get(name) ?? 0) + amount);
  }
  const order: readonly Class[] = ['customerManaged', 'awsManaged', 'none'];
  return order.flatMap((name) =>
    sums.has(name) ? [{ name: classNames[name], amount: sums.get(name) ?? 0 }] : [],
  );
}

/** What keeping each key costs, its rotations with it. */
export function byKey({ lines }: AccountBill): readonly (Sum & { readonly keyArn: string })[] {
  const sums = new Map<string, number>();
  for (const line of lines) {
    if (line.kind === 'storage') sums.set(line.keyArn, (sums.get(line.keyArn) ?? 0) + line.amount);
  }
  return [...sums].map(([keyArn, amount]) => ({ keyArn, name: keyArn, amount }));
}

const ruleNames: Readonly<Record<BillLine['rule'], string>> = {
  customerManagedKey: 'Customer managed key',
  rotation: 'Rotation, first and second',
  laterRotation: 'Later rotation, free',
  awsManagedKey: 'AWS managed key, free',
  symmetricAndManagement: 'Requests: symmetric keys and management',
  asymmetricRsa2048: 'Requests: RSA 2048',
  asymmetricOther: 'Requests: other asymmetric keys',
  dataKeyPairEcc: 'Requests: ECC data key pairs',
  dataKeyPairRsa: 'Requests: RSA data key pairs',
};

export const lineName = ({ rule }: BillLine): string => ruleNames[rule];
