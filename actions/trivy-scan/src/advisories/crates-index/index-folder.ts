import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { shownPath } from "@jessy-actions/kit/report/shown-path";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { describeFileError } from "@jessy-actions/kit/runner/file-error";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import { type IndexAnswer, MAX_INDEX_BYTES, readIndexAnswer } from "@jessy-actions/security/rustsec/crates-index";
import type { CratesIndex } from "./crates-index.ts";
import { indexPath } from "./index-path.ts";

/**
 * A copy of the index in a folder. It may hold only some crates: a missing one is not known, where the index itself
 * would say that it was taken down.
 *
 * @throws UserError when it is not a folder.
 */
export function openIndexFolder(folder: string, io: Pick<ActionIo, "workspace">): CratesIndex {
  const path = resolve(io.workspace, folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UserError(
      `input \`crates-index\`: there is no folder ${quote(folder)}; write \`https://index.crates.io\`, or a folder in its form`,
    );
  const origin = `the folder ${shownPath(path, io.workspace) || "."}`;
  return {
    about: { name: "crates-index", version: null, updatedAt: null, origin },
    ask: async (crates) => {
      const answers = new Map<string, IndexAnswer>();
      const refusals = new Map<string, string>();
      for (const crate of new Set(crates)) {
        const read = readCrate(path, crate);
        if (typeof read === "string") refusals.set(crate, read);
        else answers.set(crate, read);
      }
      return { answers, refusals };
    },
  };
}

/** @returns what it says, or why it says nothing. */
function readCrate(folder: string, crate: string): IndexAnswer | string {
  const inside = indexPath(crate);
  if (inside === undefined) return "is not a name that crates.io has";
  const path = join(folder, inside);
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return `the folder has no ${inside}`;
    if (!stat.isFile()) return `${inside} is not a file`;
    if (stat.size > MAX_INDEX_BYTES) return `${inside} is larger than ${MAX_INDEX_BYTES / 1_000_000} MB`;
    return readIndexAnswer(readFile(path), crate);
  } catch (error) {
    if (error instanceof ReportError) return `${inside} ${error.message}`;
    const refusal = describeFileError(error);
    if (refusal === undefined) throw error;
    return refusal;
  }
}
