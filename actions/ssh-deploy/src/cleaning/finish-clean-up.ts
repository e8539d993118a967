import type { Log } from "@jessy-actions/kit/runner/log";
import type { Remote } from "../connecting/remote.ts";
import { cleanUp } from "./clean-up.ts";
import { readJournal, removeJournal } from "./clean-up-file.ts";

/**
 * Does what a run left to do, if it left anything. What cannot be done is told, and left to the next run: it takes over the
 * locks of a run that has ended.
 *
 * @param folder of the gate, absolute. @param open the hosts, by what the run left of its connections.
 */
export async function finishCleanUp(folder: string, open: () => Remote, log: Log): Promise<void> {
  const left = readJournal(folder);
  if (left === undefined) return;
  try {
    const remote = open();
    const results = await cleanUp(left.plan, left.entry, (host, script) => remote.run(host, script));
    for (const { host, isDone, note } of results) {
      if (isDone) log.info(`${host}: ${note}.`);
      else
        log.warning(`${host} could not be cleaned up: ${note}. The next run takes its lock over, and goes on there.`);
    }
  } finally {
    // It holds variables of the user.
    removeJournal(folder);
  }
}
