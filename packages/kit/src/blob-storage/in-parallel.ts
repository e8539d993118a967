/**
 * Runs a piece of work for every item, a few at a time, in order. The first failure tells those that run to stop, and
 * waits until they have: nothing goes on behind the caller's back.
 */
export async function inParallel<T>(
  items: readonly T[],
  limit: number,
  signal: AbortSignal | undefined,
  work: (item: T, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const failed = new AbortController();
  const stop = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  const left = items.values();
  const worker = async () => {
    for (const item of left) {
      stop.throwIfAborted();
      await work(item, stop);
    }
  };
  const workers = Array.from({ length: Math.max(1, limit) }, async () => {
    try {
      await worker();
    } catch (error) {
      // The reason of the first is the one that `stop` gives to all others.
      failed.abort(error);
    }
  });
  await Promise.all(workers);
  stop.throwIfAborted();
}
