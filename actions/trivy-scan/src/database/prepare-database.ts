import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Inputs } from "../inputs.ts";
import type { Database } from "./database.ts";
import { saveKept } from "./database-cache.ts";
import { JAVA_ARCHIVES, VULNERABILITIES } from "./database-kind.ts";
import { copyDatabase } from "./given-folder.ts";
import { clearFolder } from "./kept-database.ts";
import { obtainDatabase } from "./obtain-database.ts";
import type { Preparation } from "./preparation.ts";

export interface TrivyDatabase {
  /** What `--cache-dir` takes, absolute: it holds `db/`, and `java-db/` where that is needed. */
  readonly folder: string;
  readonly databases: readonly Database[];
}

/**
 * Trivy's databases in a folder, from the cache or from the first repository that answers.
 *
 * @param timing for tests. @throws UserError when there is none that is young enough.
 */
export async function prepareDatabase(
  inputs: Inputs["database"],
  needs: { readonly vulnerabilities: boolean; readonly java: boolean },
  io: ActionIo,
  timing: Partial<Pick<Preparation, "now" | "sleep" | "idleTimeout">> = {},
): Promise<TrivyDatabase> {
  const { repositories, javaRepositories, maxAge, folder: given, cache } = inputs;
  const folder = join(io.temporary, "trivy-databases");
  const preparation = { io, folder, maxAge, cache, now: Date.now(), ...timing };
  const wanted = [
    ...(needs.vulnerabilities ? [{ kind: VULNERABILITIES, texts: repositories }] : []),
    ...(needs.java ? [{ kind: JAVA_ARCHIVES, texts: javaRepositories }] : []),
  ];
  const databases: Database[] = [];
  for (const { kind, texts } of wanted) {
    clearFolder(join(folder, kind.folder));
    databases.push(
      given === undefined
        ? await obtainDatabase(kind, texts, preparation)
        : await copyDatabase(kind, given, preparation),
    );
  }
  return { folder, databases };
}

/** Keeps for later runs what this one downloaded; only on the default branch. */
export async function keepDatabase(inputs: Inputs["database"], io: ActionIo): Promise<void> {
  if (!inputs.cache) return;
  for (const kind of [VULNERABILITIES, JAVA_ARCHIVES]) await saveKept(kind, io);
}
