import { stat } from "node:fs/promises";
import type { UploadAnswer } from "@jessy-actions/kit/github/file-upload";
import { limitEnd, MAX_ATTEMPTS, retryDelay } from "@jessy-actions/kit/github/retry";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { PlannedAsset } from "../assets/planned-assets.ts";
import { isSameContent } from "../assets/same-content.ts";
import type { ReleaseApi } from "../github/release-api.ts";
import type { AssetDocument, ReleaseDocument } from "../github/release-document.ts";
import { assetShape } from "../github/release-shapes.ts";
import { contentTypeOf } from "./content-type.ts";
import { ReleaseFailure, ReleaseGone } from "./failure.ts";
import type { Journal } from "./journal.ts";
import { uploadAddress } from "./upload-address.ts";

/** As many at a time as `gh release upload` sends. GitHub allows 100 requests at once, and 80 a minute that create something. */
const CONCURRENCY = 5;

export interface Uploading {
  readonly api: ReleaseApi;
  readonly apiUrl: string;
  readonly token: string;
  readonly journal: Journal;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly random: () => number;
}

/** An asset with a file on disk. */
export type UploadedFile = PlannedAsset & {
  readonly path: string;
  /** Made from the other assets, so it may be replaced even on a published release. */
  readonly isDerived?: boolean;
};

/**
 * Uploads files to a release, several at a time. A file that is there already, with the same content, stays. An upload is only repeated after a
 * look at the release, since a lost answer may hide a success, and a broken upload leaves an asset that blocks the name.
 *
 * @returns the assets as GitHub has them.
 * @throws the first failure, once the uploads that run have ended.
 */
export async function uploadAssets(
  release: ReleaseDocument,
  files: readonly UploadedFile[],
  uploading: Uploading,
): Promise<AssetDocument[]> {
  const address = uploadAddress(release, uploading.apiUrl);
  const waiting = files.entries();
  const uploaded: AssetDocument[] = [];
  const failures: unknown[] = [];
  const work = async (): Promise<void> => {
    for (const [at, file] of waiting) {
      if (failures.length > 0) return;
      try {
        uploaded[at] = await uploadOne(release, file, address, uploading);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  if (failures.length > 0) throw failures[0];
  return uploaded;
}

async function uploadOne(
  release: ReleaseDocument,
  file: UploadedFile,
  address: URL,
  uploading: Uploading,
): Promise<AssetDocument> {
  const { api, journal, sleep, random } = uploading;
  let found = release.assets.find(({ name }) => name === file.name);
  for (let attempt = 1; ; attempt++) {
    if (found !== undefined) {
      if (isSameContent(found, file, release.draft)) {
        journal.done("keep", `\`${file.name}\` is already there, with the same content`);
        return found;
      }
      await makeRoom(release, found, file, uploading);
    }
    const answer = await send(file, address, uploading.token);
    const asset = accept(answer, file, journal);
    if (asset !== undefined) return verifyUpload(asset, answer, file, uploading);
    await refuseHopeless(answer, file, release);
    const delay = delayAfter(answer, attempt, random());
    if (delay === undefined)
      throw new ReleaseFailure(
        `\`${file.name}\` could not be uploaded in ${counted(attempt, "attempt")}: ${reasonOf(answer)}`,
      );
    journal.info(`${file.name}: ${reasonOf(answer)}; again in ${(delay / 1000).toFixed(1)} s`);
    await sleep(delay);
    // Only a look tells what GitHub did with it.
    found = (await api.assets(release.id)).find(({ name }) => name === file.name);
  }
}

/** Frees a name that an upload that broke off holds, or, on a draft, other content. */
async function makeRoom(
  release: ReleaseDocument,
  there: AssetDocument,
  { name, sha256, isDerived }: UploadedFile,
  { api, journal }: Uploading,
): Promise<void> {
  // Another job may have published the draft since it was listed.
  const mayReplace = isDerived === true || (release.draft && (await isStillDraft(release.id, api)));
  if (there.state === "uploaded" && !mayReplace) {
    throw new ReleaseFailure(
      `\`${name}\` is published with other content (${there.digest ?? "no digest known"}, and here it is sha256:${sha256}); release a new version`,
    );
  }
  await api.deleteAsset(there.id);
  journal.done("delete", `\`${name}\`: ${there.state === "uploaded" ? "other content" : "what a broken upload left"}`);
}

/** @throws ReleaseGone when it was deleted. */
async function isStillDraft(id: number, api: ReleaseApi): Promise<boolean> {
  const now = await api.byId(id);
  if (now === undefined) throw new ReleaseGone(id);
  return now.draft;
}

async function send(
  { name, label, path, size }: UploadedFile,
  address: URL,
  token: string,
): Promise<UploadAnswer<AssetDocument>> {
  // Loaded here, since only an upload needs an HTTP client of its own.
  const { uploadFile } = await import("@jessy-actions/kit/github/file-upload");
  const url = new URL(address);
  // `searchParams` would write blanks as `+`.
  url.search = `?name=${encodeURIComponent(name)}${label === name ? "" : `&label=${encodeURIComponent(label)}`}`;
  return uploadFile({ url: url.href, token, path, size, contentType: contentTypeOf(name), shape: assetShape });
}

function accept(
  { status, stored: asset }: UploadAnswer<AssetDocument>,
  file: UploadedFile,
  journal: Journal,
): AssetDocument | undefined {
  if (status !== 201 || asset === undefined) return undefined;
  journal.done("upload", `\`${asset.name}\`, ${file.size} bytes, sha256 \`${file.sha256}\``);
  return asset;
}

/** Both GitHub's digest and the bytes that were read from disk must be what was planned. */
async function verifyUpload(
  asset: AssetDocument,
  { sha256 }: UploadAnswer,
  file: UploadedFile,
  { api, journal }: Uploading,
): Promise<AssetDocument> {
  const isRight = sha256 === file.sha256 && (asset.digest ?? `sha256:${sha256}`) === `sha256:${file.sha256}`;
  if (!isRight || asset.state !== "uploaded") {
    await api.deleteAsset(asset.id);
    throw new ReleaseFailure(
      `\`${file.name}\` is not what it was when the release was planned (sha256:${file.sha256}, now ${sha256 === file.sha256 ? asset.digest : `sha256:${sha256}`}): something writes to the file during the release`,
    );
  }
  if (asset.name !== file.name)
    journal.warn(`GitHub calls \`${file.name}\` \`${asset.name}\`: its rule for names has changed; please report it`);
  return asset;
}

/** @throws ReleaseFailure or ReleaseGone for an answer that no further attempt would change. */
async function refuseHopeless(answer: UploadAnswer, file: UploadedFile, release: ReleaseDocument): Promise<void> {
  const { status, message } = answer;
  if (status === 404) throw new ReleaseGone(release.id);
  if (/immutable release/i.test(message)) {
    throw new ReleaseFailure(
      `\`${file.name}\` came too late: another job has published the release, which is immutable; let parallel jobs upload with \`draft: true\`, and publish in a last job`,
    );
  }
  const now = await stat(file.path);
  if (now.size !== file.size)
    throw new ReleaseFailure(
      `\`${file.name}\` had ${file.size} bytes when the release was planned, and has ${now.size} now`,
    );
}

function delayAfter({ status, headers, message }: UploadAnswer, attempt: number, random: number): number | undefined {
  const failure = { method: "POST", status, headers, message };
  const limited = retryDelay(attempt, failure, Date.now(), random);
  if (limited !== undefined || attempt >= MAX_ATTEMPTS) return limited;
  const mayPass = status === 0 || status >= 500 || (status === 422 && message.includes("already_exists"));
  // After a look at what the last attempt left, another one repeats nothing.
  return mayPass ? retryDelay(attempt, { ...failure, method: "PUT", status: 0 }, Date.now(), random) : undefined;
}

function reasonOf(answer: UploadAnswer): string {
  const { status, message } = answer;
  return status === 0 ? message : `status ${status}: ${message}${limitEnd(answer, Date.now())}`;
}
