import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { cacheKey } from "@jessy-actions/kit/cache/cache-key";
import { readFromCache, saveToCache } from "@jessy-actions/kit/cache/file-cache";
import { DownloadError } from "@jessy-actions/kit/download/download-error";
import { downloadFile } from "@jessy-actions/kit/download/download-file";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { UserError } from "@jessy-actions/reading/user-error";
import { INCIDENT } from "./denied.ts";
import type { KnownTrivy } from "./known-trivy.ts";
import type { Release } from "./release.ts";

/** An archive in memory: the bytes that were hashed are those that are unpacked. */
export interface VerifiedArchive {
  readonly bytes: Uint8Array;
  readonly origin: "downloaded" | "cached";
}

/** Trivy's archives have about 50 MB. */
const MAX_ARCHIVE_BYTES = 200_000_000;

/** What the cache packs an archive in. */
const TAR_BYTES = 20_000;

/** Milliseconds of one attempt to read it from the cache; after a few, it is downloaded. */
const CACHE_TIME = 60_000;

export interface ArchiveSource {
  /** A folder of this action's own. */
  readonly folder: string;
  readonly isCached: boolean;
  readonly known: KnownTrivy;
}

/**
 * The archive of a release, from the cache, else from where releases are. Its digest was known before either was asked:
 * what a server or a cache says of it counts for nothing.
 *
 * The cache keeps the archive and not the program, so that a copy is checked by the same digest again, each time; it is
 * unpacked in memory, where neither names nor links lead anywhere.
 *
 * @throws UserError
 */
export async function fetchArchive(release: Release, source: ArchiveSource, io: ActionIo): Promise<VerifiedArchive> {
  const key = cacheKey("jessy-trivy", release.version, release.platform, release.sha256);
  const kept = source.isCached ? await fromCache(release, key, source, io) : "unusable";
  if (kept instanceof Uint8Array) return { bytes: kept, origin: "cached" };
  const bytes = await download(release, source, io);
  // A key is never written again: an altered copy stays until somebody deletes it.
  if (kept === "miss")
    await saveToCache({ file: release.asset.name }, key, [bytes], { folder: source.folder, log: io.log });
  return { bytes, origin: "downloaded" };
}

async function fromCache(
  { version, asset, sha256 }: Release,
  key: string,
  { known }: ArchiveSource,
  { environment, log }: ActionIo,
): Promise<Uint8Array | "miss" | "unusable"> {
  const file = { file: asset.name, maxBytes: MAX_ARCHIVE_BYTES + TAR_BYTES };
  const lookup = await readFromCache(file, [key], { environment, log, timeout: CACHE_TIME });
  if (lookup.state === "miss") return "miss";
  if (lookup.state !== "hit") {
    const { state, reason } = lookup;
    if (state === "unreadable")
      log.warning(`Trivy ${version} is downloaded anew: ${reason}; delete it in the repository's caches`);
    else log.info(`Trivy ${version} is downloaded: ${reason}`);
    return "unusable";
  }
  const found = sha256Of(lookup.content);
  if (found === sha256) return lookup.content;
  const what = known.denied[found];
  if (what !== undefined)
    throw new UserError(
      `the cache entry \`${key}\` holds ${what}, which is malicious (${INCIDENT}): somebody put it there; delete it, and find out who can write this repository's caches`,
    );
  log.warning(
    `Trivy ${version} is downloaded anew: the copy in the cache was altered. It has the SHA-256 ${found}, and was kept with ${sha256}. Delete \`${key}\` in the repository's caches`,
  );
  return "unusable";
}

async function download(release: Release, { folder, known }: ArchiveSource, { log }: ActionIo): Promise<Uint8Array> {
  const { asset, sha256, url, redirectHosts } = release;
  const path = join(folder, asset.name);
  log.info(`Downloading ${asset.name} from ${new URL(url).host}`);
  try {
    await downloadFile({ url, path, sha256, maxBytes: MAX_ARCHIVE_BYTES, redirectHosts }, { log });
    const bytes = readFile(path);
    if (sha256Of(bytes) !== sha256) throw new UserError(`\`${path}\` was changed after it had been downloaded`);
    return bytes;
  } catch (error) {
    throw error instanceof DownloadError ? new UserError(refusal(error, release, known)) : error;
  } finally {
    rmSync(path, { force: true });
  }
}

/** One line. Pure. */
function refusal(
  { fault, message, status, found }: DownloadError,
  { version, asset }: Release,
  { denied }: KnownTrivy,
): string {
  const what = found === undefined ? undefined : denied[found];
  if (what !== undefined)
    return `Trivy ${version} is not used: what was sent as \`${asset.name}\` is ${what}, which is malicious (${INCIDENT})`;
  if (fault === "digest")
    return `Trivy ${version} is not used: ${message}; \`${asset.name}\` was replaced, or \`trivy-sha256\` is wrong`;
  const advice = status === 404 ? "; correct `trivy-version` or `trivy-url`" : "";
  return `Trivy ${version} cannot be downloaded: ${message}${advice}`;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
