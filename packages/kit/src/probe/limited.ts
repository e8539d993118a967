import type { Attempt } from "./attempt.ts";
import { faultOf, lateFault } from "./fault.ts";
import type { ProbeFailure } from "./outcome.ts";

/** Milliseconds; a timer of more would end at once. */
const MAX_TIMER = 2 ** 31 - 1;

/**
 * Work under a time limit, in milliseconds; what it held open is closed at its end, whatever the end is.
 *
 * @throws the reason of the signal, and nothing else.
 */
export async function limited<T>(
  attempt: Attempt,
  timeout: number,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T | ProbeFailure> {
  signal?.throwIfAborted();
  const { promise: ended, reject } = Promise.withResolvers<never>();
  const stop = () => reject(signal?.reason);
  const late = setTimeout(() => reject(lateFault(attempt, timeout)), Math.min(Math.max(0, timeout), MAX_TIMER));
  signal?.addEventListener("abort", stop);
  try {
    return await Promise.race([work(), ended]);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    return attempt.failure(faultOf(error, attempt));
  } finally {
    clearTimeout(late);
    signal?.removeEventListener("abort", stop);
    attempt.close();
  }
}
