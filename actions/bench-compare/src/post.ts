import { existsSync, realpathSync } from "node:fs";
import type { Post } from "@jessy-actions/kit/action/action";
import { type GateState, gateState } from "@jessy-actions/kit/action/state";
import { killProcessesIn } from "@jessy-actions/kit/process/process-table";
import { Checkouts } from "./measuring/checkouts.ts";
import { foldersIn, removeFolder } from "./measuring/folders.ts";

/**
 * Removes what a run left that was killed: programs that still run in its checkouts, the checkouts, and what git
 * remembers of them. Every place follows from the gate's name, so that a forged state
 * leads nowhere else.
 */
export const post: Post<GateState> = {
  state: gateState,
  async run({ gate }, io) {
    const { checkouts, scratch, temporary } = foldersIn(io.temporary(gate));
    for (const folder of [checkouts, scratch, temporary]) {
      const count = existsSync(folder) ? killProcessesIn(realpathSync(folder)) : 0;
      if (count > 0) io.log.info(`Ended ${count} ${count === 1 ? "program" : "programs"} that still ran in ${folder}.`);
    }
    if (existsSync(checkouts)) io.log.info("Removing the checkouts of base and head.");
    for (const folder of [scratch, temporary]) removeFolder(folder);
    const both = new Checkouts(checkouts, await io.git());
    // Without a workspace there is no git to forget anything.
    if (existsSync(io.workspace)) await both.remove();
    else both.removeFiles();
  },
};
