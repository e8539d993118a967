import type { Round } from "@jessy-actions/deployment/checks/round";
import { wait } from "@jessy-actions/kit/http/wait";
import type { Probing } from "./probing.ts";
import { askAll } from "./round.ts";

/** Decides after each round whether to ask again. */
export interface RoundCourse {
  /** When the next round begins, milliseconds since the start; undefined for no other. */
  readonly next: number | undefined;
  /** Gets each round once, and must keep of it what it needs: bodies are large. */
  add(round: Round): unknown;
}

/** Milliseconds before the deadline that the last round gets at least; of a short deadline a tenth. */
const LAST_ROUND = 1000;

/** When the last round begins at the latest, milliseconds since the start: one at the deadline would have no time. Pure. */
export function latestStart(deadline: number): number {
  return Math.max(0, deadline - Math.min(LAST_ROUND, deadline / 10));
}

/**
 * Asks in rounds as the course says, until the deadline by the clock of the machine. The first round is asked whatever
 * the deadline is: nothing asked is nothing known.
 */
export async function askInRounds(probing: Probing, course: RoundCourse): Promise<void> {
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  const left = () => probing.deadline - elapsed();
  const latest = latestStart(probing.deadline);
  for (let at = elapsed(); ; at = elapsed()) {
    const observations = await askAll(probing, left);
    course.add({ at, end: elapsed(), observations });
    const { next } = course;
    if (next === undefined || elapsed() >= latest) return;
    await wait(Math.max(0, Math.min(next, latest) - elapsed()));
  }
}
