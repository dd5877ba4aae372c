/* What keeping keys costs: when a key begins and ceases to be charged, and what its rotations add. */
import { chargedRotations } from '../catalog/prices.ts';
import type { TrailRecord } from '../world/trail.ts';
import type { KeyRecord } from '../world/types.ts';

/** A key as the bill sees it: from when until when it is charged. */
export interface ChargedKey {
  readonly arn: string;
  readonly account: string;
  readonly region: string;
  readonly manager: 'AWS' | 'CUSTOMER';
  readonly from: number;
  readonly until: number;
  /** The times of its charged rotations and of the first that is free. */
  readonly rotations: readonly number[];
}

/** What the trail tells of the life of keys. */
export class KeyHistory {
  private readonly rotations = new Map<string, number[]>();
  private readonly scheduled = new Map<string, number>();
  private readonly gone: ChargedKey[] = [];

  note({ kind, name, at, error, resources, account, region, createdAt }: TrailRecord): void {
    const arn = resources[0];
    if (arn === undefined || error !== null) return;
    if (name === 'ScheduleKeyDeletion') this.scheduled.set(arn, at);
    if (kind === 'call') return;
    if (name === 'RotateKey') this.noteRotation(arn, at);
    if (name !== 'DeleteKey') return;
    const until = this.scheduled.get(arn) ?? at;
    const rotations = this.rotations.get(arn) ?? [];
    const from = createdAt ?? at;
    this.gone.push({ arn, account: account ?? '', region, manager: 'CUSTOMER', from, until, rotations });
    // A replica may come again under the same ARN: another key.
    this.scheduled.delete(arn);
    this.rotations.delete(arn);
  }

  /** All keys there are and were. A key that waits for its deletion is charged until it was scheduled. */
  keys(present: Iterable<KeyRecord>, now: number): ChargedKey[] {
    const found = [...this.gone];
    for (const { arn, account, region, manager, createdAt, deletion } of present) {
      const until = deletion === null ? now : (this.scheduled.get(arn) ?? now);
      const rotations = this.rotations.get(arn) ?? [];
      found.push({ arn, account, region, manager, from: createdAt, until, rotations });
    }
    return found;
  }

  /** The charged rotations, and the first of those that are free. */
  private noteRotation(arn: string, at: number): void {
    const times = this.rotations.get(arn);
    if (times === undefined) this.rotations.set(arn, [at]);
    else if (times.length <= chargedRotations) times.push(at);
  }
}
