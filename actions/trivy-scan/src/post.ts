import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Post } from "@jessy-actions/kit/action/action";
import { type GateState, gateState } from "@jessy-actions/kit/action/state";
import { baseFolder, removeFolder } from "./comparing/base-checkout.ts";

/** What a scan of one target works in: its reports, the layers of its image, a registry's credentials. */
const WORK = /^scan-/;

/**
 * Removes the base's files, and what a scan that was cancelled or killed left: images and credentials. The reports stay
 * for the steps after this one.
 */
export const post: Post<GateState> = {
  state: gateState,
  async run({ gate }, io) {
    const folder = io.temporary(gate);
    removeFolder(baseFolder(folder));
    const entries = existsSync(folder) ? readdirSync(folder) : [];
    for (const name of entries.filter((name) => WORK.test(name))) removeFolder(join(folder, name));
    // A checkout that was cut short is one that the clone remembers.
    await (await io.git()).pruneWorktrees();
  },
};
