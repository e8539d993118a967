import { setTimeout } from "node:timers/promises";

/** sshd drops connections at random while ten are not yet authenticated (MaxStartups 10:30:100). */
const ATTEMPTS = 5;
/** Milliseconds; doubled each time, and half of it by chance, so that hosts do not come back together. */
const FIRST_WAIT = 200;

/** Does something again that a busy host refused. @param wait for so many milliseconds. */
export async function retryWhileBusy<T>(
  work: () => Promise<T>,
  isBusy: (result: T) => boolean,
  wait: (time: number) => Promise<void> = (time) => setTimeout(time),
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const result = await work();
    if (attempt === ATTEMPTS || !isBusy(result)) return result;
    await wait(FIRST_WAIT * 2 ** (attempt - 1) * (0.5 + Math.random()));
  }
}
