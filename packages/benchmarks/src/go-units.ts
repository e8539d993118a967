import type { Direction, Judgement } from "./model.ts";
import { resolveUnit, type Unit } from "./units.ts";

/** What `Unit` lines say of units. They hold for all lines, also those before them. */
export class UnitLines {
  readonly #told = new Map<string, Map<string, string>>();

  /**
   * `Unit ns/op better=lower assume=exact`; the first statement wins, as in benchstat.
   *
   * @returns what contradicts an earlier line, a text each.
   */
  read(line: string): string[] {
    const [, written = "", ...pairs] = line.split(/\p{White_Space}+/u);
    const unit = tidied(written);
    const known = this.#told.get(unit) ?? new Map<string, string>();
    this.#told.set(unit, known);
    return pairs.flatMap((pair) => {
      const [key, value] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
      const first = known.get(key) ?? value;
      known.set(key, first);
      return first === value ? [] : [`${key} of unit ${written} is ${first} and ${value}; the first holds`];
    });
  }

  /** They outrank what we know of a unit; `assume=exact` makes it an exact one. */
  resolve(written: string): Unit {
    const known = resolveUnit(written);
    const told = this.#told.get(tidied(written));
    if (told === undefined) return known;
    const direction = told.get("better");
    const better: Direction = direction === "lower" || direction === "higher" ? direction : known.better;
    const assume = told.get("assume");
    const judged: Judgement =
      assume === "exact" ? "exact" : assume === "nothing" || known.judgement === "shown" ? "timed" : known.judgement;
    return { ...known, better, judgement: better === "none" ? "shown" : judged };
  }
}

/** The base units of `Unit` lines: benchfmt converts what package testing writes. */
function tidied(unit: string): string {
  return unit === "ns/op" ? "sec/op" : unit === "MB/s" ? "B/s" : unit;
}
