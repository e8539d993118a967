import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { GitHubError } from "@jessy-actions/kit/github/client";
import { apiUrls } from "@jessy-actions/kit/github/urls";
import { wait } from "@jessy-actions/kit/github/wait";
import { writeChecksums } from "@jessy-actions/versioning/checksums";
import { checksumsOf, textAsset } from "./evaluate.ts";
import { type AssetDocument, ReleaseApi, type ReleaseDocument, type ReleaseFields } from "./github/release-api.ts";
import type { Inputs } from "./inputs.ts";
import { Journal, ReleaseFailure, ReleaseGone } from "./publishing/journal.ts";
import { moveTags } from "./publishing/move-tags.ts";
import { isRefused, type Outcome, type Plan, type PlannedAsset } from "./publishing/plan.ts";
import { findPublished, settleRelease } from "./publishing/settle.ts";
import { type UploadedFile, type Uploading, uploadAssets } from "./publishing/upload-assets.ts";

/** How often everything is begun anew since other jobs changed what stands on GitHub. */
const MAX_ROUNDS = 5;

/**
 * Carries a plan out: one draft, all files, and last of all the publication, so that nobody ever sees half a release. Whatever fails leaves a draft
 * (or a release that was published before), from which the next run goes on.
 */
export async function execute(plan: Plan, inputs: Inputs, io: ActionIo): Promise<Plan> {
  if (plan.dryRun || isRefused(plan)) return plan;
  const journal = new Journal(io.log);
  const api = new ReleaseApi(await io.github(), plan.repository);
  const publisher = new Publisher(plan, join(io.temporary, "assets"), {
    api,
    apiUrl: apiUrls(io.environment).apiUrl,
    token: inputs.token,
    journal,
    sleep: wait,
    random: Math.random,
  });
  const problems: string[] = [];
  try {
    await io.log.group("Releasing", async () => {
      await publisher.run();
      problems.push(...(await moveTags(plan, api, journal)));
    });
  } catch (error) {
    if (!(error instanceof GitHubError || error instanceof ReleaseFailure)) throw error;
    problems.push(explain(error, plan));
  }
  const { release, checksums } = publisher;
  const { steps, warnings } = journal;
  return {
    ...plan,
    outcome: { steps, warnings, failure: problems.length === 0 ? undefined : problems.join("; "), release, checksums },
  };
}

/** GitHub's answer to a token without `workflows: write` names no cause (cli/cli#9514). */
function explain(error: Error, { changesWorkflows }: Plan): string {
  const isRefusal = error instanceof GitHubError && (error.status === 403 || error.status === 404);
  if (!isRefusal || !changesWorkflows) return error.message;
  return `${error.message}; the commit changes files in \`.github/workflows\`, measured against the default branch: GitHub then wants a token with \`workflows: write\`, which \`GITHUB_TOKEN\` never has. Release a commit of the default branch, or give \`github-token\` the token of an App`;
}

class Publisher {
  release: Outcome["release"];
  checksums: string | undefined;
  readonly #plan: Plan;
  readonly #folder: string;
  readonly #uploading: Uploading;

  constructor(plan: Plan, folder: string, uploading: Uploading) {
    this.#plan = plan;
    this.#folder = folder;
    this.#uploading = uploading;
  }

  /** Until one release of the tag stands with all files; other jobs may be at the same. */
  async run(): Promise<void> {
    const { api, journal } = this.#uploading;
    let known = this.#plan.releases!;
    for (let round = 1; ; round++) {
      const release = await settleRelease(this.#plan, known, this.#uploading);
      try {
        return await this.#complete(release);
      } catch (error) {
        if (isPublishedMeanwhile(error)) {
          journal.info("Another job has published the tag meanwhile; going on with its release.");
          await this.#complete(await findPublished(this.#plan, this.#uploading));
          return this.#abandon(release);
        }
        if (!(error instanceof ReleaseGone) || round === MAX_ROUNDS) throw error;
        journal.info(`${error.message}; looking again`);
        known = await api.list();
      }
    }
  }

  /** A draft of ours whose tag was published by somebody else: its files are on the published release now. */
  async #abandon(draft: ReleaseDocument): Promise<void> {
    const { api, journal } = this.#uploading;
    await api.delete(draft.id);
    journal.done("delete", `The draft ${draft.id}, as its files are on the published release`);
  }

  async #complete(release: ReleaseDocument): Promise<void> {
    this.release = release;
    const { checksums } = this.#plan;
    const files = this.#plan.assets.filter(({ name }) => name !== checksums).map((asset) => this.#onDisk(asset));
    const uploaded = await uploadAssets(release, files, this.#uploading);
    await this.#writeChecksums(release, merge(release.assets, uploaded));
    this.release = await this.#publish(release);
    // Parallel jobs: what others uploaded in the meantime is listed, too.
    for (let round = 1; round <= MAX_ROUNDS && !(await this.#listsAll(this.release)); round++) {
      const assets = await this.#uploading.api.assets(release.id);
      await this.#writeChecksums({ ...this.release, assets }, assets);
      this.release = { ...this.release, assets: await this.#uploading.api.assets(release.id) };
    }
  }

  /** Whether the checksums name every file of the release; of an immutable one they cannot be changed any more. */
  async #listsAll({ assets, immutable }: ReleaseDocument): Promise<boolean> {
    const { checksums } = this.#plan;
    if (checksums === undefined || this.checksums === undefined) return true;
    const text = writeChecksums(checksumsOf([], assets, checksums));
    if (text === this.checksums && assets.some(({ name }) => name === checksums)) return true;
    // Without digests of GitHub there is nothing to compare with.
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
    const text = writeChecksums(checksumsOf(own, assets, checksums));
    const file = { ...this.#onDisk(textAsset(checksums, text, undefined)), isDerived: true };
    await uploadAssets({ ...release, assets }, [file], this.#uploading);
    this.checksums = text;
  }

  async #publish(release: ReleaseDocument): Promise<ReleaseDocument> {
    const { api, journal } = this.#uploading;
    const { tag, draft, latest } = this.#plan;
    const fields = this.#changedFields(release);
    if (fields === undefined) return this.#refreshed(release);
    const updated = await api.update(release.id, fields);
    if (draft && release.draft) {
      journal.done("update", `Draft ${release.id} has the notes and the name of this run`);
      return updated;
    }
    if (!release.draft) {
      journal.done("update", `\`${tag.text}\`: ${Object.keys(fields).join(", ")}, as the workflow says`);
      return updated;
    }
    journal.done("publish", `\`${tag.text}\`${latest.isLatest ? " as the latest" : ""}`);
    if (latest.isLatest) await this.#checkLatest();
    return updated;
  }

  /** Its assets as they are now, without asking GitHub where nothing was uploaded. */
  async #refreshed(release: ReleaseDocument): Promise<ReleaseDocument> {
    const { steps } = this.#uploading.journal;
    if (steps.every(({ kind }) => kind === "keep")) return release;
    return { ...release, assets: await this.#uploading.api.assets(release.id) };
  }

  /** Undefined: nothing is to be changed. Of a published release only what the workflow says in so many words. */
  #changedFields(release: ReleaseDocument): ReleaseFields | undefined {
    const { tag, commit, title, notes, draft, prerelease, isPrereleaseGiven, latest, discussionCategory, isElsewhere } =
      this.#plan;
    if (!release.draft) {
      return isPrereleaseGiven && release.prerelease !== prerelease ? { prerelease } : undefined;
    }
    const described = { name: title, body: notes.text, prerelease };
    if (draft) {
      const isSame = release.name === title && (release.body ?? "") === notes.text && release.prerelease === prerelease;
      return isSame ? undefined : described;
    }
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

  /** GitHub is asked, not believed. Its answer may be some seconds old. */
  async #checkLatest(): Promise<void> {
    const { api, journal, sleep } = this.#uploading;
    let tag: string | undefined;
    for (const delay of [0, 1000, 3000]) {
      await sleep(delay);
      tag = await api.latestTag();
      if (tag === this.#plan.tag.text) return;
    }
    journal.warn(`GitHub calls \`${tag ?? "nothing"}\` the latest release, not \`${this.#plan.tag.text}\``);
  }

  #onDisk(asset: PlannedAsset): UploadedFile {
    if ("path" in asset.source) return { ...asset, path: asset.source.path };
    const path = join(this.#folder, asset.name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, asset.source.text);
    return { ...asset, path };
  }
}

/** GitHub lets one release of a tag be published. */
function isPublishedMeanwhile(error: unknown): boolean {
  return error instanceof GitHubError && error.status === 422 && error.message.includes("already_exists");
}

function merge(known: readonly AssetDocument[], uploaded: readonly AssetDocument[]): AssetDocument[] {
  return [...new Map([...known, ...uploaded].map((asset) => [asset.name, asset])).values()];
}
