import { renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { ArchiveError } from "@jessy-actions/kit/download/archive-error";
import { unpackMembers } from "@jessy-actions/kit/download/unpack-members";
import { readFile, writePrivateFile } from "@jessy-actions/kit/runner/file-content";
import { ReportError } from "@jessy-actions/reading/report-error";
import { type DatabaseKind, MAX_METADATA_BYTES, METADATA_FILE } from "./database-kind.ts";
import type { Layer } from "./layer.ts";
import { type Metadata, metadataProblem, parseMetadata, printMetadata } from "./metadata.ts";
import { Unusable } from "./unusable.ts";

export interface Opening {
  readonly kind: DatabaseKind;
  /** Of all databases: Trivy's `--cache-dir`. */
  readonly folder: string;
  /** Milliseconds, of `db-max-age`. */
  readonly maxAge: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly downloadedAt: number;
}

/**
 * Unpacks a database to where Trivy looks for it. It is there only when it is whole, has the digest that its manifest
 * names, and may be used.
 *
 * @throws Unusable; an error of the file system that names the path.
 */
export function openDatabase(archive: string, layer: Layer, opening: Opening): Promise<Metadata> {
  const { kind } = opening;
  return settleDatabase(opening, async (folder) => {
    const found = await unpackMembers(archive, folder, [
      { name: kind.file, maxBytes: kind.maxFileBytes },
      { name: METADATA_FILE, maxBytes: MAX_METADATA_BYTES },
    ]).catch((error: unknown) => {
      if (!(error instanceof ArchiveError)) throw error;
      throw new Unusable(`its archive cannot be used: ${error.message}`);
    });
    if (`sha256:${found}` !== layer.digest)
      throw new Unusable(`its archive has the digest sha256:${found}, where ${layer.digest} is named`);
  });
}

/** Puts a database in its place once it is checked. @param fill brings its files into a new folder. */
export async function settleDatabase(
  opening: Opening,
  fill: (folder: string) => Promise<void> | void,
): Promise<Metadata> {
  const { kind, folder, downloadedAt } = opening;
  const place = join(folder, kind.folder);
  const unchecked = `${place}.unchecked`;
  for (const path of [place, unchecked]) rmSync(path, { recursive: true, force: true });
  try {
    await fill(unchecked);
    const metadata = checkFiles(unchecked, opening);
    writePrivateFile(join(unchecked, METADATA_FILE), printMetadata(metadata, downloadedAt));
    renameSync(unchecked, place);
    return metadata;
  } catch (error) {
    rmSync(unchecked, { recursive: true, force: true });
    throw error;
  }
}

function checkFiles(folder: string, { kind, maxAge, now }: Opening): Metadata {
  const metadata = metadataIn(folder);
  const problem = metadataProblem(metadata, { kind, maxAge, now });
  if (problem !== undefined) throw new Unusable(`it ${problem.message}`, { isBehind: problem.isAge });
  try {
    kind.inspect(join(folder, kind.file));
  } catch (error) {
    asProblem(`its \`${kind.file}\``)(error);
  }
  return metadata;
}

function metadataIn(folder: string): Metadata {
  const path = join(folder, METADATA_FILE);
  try {
    if (statSync(path).size > MAX_METADATA_BYTES) throw new ReportError("is too large");
    return parseMetadata(readFile(path));
  } catch (error) {
    return asProblem(`its \`${METADATA_FILE}\``)(error);
  }
}

/** What is wrong with content gets the name of its place; other errors stay what they are. */
const asProblem =
  (place: string) =>
  (error: unknown): never => {
    if (!(error instanceof ReportError)) throw error;
    throw new Unusable(`${place} ${error.message}`);
  };
