import { Worker } from "node:worker_threads";
import type { PoolOptions, PoolRunnerInitializer, PoolWorker } from "vitest/node";

type Listener = Parameters<Worker["on"]>[1];

let kept: Worker | undefined;
/** Vitest does not wait for one run to let go of its thread before it starts the next. */
let isFree: Promise<void> = Promise.resolve();

/**
 * Runs tests in a thread that stays. Vitest starts one for every run and loads itself there; with a run for each mutant
 * that is most of the time. What the tests load from this repository is loaded afresh for each run, because a mutant
 * may stand in code that runs only once.
 */
export const KEPT_THREAD: PoolRunnerInitializer = {
  name: "kept-thread",
  createPoolWorker: (options: PoolOptions): PoolWorker => {
    const entry = new URL("kept-thread-worker.ts", import.meta.url);
    kept ??= new Worker(entry, { env: options.env as NodeJS.ProcessEnv, execArgv: options.execArgv });
    const thread = kept;
    const listeners: [event: string, listener: Listener][] = [];
    const letGo = Promise.withResolvers<void>();
    return {
      name: "kept-thread",
      on: (event, listener: Listener) => {
        listeners.push([event, listener]);
        thread.on(event, listener);
      },
      off: (event, listener: Listener) => void thread.off(event, listener),
      send: (message) => thread.postMessage(message),
      deserialize: (data) => data,
      start: async () => {
        const before = isFree;
        isFree = letGo.promise;
        await before;
        thread.ref();
      },
      stop: async () => {
        // Vitest counts on the end of the thread to be rid of its listeners.
        for (const [event, listener] of listeners) thread.off(event, listener);
        thread.unref();
        letGo.resolve();
      },
    };
  },
};
