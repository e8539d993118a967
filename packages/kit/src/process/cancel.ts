import { endAllPrograms, killAllPrograms } from "./lifetime.ts";

/** What a shell reports of a program that SIGINT ended. */
const CANCELLED = 130;

/** What has to be undone, the latest first. */
const cleanUps: (() => void)[] = [];

let isCancelling = false;

/**
 * Does some work that a cancelled run must not leave half done: the runner sends SIGINT, after 7.5 s SIGTERM, after 10
 * s SIGKILL (ProcessInvoker.cs), and only to us: programs in groups of their own would go on. They are asked to end,
 * killed after their grace, the clean-ups run, and the process exits. A second signal kills at once.
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

const SIGNALS = ["SIGINT", "SIGTERM"] as const;

function cancel(): void {
  if (isCancelling) {
    killAllPrograms();
    exit();
  }
  isCancelling = true;
  void endAllPrograms().then(exit);
}

function exit(): never {
  for (const cleanUp of cleanUps) {
    try {
      cleanUp();
    } catch (error) {
      process.stderr.write(`cleaning up after the cancellation failed: ${(error as Error).message}\n`);
    }
  }
  process.exit(CANCELLED);
}
