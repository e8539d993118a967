import { endAllPrograms, endForegroundPrograms, killAllPrograms } from "./lifetime.ts";

/** What a shell reports of a program that SIGINT ended. */
const CANCELLED = 130;

/** What has to be undone, the latest first. */
const cleanUps: (() => void)[] = [];

/** What has to be undone and takes its time (on other machines), the latest first. */
const lateWork: (() => Promise<void>)[] = [];

let isCancelling = false;

/**
 * Milliseconds from the runner's SIGINT until everything must be cleaned up: its SIGTERM comes after 7.5 s. What is not
 * done by then is for `post`.
 */
export const CLEAN_UP_TIME = 6000;

/**
 * Does some work that a cancelled run must not leave half done: the runner sends SIGINT, after 7.5 s SIGTERM, after 10
 * s SIGKILL (ProcessInvoker.cs), and only to us: programs in groups of their own would go on. They are asked to end,
 * killed after their grace, the work of `onCancel` is done, the clean-ups run, and the process exits. A second signal
 * kills at once.
 *
 * @param cleanUp must be quick and may not wait for anything.
 */
export async function whileCancellable<T>(work: () => Promise<T>, cleanUp: () => void = () => undefined): Promise<T> {
  if (cleanUps.length === 0) for (const signal of SIGNALS) process.on(signal, cancel);
  cleanUps.unshift(cleanUp);
  try {
    return await work();
  } finally {
    cleanUps.splice(cleanUps.indexOf(cleanUp), 1);
    if (cleanUps.length === 0) for (const signal of SIGNALS) process.off(signal, cancel);
  }
}

/**
 * Does `work` if the run is cancelled from now on, after every program has ended that is not marked `outlivesCancel`:
 * only such programs may run in it. It has what is left of `CLEAN_UP_TIME`. What was awaited outside of it never goes on
 * if it was a program, and must look for itself if it was anything else.
 *
 * @returns takes `work` back.
 */
export function onCancel(work: () => Promise<void>): () => void {
  lateWork.unshift(work);
  return () => {
    const index = lateWork.indexOf(work);
    if (index >= 0) lateWork.splice(index, 1);
  };
}

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

function cancel(): void {
  if (isCancelling) stopNow();
  isCancelling = true;
  // It also keeps the process alive until then.
  setTimeout(stopNow, CLEAN_UP_TIME);
  void cleanUpLate().then(exit);
}

async function cleanUpLate(): Promise<void> {
  if (lateWork.length > 0) await endForegroundPrograms();
  for (const work of [...lateWork]) await work().catch(reportFailure);
  await endAllPrograms();
}

function stopNow(): never {
  killAllPrograms();
  exit();
}

function exit(): never {
  for (const cleanUp of cleanUps) {
    try {
      cleanUp();
    } catch (error) {
      reportFailure(error);
    }
  }
  process.exit(CANCELLED);
}

function reportFailure(error: unknown): void {
  process.stderr.write(`cleaning up after the cancellation failed: ${(error as Error).message}\n`);
}
