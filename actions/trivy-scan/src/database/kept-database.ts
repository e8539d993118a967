import { createHash } from "node:crypto";
import { lstatSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createPrivateFile, readFile, writePrivateFile } from "@jessy-actions/kit/runner/file-content";
import { describeFileError } from "@jessy-actions/kit/runner/file-error";
import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import { timeInWords } from "./age.ts";
import { type DatabaseKind, MAX_METADATA_BYTES } from "./database-kind.ts";
import { type Layer, layerOf } from "./layer.ts";
import type { Metadata } from "./metadata.ts";
import { parseRepositories } from "./repository.ts";

/**
 * A database as it came from its registry: the manifest, whose digest may be pinned, and the archive that the manifest
 * names by its digest. It is kept so, packed, since nothing else can be verified again.
 */
export interface KeptDatabase {
  readonly folder: string;
  /** Of the manifest. */
  readonly digest: string;
  readonly layer: Layer;
  /** Where it was downloaded. */
  readonly repository: string;
  /** Milliseconds since 1970. The times are a hint only: what counts is in the archive. */
  readonly downloadedAt: number;
  readonly updatedAt: number;
  readonly nextUpdate: number;
}

const MANIFEST = "manifest.json";
const LAYER = "layer.tar.gz";
const RECORD = "record.json";
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;

export const layerFile = (folder: string): string => join(folder, LAYER);

/** Makes an empty folder for a database. */
export function clearFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Completes a folder that has the archive. The record comes last: a folder without it is not whole. */
export function completeKept(
  folder: string,
  manifest: Buffer,
  { updatedAt, nextUpdate }: Metadata,
  { repository, downloadedAt }: Pick<KeptDatabase, "repository" | "downloadedAt">,
): void {
  // Byte by byte: its digest is what may be pinned.
  const file = createPrivateFile(join(folder, MANIFEST));
  file.append(manifest);
  file.close();
  const times = { downloadedAt, updatedAt, nextUpdate };
  const written = Object.fromEntries(Object.entries(times).map(([name, time]) => [name, timeInWords(time)]));
  writePrivateFile(join(folder, RECORD), JSON.stringify({ repository, ...written }));
}

/**
 * Reads what came from the cache, all of which is untrusted. The archive itself is verified when it is unpacked.
 *
 * @throws ReportError in half a sentence that names what is wrong.
 */
export function readKept(folder: string, kind: DatabaseKind): KeptDatabase {
  const manifest = contentOf(folder, MANIFEST, MAX_MANIFEST_BYTES);
  const layer = about(MANIFEST, () => layerOf(manifest, kind));
  const record = about(RECORD, () => parseJson([contentOf(folder, RECORD, MAX_METADATA_BYTES)]));
  const size = sizeOf(folder, LAYER);
  if (size !== layer.size) throw new ReportError(`its \`${LAYER}\` has ${size} bytes, where ${layer.size} are named`);
  return about(RECORD, () => ({
    folder,
    digest: `sha256:${createHash("sha256").update(manifest).digest("hex")}`,
    layer,
    repository: repositoryOf(record.get("repository"), kind),
    downloadedAt: timeOf(record.get("downloadedAt")),
    updatedAt: timeOf(record.get("updatedAt")),
    nextUpdate: timeOf(record.get("nextUpdate")),
  }));
}

function contentOf(folder: string, name: string, maxBytes: number): Buffer {
  if (sizeOf(folder, name) > maxBytes) throw new ReportError(`its \`${name}\` is larger than ${maxBytes} bytes`);
  return readFile(join(folder, name));
}

/** Of a file itself: a link would lead elsewhere. */
function sizeOf(folder: string, name: string): number {
  try {
    const stats = lstatSync(join(folder, name));
    if (stats.isFile()) return stats.size;
  } catch (error) {
    if (describeFileError(error) === undefined) throw error;
  }
  throw new ReportError(`it has no file \`${name}\``);
}

function about<T>(name: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw new ReportError(`its \`${name}\` ${error.message}`);
  }
}

/** Shown in reports, so it must be what we wrote. */
function repositoryOf(value: JsonValue, kind: DatabaseKind): string {
  try {
    return parseRepositories([value.text()], kind)[0]!.text;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    throw value.not("a repository");
  }
}

function timeOf(value: JsonValue): number {
  const time = Date.parse(value.text());
  if (Number.isNaN(time)) throw value.not("a time");
  return time;
}
