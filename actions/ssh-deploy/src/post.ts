import type { Post } from "@jessy-actions/kit/action/action";
import { type GateState, gateState } from "@jessy-actions/kit/action/state";
import { finishCleanUp } from "./cleaning/finish-clean-up.ts";
import { leaveHosts, remoteLeftBy } from "./connecting/open-remote.ts";

/**
 * Does what a run that was cancelled or killed left to do on its hosts, closes its connections, and wipes its keys. After a
 * run that came to its end, only the latter.
 */
export const post: Post<GateState> = {
  state: gateState,
  async run({ gate }, io) {
    try {
      await finishCleanUp(io.temporary(gate), () => remoteLeftBy(io, gate, "post"), io.log);
    } finally {
      await leaveHosts(io, gate);
    }
  },
};
