import type { Post } from "@jessy-actions/kit/action/action";
import { type GateState, gateState } from "@jessy-actions/kit/action/state";
import { removeWorkspaceFile } from "@jessy-actions/kit/cache/workspace-file";
import { cachePath } from "./baseline/cache-entry.ts";

/**
 * Removes what a run left that was killed: the baseline, which has to lie in the workspace on its way to or from the
 * cache.
 */
export const post: Post<GateState> = {
  state: gateState,
  async run({ gate }, io) {
    removeWorkspaceFile(io.workspace, cachePath(gate));
  },
};
