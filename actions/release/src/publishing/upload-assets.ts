import { stat } from "node:fs/promises";
import { type UploadAnswer, uploadFile } from "@jessy-actions/kit/github/file-upload";
import { MAX_ATTEMPTS, retryDelay } from "@jessy-actions/kit/github/retry";
import {
  type AssetDocument,
  isSameContent,
  type ReleaseApi,
  type ReleaseDocument,
  uploadAddress,
} from "../github/release-api.ts";
import { contentTypeOf } from "./content-type.ts";
import { type Journal, ReleaseFailure, ReleaseGone } from "./journal.ts";
import type { PlannedAsset } from "./plan.ts";

/** As many at a time as `gh release upload` sends; GitHub bears 100 requests at once, and 80 a minute that make something. */
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
  /** Made from the other assets, so that it may be replaced on a published release, too. */
  readonly isDerived?: boolean;
};

/**
 * Brings files to a release, several at a time. What is there already with the same content stays; an upload is never repeated before the
 * release was looked at, since a lost answer may hide a success and a broken one leaves an asset that blocks the name.
 *
 * @returns the assets as GitHub has them. The first failure ends it, once the uploads that run have ended.
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
        uploaded[at] = await bring(release, file, address, uploading);
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  if (failures.length > 0) throw failures[0];
  return uploaded;
}

async function bring(
  release: ReleaseDocument,
  file: UploadedFile,
  address: URL,
  uploading: Uploading,
): Promise<AssetDocument> {
  const { api, journal, sleep, random } = uploading;
  let there = release.assets.find(({ name }) => name === file.name);
  for (let attempt = 1; ; attempt++) {
    if (there !== undefined) {
      if (isSameContent(there, file, release.draft)) {
        journal.done("keep", `\`${file.name}\` is there, with this content`);
        return there;
      }
      await makeRoom(release, there, file, uploading);
    }
    const answer = await send(file, address, uploading.token);
    const asset = accept(answer, file, journal);
    if (asset !== undefined) return verifyUpload(asset, answer, file, uploading);
    await refuseHopeless(answer, file, release);
    const delay = delayAfter(answer, attempt, random());
    if (delay === undefined)
      throw new ReleaseFailure(`\`${file.name}\` could not be uploaded in ${attempt} attempts: ${reasonOf(answer)}`);
    journal.info(`${file.name}: ${reasonOf(answer)}; again in ${(delay / 1000).toFixed(1)} s`);
    await sleep(delay);
    // What GitHub did with it is only known by looking.
    there = (await api.assets(release.id)).find(({ name }) => name === file.name);
  }
}

/** Frees a name: of an upload that broke off, or on a draft of other content. */
async function makeRoom(
  release: ReleaseDocument,
  there: AssetDocument,
  { name, sha256, isDerived }: UploadedFile,
  { api, journal }: Uploading,
): Promise<void> {
  // Another job may have published the draft since it was listed.
  const mayReplace = isDerived === true || (release.draft && (await api.isDraft(release.id)));
  if (there.state === "uploaded" && !mayReplace) {
    throw new ReleaseFailure(
      `\`${name}\` is published with other content (${there.digest ?? "no digest known"}, and here it is sha256:${sha256}); release a new version`,
    );
  }
  await api.deleteAsset(there.id);
  journal.done("delete", `\`${name}\`: ${there.state === "uploaded" ? "other content" : "what a broken upload left"}`);
}

function send({ name, label, path, size }: UploadedFile, address: URL, token: string): Promise<UploadAnswer> {
  const url = new URL(address);
  // Not by searchParams, which writes blanks as `+`.
  url.search = `?name=${encodeURIComponent(name)}${label === name ? "" : `&label=${encodeURIComponent(label)}`}`;
  return uploadFile({ url: url.href, token, path, size, contentType: contentTypeOf(name) });
}

function accept({ status, data }: UploadAnswer, file: UploadedFile, journal: Journal): AssetDocument | undefined {
  if (status !== 201) return undefined;
  const asset = data as AssetDocument;
  journal.done("upload", `\`${asset.name}\`, ${file.size} bytes, sha256 \`${file.sha256}\``);
  return asset;
}

/** GitHub's own digest and what was read from disk must both be what was planned. */
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
      `\`${file.name}\` is not what it was when the release was planned (sha256:${file.sha256}, now ${sha256 === file.sha256 ? asset.digest : `sha256:${sha256}`}): something writes to it while it is released`,
    );
  }
  if (asset.name !== file.name)
    journal.warn(`GitHub calls \`${file.name}\` \`${asset.name}\`: its rule for names has changed; please report it`);
  return asset;
}

/** @throws what no further attempt would change. */
async function refuseHopeless(answer: UploadAnswer, file: UploadedFile, release: ReleaseDocument): Promise<void> {
  const { status, message } = answer;
  if (status === 404) throw new ReleaseGone(`the release ${release.id} is gone`);
  if (/immutable release/i.test(message)) {
    throw new ReleaseFailure(
      `\`${file.name}\` came too late: another job has published the release, which is immutable; let parallel jobs upload with \`draft: true\`, and publish in a last one`,
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
  // Once it was looked up what the last attempt left, the next one repeats nothing.
  return mayPass ? retryDelay(attempt, { ...failure, method: "PUT", status: 0 }, Date.now(), random) : undefined;
}

function reasonOf({ status, message }: UploadAnswer): string {
  return status === 0 ? `no answer (${message})` : `status ${status}: ${message}`;
}
