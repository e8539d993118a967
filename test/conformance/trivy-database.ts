import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { corpus } from "./corpora.ts";

/** Never out of date, for Trivy. */
const METADATA = {
  NextUpdate: "2036-01-01T00:00:00Z",
  UpdatedAt: "2026-11-27T00:00:00Z",
  DownloadedAt: "2026-11-27T00:00:00Z",
};

/** Trivy's database of the corpora in a cache folder; undefined where there is none. */
export function trivyDatabase(): string | undefined {
  const packed = corpus("trivy-db/trivy.db.xz");
  if (packed === undefined) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "jessy-trivy-db-"));
  mkdirSync(join(folder, "db"));
  execFileSync("sh", ["-c", 'xz -dc -- "$0" > "$1"', packed, join(folder, "db/trivy.db")]);
  writeFileSync(join(folder, "db/metadata.json"), JSON.stringify({ Version: 2, ...METADATA }));
  return folder;
}

/** A Java database that knows no archive: those that say what they are need none. */
export function addJavaDatabase(folder: string): void {
  const { DatabaseSync } = process.getBuiltinModule("node:sqlite");
  mkdirSync(join(folder, "java-db"));
  const database = new DatabaseSync(join(folder, "java-db/trivy-java.db"));
  database.exec("CREATE TABLE artifacts(id INTEGER PRIMARY KEY, group_id TEXT, artifact_id TEXT)");
  database.exec("CREATE TABLE indices(artifact_id INTEGER, version TEXT, sha1 BLOB, archive_type TEXT)");
  database.close();
  writeFileSync(join(folder, "java-db/metadata.json"), JSON.stringify({ Version: 1, ...METADATA }));
}
