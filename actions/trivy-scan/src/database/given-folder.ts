import { chmodSync, mkdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { shownPath } from "@jessy-actions/kit/report/shown-path";
import { copyFile } from "@jessy-actions/kit/runner/file-content";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Database } from "./database.ts";
import { type DatabaseKind, METADATA_FILE } from "./database-kind.ts";
import { settleDatabase } from "./open-database.ts";
import type { Preparation } from "./preparation.ts";
import { Unusable } from "./unusable.ts";

/**
 * A database that another step prepared. Trivy gets a copy of its own: older versions open it to write, and repair it.
 *
 * @param given of `db-folder`, relative to the workspace. @throws UserError that names the file.
 */
export async function copyDatabase(
  kind: DatabaseKind,
  given: string,
  { io, folder, maxAge, now }: Preparation,
): Promise<Database> {
  const source = resolve(io.workspace, given, kind.folder);
  const names = [kind.file, METADATA_FILE];
  const shown = (path: string) => `\`${shownPath(path, io.workspace)}\``;
  for (const name of names) checkFile(join(source, name), kind, shown(join(source, name)));
  const downloadedAt = Math.trunc(statSync(join(source, kind.file)).mtimeMs);
  try {
    const { updatedAt } = await settleDatabase({ kind, folder, maxAge, now, downloadedAt }, (copy) => {
      mkdirSync(copy, { recursive: true, mode: 0o700 });
      for (const name of names) {
        copyFile(join(source, name), join(copy, name));
        chmodSync(join(copy, name), 0o600);
      }
    });
    return { name: kind.name, version: null, updatedAt, origin: `the folder ${shown(resolve(io.workspace, given))}` };
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    throw new UserError(`${kind.title} in ${shown(source)} (input \`db-folder\`) cannot be used: ${error.message}`);
  }
}

function checkFile(path: string, kind: DatabaseKind, shown: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined)
    throw new UserError(
      `${kind.title} is missing: ${shown} (input \`db-folder\`) does not exist; prepare it in an earlier step, or leave the input out`,
    );
  if (!stats.isFile()) throw new UserError(`${shown} (input \`db-folder\`) is not a file`);
  if (stats.size > kind.maxFileBytes)
    throw new UserError(
      `${shown} (input \`db-folder\`) has ${stats.size} bytes; at most ${kind.maxFileBytes} are taken`,
    );
}
