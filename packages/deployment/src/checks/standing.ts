import type { Check } from "./check.ts";
import { holds, type JudgedRound } from "./round.ts";

/** How one check stands after some rounds. */
export interface Standing {
  /** Rounds in a row, up to the last one, in which every address passed. */
  readonly passed: number;
  /** Whether that is what is asked for. */
  readonly isHeld: boolean;
  /** When the row began, milliseconds since the start; undefined outside one. */
  readonly since: number | undefined;
}

/** How each check stands, in their order. A round that did not ask a check ends its row: nothing asked is never a pass. Pure. */
export function standings(checks: readonly Check[], rounds: readonly JudgedRound[]): readonly Standing[] {
  return checks.map(({ passes }, check) => {
    let passed = 0;
    let since: number | undefined;
    for (let at = rounds.length - 1; at >= 0 && passedChecks(rounds[at]!).has(check); at--) {
      passed++;
      since = rounds[at]!.end;
    }
    return { passed, isHeld: passed >= passes && passed > 0, since };
  });
}

/** Of rounds that were looked at before: an hour of rounds is looked at after each of them. */
const known = new WeakMap<JudgedRound, ReadonlySet<number>>();

/** The checks that passed on every address that they were asked on. */
function passedChecks(round: JudgedRound): ReadonlySet<number> {
  const before = known.get(round);
  if (before !== undefined) return before;
  const passed = new Set(round.observations.map(({ check }) => check));
  for (const observation of round.observations) if (!holds(observation)) passed.delete(observation.check);
  known.set(round, passed);
  return passed;
}
