import type { Database } from "./database.ts";
import { inspectSqliteFile } from "./sqlite-file.ts";
import { inspectVulnerabilityFile } from "./vulnerability-file.ts";

/** One of Trivy's two databases: how it is published, and where Trivy looks for it. */
export interface DatabaseKind {
  readonly name: Database["name"] & `trivy-${string}`;
  /** The subject of a sentence. */
  readonly title: string;
  /** The input with its repositories. */
  readonly input: "db-repositories" | "java-db-repositories";
  /** Below `--cache-dir`. */
  readonly folder: string;
  readonly file: string;
  /** Of the one layer of its manifest. */
  readonly mediaType: string;
  /** What `Version` in its metadata must be. It is the tag of its repositories as well. */
  readonly schema: number;
  /** Packed. About 0.1 and 0.8 GB in 2026. */
  readonly maxLayerBytes: number;
  /** Unpacked. */
  readonly maxFileBytes: number;
  /** Milliseconds since it was made, whatever `db-max-age` says. */
  readonly leastMaxAge: number;
  /** @throws ReportError in half a sentence for a file that Trivy could not read, or that says nothing. */
  readonly inspect: (path: string) => void;
}

const GIGABYTE = 1024 ** 3;
const DAY = 24 * 60 * 60_000;

/** Media types, names and schemas are Trivy's own (aquasecurity/trivy, pkg/db and pkg/javadb). */
export const VULNERABILITIES: DatabaseKind = {
  name: "trivy-db",
  title: "Trivy's vulnerability database",
  input: "db-repositories",
  folder: "db",
  file: "trivy.db",
  mediaType: "application/vnd.aquasec.trivy.db.layer.v1.tar+gzip",
  schema: 2,
  maxLayerBytes: GIGABYTE,
  maxFileBytes: 8 * GIGABYTE,
  leastMaxAge: 0,
  inspect: inspectVulnerabilityFile,
};

/**
 * Names of Java archives by their digest. It is made once a week and only grows: an old one misses the newest archives,
 * and no vulnerability of those that it knows.
 */
export const JAVA_ARCHIVES: DatabaseKind = {
  name: "trivy-java-db",
  title: "Trivy's Java database",
  input: "java-db-repositories",
  folder: "java-db",
  file: "trivy-java.db",
  mediaType: "application/vnd.aquasec.trivy.javadb.layer.v1.tar+gzip",
  schema: 1,
  maxLayerBytes: 4 * GIGABYTE,
  maxFileBytes: 16 * GIGABYTE,
  leastMaxAge: 30 * DAY,
  inspect: inspectSqliteFile,
};

export const METADATA_FILE = "metadata.json";
export const MAX_METADATA_BYTES = 64 * 1024;
