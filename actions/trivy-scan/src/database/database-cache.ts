import { createHash } from "node:crypto";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { cacheKey } from "@jessy-actions/kit/cache/cache-key";
import { restoreFolder, saveFolder } from "@jessy-actions/kit/cache/folder-cache";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import { readFile, writePrivateFile } from "@jessy-actions/kit/runner/file-content";
import { ReportError } from "@jessy-actions/reading/report-error";
import { timeInWords } from "./age.ts";
import type { DatabaseKind } from "./database-kind.ts";
import { type KeptDatabase, readKept } from "./kept-database.ts";
import type { Repository } from "./repository.ts";

/** Of the kept folder: another form gets another number. */
const FORM = 1;

/** Where a kept database lies in a run; its last part is a part of the cache's version. */
export const storeOf = (kind: Pick<DatabaseKind, "name">, io: Pick<ActionIo, "temporary">): string =>
  join(io.temporary, kind.name);

const keyFile = (store: string): string => `${store}.key`;

/** The beginning of the keys of a kind. Other repositories are another source, which may be trusted less. */
export function keyPrefix(
  { name, schema }: Pick<DatabaseKind, "name" | "schema">,
  repositories: readonly Repository[],
): string {
  const sources = createHash("sha256")
    .update(repositories.map(({ text }) => text).join("\n"))
    .digest("hex");
  return cacheKey(`${name}-v${schema}.${FORM}`, sources.slice(0, 12));
}

/** The newest database that a run may see. A cache that is down, or holds something else, is said and costs a download. */
export async function restoreKept(
  kind: DatabaseKind,
  repositories: readonly Repository[],
  io: ActionIo,
): Promise<KeptDatabase | undefined> {
  const store = storeOf(kind, io);
  rmSync(store, { recursive: true, force: true });
  try {
    const key = await restoreFolder(store, [keyPrefix(kind, repositories)]);
    io.log.debug(`${kind.title} in the cache: ${key ?? "none"}`);
    return key === undefined ? undefined : readKept(store, kind);
  } catch (error) {
    const reason = (error as Error).message;
    io.log.info(
      error instanceof ReportError
        ? `${kind.title} in the cache cannot be used: ${reason}.`
        : `${kind.title} cannot be looked up: ${reason}.`,
    );
    rmSync(store, { recursive: true, force: true });
    return undefined;
  }
}

/** Events that run code of the branch that they are about, and of nobody else. */
const OWN_CODE = new Set(["push", "workflow_dispatch", "repository_dispatch"]);

/** Whether what a run keeps is trusted by all branches: only the default branch's own runs keep anything. Pure. */
export function maySave({ name, ref, defaultBranch }: Pick<ActionEvent, "name" | "ref" | "defaultBranch">): boolean {
  // A schedule is always of the default branch, and its payload does not name it.
  return (
    name === "schedule" || (OWN_CODE.has(name) && defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`)
  );
}

/** Marks what was downloaded, so that the end of the run saves it. */
export function keepLater(
  kind: DatabaseKind,
  repositories: readonly Repository[],
  updatedAt: number,
  io: ActionIo,
): void {
  writePrivateFile(keyFile(storeOf(kind, io)), keyPrefix(kind, repositories) + cacheKey(timeInWords(updatedAt)));
}

/** Saves what this run marked, and forgets it. A key is never overwritten; a cache that is down is said. */
export async function saveKept(kind: DatabaseKind, io: ActionIo): Promise<void> {
  const store = storeOf(kind, io);
  if (!existsSync(keyFile(store))) return;
  try {
    const isSaved = await saveFolder(store, readFile(keyFile(store)).toString());
    io.log.info(`${kind.title} is ${isSaved ? "kept" : "not kept: the cache has it already, or takes nothing"}.`);
  } catch (error) {
    io.log.info(`${kind.title} is not kept: ${(error as Error).message}.`);
  } finally {
    forget(kind, io);
  }
}

/** Removes what is only needed to save it. */
export function forget(kind: DatabaseKind, io: ActionIo): void {
  for (const path of [storeOf(kind, io), keyFile(storeOf(kind, io))]) rmSync(path, { recursive: true, force: true });
}
