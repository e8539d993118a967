import type { Finding } from "@jessy-actions/security/findings/finding";

/**
 * What findings were made from, found again by what they say: comparing takes away what is only for comparing, and gives
 * other objects.
 */
export class Originals<Item> {
  readonly #byContent: ReadonlyMap<string, Item[]>;

  constructor(items: readonly Item[], findingOf: (item: Item) => Finding) {
    this.#byContent = Map.groupBy(items, (item) => contentOf(findingOf(item)));
  }

  /** Each is taken once. */
  take(finding: Finding): Item | undefined {
    return this.#byContent.get(contentOf(finding))?.shift();
  }
}

function contentOf(finding: Finding): string {
  const { kind, id, severity, title, place, detail, package: affected } = finding;
  return JSON.stringify([kind, id, severity, title, place, detail, affected]);
}
