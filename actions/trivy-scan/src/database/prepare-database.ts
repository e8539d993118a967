import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Inputs } from "../inputs.ts";
import type { Database } from "./database.ts";
import { saveKept } from "./database-cache.ts";
import { type DatabaseKind, JAVA_ARCHIVES, VULNERABILITIES } from "./database-kind.ts";
import { copyDatabase } from "./given-folder.ts";
import { clearFolder } from "./kept-database.ts";
import { obtainDatabase } from "./obtain-database.ts";
import type { Preparation } from "./preparation.ts";

export interface TrivyDatabase {
  /** What `--cache-dir` takes, absolute: it holds `db/`, and `java-db/` where that is needed. */
  readonly folder: string;
  readonly databases: readonly Database[];
}

type Timing = Partial<Pick<Preparation, "now" | "sleep" | "idleTimeout">>;

/**
 * Trivy's databases in a folder of their own, from the cache or from the first repository that answers.
 *
 * @param timing for tests. @throws UserError when there is none that is young enough.
 */
export async function prepareDatabase(
  inputs: Inputs["database"],
  needs: { readonly vulnerabilities: boolean; readonly java: boolean },
  io: ActionIo,
  timing: Timing = {},
): Promise<TrivyDatabase> {
  const folder = databaseFolder(io);
  clearFolder(folder);
  const kinds = [...(needs.vulnerabilities ? [VULNERABILITIES] : []), ...(needs.java ? [JAVA_ARCHIVES] : [])];
  return { folder, databases: await obtainAll(kinds, inputs, io, timing) };
}

/** The Java database, beside what `prepareDatabase` has brought. @throws UserError as it does. */
export async function addJavaDatabase(inputs: Inputs["database"], io: ActionIo): Promise<readonly Database[]> {
  return obtainAll([JAVA_ARCHIVES], inputs, io, {});
}

const databaseFolder = ({ temporary }: ActionIo): string => join(temporary, "trivy-databases");

async function obtainAll(
  kinds: readonly DatabaseKind[],
  { repositories, javaRepositories, maxAge, folder: given, cache }: Inputs["database"],
  io: ActionIo,
  timing: Timing,
): Promise<readonly Database[]> {
  const preparation = { io, folder: databaseFolder(io), maxAge, cache, now: Date.now(), ...timing };
  const databases: Database[] = [];
  for (const kind of kinds) {
    const texts = kind === JAVA_ARCHIVES ? javaRepositories : repositories;
    const database =
      given === undefined ? obtainDatabase(kind, texts, preparation) : copyDatabase(kind, given, preparation);
    databases.push(await database);
  }
  return databases;
}

/** Keeps for later runs what this one downloaded; only on the default branch. */
export async function keepDatabase(inputs: Inputs["database"], io: ActionIo): Promise<void> {
  if (!inputs.cache) return;
  for (const kind of [VULNERABILITIES, JAVA_ARCHIVES]) await saveKept(kind, io);
}
