import { endLiveProcesses } from "./process.ts";

/** What a shell reports of a program that SIGINT ended. */
const CANCELLED = 130;

/**
 * Does some work that a cancelled run must not leave half done: the runner sends SIGINT, after 7.5 s SIGTERM, after 10 s SIGKILL
 * (ProcessInvoker.cs), and only to us: processes in groups of their own would go on. They are ended, `cleanUp` runs, and so do we end.
 *
 * @param cleanUp must be quick and may not wait for anything.
 */
export async function whileCancellable<T>(work: () => Promise<T>, cleanUp: () => void): Promise<T> {
  const cancel = () => {
    endLiveProcesses();
    cleanUp();
    process.exit(CANCELLED);
  };
  process.once("SIGINT", cancel);
  process.once("SIGTERM", cancel);
  try {
    return await work();
  } finally {
    process.off("SIGINT", cancel);
    process.off("SIGTERM", cancel);
  }
}
