import { lineAt } from './lines.ts';
import type { Assumption, AssumptionCode } from './types.ts';

/** Collects what was taken for granted while one policy was read, each thing once. */
export class Assumptions {
  private readonly found = new Map<string, Assumption>();
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  add(code: AssumptionCode, expression: string, value: string, at: number): void {
    const key = `${code} ${expression} ${value}`;
    if (!this.found.has(key)) {
      this.found.set(key, { code, expression, value, line: lineAt(this.source, at) });
    }
  }

  get all(): readonly Assumption[] {
    return [...this.found.values()];
  }
}
