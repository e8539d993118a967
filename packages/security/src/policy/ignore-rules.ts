import type { Finding, FindingPlace } from "../findings/finding.ts";
import { checkName } from "./check-name.ts";
import { matchesEntry } from "./entry-match.ts";
import { type IgnoreEntry, isExpired } from "./ignore-file.ts";

/** The entries that count, found by the names of a finding, so that many of both are no matter. */
export class IgnoreRules {
  readonly #byName: ReadonlyMap<string, readonly IgnoreEntry[]>;
  readonly #placeOf: (place: FindingPlace) => FindingPlace;
  readonly #used = new Set<IgnoreEntry>();
  /** Those that have not expired. */
  readonly active: readonly IgnoreEntry[];
  readonly expired: readonly IgnoreEntry[];

  /**
   * @param now in milliseconds since 1970.
   * @param placeOf where the paths of entries look for a finding, which may be called otherwise.
   */
  constructor(
    entries: readonly IgnoreEntry[],
    now: number,
    placeOf: (place: FindingPlace) => FindingPlace = (place) => place,
  ) {
    this.active = entries.filter((entry) => !isExpired(entry, now));
    this.expired = entries.filter((entry) => isExpired(entry, now));
    this.#byName = Map.groupBy(this.active, ({ id }) => checkName(id) ?? id);
    this.#placeOf = placeOf;
  }

  /** The first entry that sets a finding aside. Every other one that would counts as used, too. */
  entryFor(finding: Finding): IgnoreEntry | undefined {
    let first: IgnoreEntry | undefined;
    for (const name of new Set([finding.id, ...finding.aliases].map((each) => checkName(each) ?? each))) {
      for (const entry of this.#byName.get(name) ?? []) {
        if (!matchesEntry(entry, entry.paths === undefined ? finding : this.#placed(finding))) continue;
        this.#used.add(entry);
        first ??= entry;
      }
    }
    return first;
  }

  isUsed(entry: IgnoreEntry): boolean {
    return this.#used.has(entry);
  }

  #placed(finding: Finding): Finding {
    const place = this.#placeOf(finding.place);
    return place === finding.place ? finding : { ...finding, place };
  }
}
