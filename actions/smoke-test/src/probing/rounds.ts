import { wait } from "@jessy-actions/kit/http/wait";
import type { Probing, Round } from "./probing.ts";
import { askAll } from "./round.ts";

/** Milliseconds before the deadline that the last round gets at least; of a short deadline a tenth. */
const LAST_ROUND = 1000;

/**
 * Asks in rounds until told to stop or until the deadline, by the clock of the machine. The first round is asked
 * whatever the deadline is: nothing asked is nothing known. The last one begins shortly before the deadline.
 *
 * @param decide milliseconds to wait before the next round, or undefined for no other. It gets each round once, and must
 *   keep of it what it needs: bodies are large.
 */
export async function askInRounds(probing: Probing, decide: (round: Round) => number | undefined): Promise<void> {
  const start = performance.now();
  const elapsed = () => performance.now() - start;
  const left = () => probing.deadline - elapsed();
  const last = Math.min(LAST_ROUND, probing.deadline / 10);
  for (;;) {
    const at = elapsed();
    const pause = decide({ at, observations: await askAll(probing, left) });
    const room = left() - last;
    if (pause === undefined || room <= 0) return;
    await wait(Math.min(pause, room));
  }
}
