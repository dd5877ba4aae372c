/* Keeps what is on the workbench, one write after the other; where another tab was first, in a copy. */
import { keepDraft, newCopyId } from '@/lib/browser/playground-drafts.ts';
import type { PlaygroundState } from '@/lib/model/playground.ts';

export interface Kept {
  readonly place: string;
  readonly state: PlaygroundState;
  /** Kept beside the state: a copy's name, what a visit is about. */
  readonly beside: Readonly<Record<string, unknown>>;
  /** The name of a copy, should it come to that. */
  readonly copyName: string;
}

export interface KeeperEvents {
  onKept(place: string): void;
  onFailed(): void;
  /** Another tab had written: the work goes on, under another id. */
  onCopied(from: string, copy: { readonly id: string; readonly name: string }): void;
}

export class DraftKeeper {
  /** The revision of each draft that this tab knows. */
  private readonly seen = new Map<string, string>();
  private readonly copies = new Map<string, { readonly id: string; readonly name: string }>();
  private readonly events: KeeperEvents;
  private waiting: Kept | null = null;
  private running: Promise<void> | null = null;

  constructor(events: KeeperEvents) {
    this.events = events;
  }

  /** The draft was read with this revision. */
  opened(place: string, revision: string): void {
    this.seen.set(place, revision);
    this.copies.delete(place);
  }

  knows(place: string, revision: string): boolean {
    return this.seen.get(place) === revision;
  }

  /** Keeps the state; while one write is under way only the last of those that follow is written. */
  keep(kept: Kept): Promise<void> {
    this.waiting = kept;
    this.running ??= this.run().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async run(): Promise<void> {
    for (let next = this.waiting; next !== null; next = this.waiting) {
      this.waiting = null;
      try {
        await this.write(next);
      } catch {
        // The browser keeps nothing, or no more than it has: the reader is told and goes on.
        this.events.onFailed();
      }
    }
  }

  private async write({ place, state, beside, copyName }: Kept): Promise<void> {
    const copy = this.copies.get(place);
    const id = copy?.id ?? place;
    const record = copy ? { name: copy.name, state } : { ...beside, state };
    const revision = await keepDraft(id, record, this.seen.get(id) ?? '');
    if (revision !== null) {
      this.seen.set(id, revision);
      this.events.onKept(id);
      return;
    }
    const made = { id: newCopyId(), name: copyName };
    const first = await keepDraft(made.id, { name: made.name, state }, '');
    if (first === null) throw new Error('nobody else writes under a new id');
    this.seen.set(made.id, first);
    this.copies.set(place, made);
    this.events.onCopied(place, made);
  }
}
