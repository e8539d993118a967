import { join, resolve } from "node:path";
import { GitHubError } from "@jessy-actions/kit/github/client";
import { writeFile } from "@jessy-actions/kit/runner/file-content";
import { checksumList } from "../assets/checksum-list.ts";
import { type PlannedAsset, textAsset } from "../assets/planned-assets.ts";
import type { ReleaseFields } from "../github/release-api.ts";
import type { AssetDocument, ReleaseDocument } from "../github/release-document.ts";
import { withoutRecord, withRecord } from "./draft-record.ts";
import { mayHaveArrived, ReleaseFailure, ReleaseGone } from "./failure.ts";
import type { Plan } from "./plan.ts";
import { prepareDraft } from "./prepare-draft.ts";
import { findPublished, settleRelease } from "./settle.ts";
import { keptSentence } from "./steps.ts";
import { type UploadedFile, type Uploading, uploadAssets } from "./upload-assets.ts";
import { confirmTag, holdTag, type Tagging } from "./version-tag.ts";

/** How often the work starts over because other jobs changed what stands on GitHub. */
const MAX_ROUNDS = 5;

/** Where files are: paths of the plan start from the workspace, and texts are written to a folder of our own. */
export interface Folders {
  readonly workspace: string;
  readonly assets: string;
}

/** Carries a plan out, up to the publication. Fields tell how far it came, also after an error. */
export class Publisher {
  /** As GitHub gave it last; undefined when it was never reached. */
  release: ReleaseDocument | undefined;
  /** Whether GitHub was told to publish, and nobody knows whether it did. */
  isUncertain = false;
  /** What the asset with the checksums holds; undefined until it is written. */
  checksums: string | undefined;
  readonly #plan: Plan;
  readonly #folders: Folders;
  readonly #uploading: Uploading & Tagging;

  constructor(plan: Plan, folders: Folders, uploading: Uploading & Tagging) {
    this.#plan = plan;
    this.#folders = folders;
    this.#uploading = uploading;
  }

  /** Works until one release of the tag has all files. Other jobs may be doing the same. */
  async run(): Promise<void> {
    const { api, journal } = this.#uploading;
    let known = this.#plan.releases!;
    // A list may still show a release for some seconds that is gone.
    const gone = new Set<number>();
    for (let round = 1; ; round++) {
      const release = await settleRelease(this.#plan, known, { ...this.#uploading, gone });
      try {
        return await this.#complete(release);
      } catch (error) {
        if (isPublishedMeanwhile(error)) {
          journal.info("Another job has published the tag meanwhile; going on with its release.");
          await this.#complete(await findPublished(this.#plan, this.#uploading));
          return this.#abandon(release);
        }
        if (!(error instanceof ReleaseGone)) throw error;
        if (round === MAX_ROUNDS)
          throw new ReleaseFailure(`${error.message}, for the ${round}th time; somebody deletes it; look who does`);
        journal.info(`${error.message}; looking again`);
        // The host of the uploads may be late, too: only the release itself tells.
        if ((await api.byId(error.id)) === undefined) gone.add(error.id);
        known = await api.list();
      }
    }
  }

  /** Deletes our draft of a tag that somebody else published: its files are on the published release now. */
  async #abandon(draft: ReleaseDocument): Promise<void> {
    const { api, journal } = this.#uploading;
    await api.delete(draft.id);
    journal.done("delete", `The draft ${draft.id}, as its files are on the published release`);
  }

  async #complete(settled: ReleaseDocument): Promise<void> {
    this.release = settled;
    const release = await prepareDraft(settled, this.#plan, this.#uploading);
    this.release = release;
    const { checksums, assets, tag, notes } = this.#plan;
    if (!release.draft) this.#uploading.journal.done("keep", keptSentence(tag.text, notes, release));
    const files = assets.filter(({ name }) => name !== checksums).map((asset) => this.#onDisk(asset));
    const uploaded = await uploadAssets(release, files, this.#uploading);
    await this.#writeChecksums(release, merge(release.assets, uploaded));
    this.release = await this.#publish(release);
    // Parallel jobs: the list must also name what others uploaded in the meantime.
    for (let round = 1; round <= MAX_ROUNDS && !this.#listsAll(this.release); round++) {
      const now = await this.#uploading.api.assets(release.id);
      await this.#writeChecksums({ ...this.release, assets: now }, now);
      this.release = { ...this.release, assets: await this.#uploading.api.assets(release.id) };
    }
  }

  /** Whether the checksums name every file of the release. On an immutable one they cannot be changed any more. */
  #listsAll({ assets, immutable }: ReleaseDocument): boolean {
    const { checksums } = this.#plan;
    if (checksums === undefined || this.checksums === undefined) return true;
    const isListed = assets.some(({ name }) => name === checksums);
    if (isListed && checksumList([], assets, checksums) === this.checksums) return true;
    // A server without digests gives nothing to compare with.
    if (assets.some(({ digest }) => digest == null)) return true;
    if (immutable !== true) return false;
    this.#uploading.journal.warn(
      `\`${checksums}\` does not list every file of the release, which is immutable: another job uploaded at the same time`,
    );
    return true;
  }

  async #writeChecksums(release: ReleaseDocument, assets: readonly AssetDocument[]): Promise<void> {
    const { checksums, assets: planned } = this.#plan;
    if (checksums === undefined) return;
    const own = planned.filter(({ name }) => name !== checksums);
    const text = checksumList(own, assets, checksums);
    const file = { ...this.#onDisk(textAsset(checksums, text, undefined)), isDerived: true };
    await uploadAssets({ ...release, assets }, [file], this.#uploading);
    this.checksums = text;
  }

  async #publish(release: ReleaseDocument): Promise<ReleaseDocument> {
    const { journal } = this.#uploading;
    const { tag, draft, latest } = this.#plan;
    const fields = changedFields(this.#plan, release);
    if (fields === undefined) return this.#refreshed(release);
    if (!release.draft || draft) {
      const updated = await this.#uploading.api.update(release.id, fields);
      const message = release.draft
        ? `The draft ${release.id} has the notes and the name of this run`
        : `\`${tag.text}\`: ${Object.keys(fields).join(", ")}, as the workflow says`;
      journal.done("update", message);
      return updated;
    }
    await holdTag(this.#plan, this.#uploading);
    const published = await this.#makePublic(release, fields);
    // From here on it is published, whatever else fails.
    this.release = published;
    journal.done("publish", `\`${tag.text}\`${latest.isLatest ? " as the latest" : ""}`);
    await confirmTag(this.#plan, published.html_url, this.#uploading);
    if (latest.isLatest) await this.#checkLatest();
    return published;
  }

  /** Publishes a draft. Where GitHub's last answer does not say whether it did, the release itself does. */
  async #makePublic(release: ReleaseDocument, fields: ReleaseFields): Promise<ReleaseDocument> {
    const { api } = this.#uploading;
    try {
      return await api.update(release.id, fields);
    } catch (error) {
      const isGone = error instanceof GitHubError && error.status === 404;
      if (!isGone && !mayHaveArrived(error)) throw error;
      const now = await api.byId(release.id).catch((unanswered: unknown) => {
        if (!(unanswered instanceof GitHubError) || isGone) throw error;
        this.isUncertain = true;
        throw new ReleaseFailure(
          `whether \`${this.#plan.tag.text}\` is published is not known: ${error.message}; look at ${release.html_url}`,
        );
      });
      if (now === undefined) throw new ReleaseGone(release.id);
      if (now.draft) throw error;
      return now;
    }
  }

  /** The release with its assets as they are now. Costs no request if nothing was uploaded. */
  async #refreshed(release: ReleaseDocument): Promise<ReleaseDocument> {
    const { api, journal } = this.#uploading;
    if (journal.steps.every(({ kind }) => kind === "keep")) return release;
    return { ...release, assets: await api.assets(release.id) };
  }

  /** Asks GitHub which release it calls the latest. The answer may be some seconds old, and nothing depends on it. */
  async #checkLatest(): Promise<void> {
    const { api, journal, sleep } = this.#uploading;
    let tag: string | undefined;
    try {
      for (const delay of [0, 1000, 3000]) {
        await sleep(delay);
        tag = await api.latestTag();
        if (tag === this.#plan.tag.text) return;
      }
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      return journal.warn(`Which release GitHub calls the latest is not known: ${error.message}`);
    }
    journal.warn(`GitHub calls \`${tag ?? "nothing"}\` the latest release, not \`${this.#plan.tag.text}\``);
  }

  #onDisk(asset: PlannedAsset): UploadedFile {
    if ("path" in asset.source) return { ...asset, path: resolve(this.#folders.workspace, asset.source.path) };
    const path = join(this.#folders.assets, asset.name);
    writeFile(path, asset.source.text);
    return { ...asset, path };
  }
}

/**
 * What has to change on a release; undefined when nothing does. Of a published release only what the workflow says explicitly, since people
 * edit its title and notes. Pure.
 */
export function changedFields(plan: Plan, release: ReleaseDocument): ReleaseFields | undefined {
  const { tag, commit, title, notes, draft, prerelease, isPrereleaseGiven, latest, discussionCategory, isElsewhere } =
    plan;
  if (!release.draft) return isPrereleaseGiven && release.prerelease !== prerelease ? { prerelease } : undefined;
  if (draft) {
    const isSame =
      release.name === title && withoutRecord(release.body ?? "") === notes && release.prerelease === prerelease;
    return isSame ? undefined : { name: title, body: withRecord(notes, commit, !plan.keepsNotes), prerelease };
  }
  const described = { name: title, body: notes, prerelease };
  return {
    tag_name: tag.text,
    ...(!isElsewhere && { target_commitish: commit }),
    ...described,
    draft: false,
    make_latest: latest.isLatest ? "true" : "false",
    // GitHub forgets it between draft and publication (softprops/action-gh-release#764).
    ...(discussionCategory !== undefined && { discussion_category_name: discussionCategory }),
  };
}

/** GitHub only lets one release of a tag be published. */
function isPublishedMeanwhile(error: unknown): boolean {
  return error instanceof GitHubError && error.status === 422 && error.message.includes("already_exists");
}

function merge(known: readonly AssetDocument[], uploaded: readonly AssetDocument[]): AssetDocument[] {
  return [...new Map([...known, ...uploaded].map((asset) => [asset.name, asset])).values()];
}
