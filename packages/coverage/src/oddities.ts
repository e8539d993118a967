import type { ReportWarning } from "./model.ts";

/** The oddities that every parser treats alike. A kind is words that fit before a number, e.g. `...: 3`. */
export const ODDITY = {
  /** One bad number must not cost the rest of a report. */
  line: "records whose line number cannot be, left out",
  functionLine: "functions whose line number cannot be, kept without one",
  negative: "negative hit counts, read as 0",
  noNumber: "hit counts that are not numbers, read as 0",
} as const;

/** What a parser did not take literally: each kind once, with how often it came and where first. */
export class Oddities {
  readonly #found = new Map<string, { count: number; readonly first: string }>();
  readonly #place: () => string;

  /** @param place where the parser is, e.g. `on line 3`; asked once for each kind. */
  constructor(place: () => string) {
    this.#place = place;
  }

  note(kind: string): void {
    const known = this.#found.get(kind);
    if (known === undefined) this.#found.set(kind, { count: 1, first: this.#place() });
    else known.count++;
  }

  /** In the order of first appearance. */
  get warnings(): readonly ReportWarning[] {
    return [...this.#found].map(([kind, { count, first }]) => ({ message: `${kind}: ${count} (first ${first})` }));
  }
}
