import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Post } from "@jessy-actions/kit/action/action";
import { type GateState, gateState } from "@jessy-actions/kit/action/state";
import { removePrivateConfig } from "@jessy-actions/kit/docker/docker-config";
import { foldersOf } from "./planning/build-planning.ts";

/** Removes credentials, secrets and exported images, also of a run that was cancelled or killed. */
export const post: Post<GateState> = {
  state: gateState,
  async run({ gate }, io) {
    const folder = io.temporary(gate);
    const { layouts, private: secrets } = foldersOf(folder);
    removePrivateConfig(folder);
    for (const path of [secrets, layouts, join(folder, "scan"), join(folder, "mounts")])
      rmSync(path, { recursive: true, force: true });
  },
};
