import { type GitHub, GitHubError } from "@jessy-actions/kit/github/client";
import type { AssetDocument, ReleaseDocument } from "./release-document.ts";
import { assetShape, notesShape, releaseShape } from "./release-shapes.ts";

export interface ReleaseFields {
  readonly tag_name?: string;
  readonly target_commitish?: string;
  readonly name?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
  readonly make_latest?: "true" | "false";
  readonly discussion_category_name?: string;
}

/** The routes of releases, in one repository. Every method throws GitHubError after its last attempt. */
export class ReleaseApi {
  readonly #github: GitHub;
  readonly #repository: { readonly owner: string; readonly repo: string };

  constructor(github: GitHub, { owner, name }: { readonly owner: string; readonly name: string }) {
    this.#github = github;
    this.#repository = { owner, repo: name };
  }

  /** The newest thousand, newest first. Drafts are among them if the token may push. */
  async list(): Promise<ReleaseDocument[]> {
    const releases: ReleaseDocument[] = [];
    for await (const release of this.#github.paginate(`GET ${RELEASES}`, this.#repository, releaseShape)) {
      releases.push(release);
      if (releases.length === MAX_LISTED) break;
    }
    return releases;
  }

  /** Finds published releases only. */
  byTag(tag: string): Promise<ReleaseDocument | undefined> {
    return orGone(this.#github.request(`GET ${RELEASES}/tags/{tag}`, { ...this.#repository, tag }, releaseShape));
  }

  create(fields: ReleaseFields): Promise<ReleaseDocument> {
    return this.#github.request(`POST ${RELEASES}`, { ...this.#repository, ...fields }, releaseShape);
  }

  update(id: number, fields: ReleaseFields): Promise<ReleaseDocument> {
    const changed = { ...this.#repository, release_id: id, ...fields };
    return this.#github.request(`PATCH ${RELEASES}/{release_id}`, changed, releaseShape);
  }

  /** As it is now, a draft too; undefined when it is gone. Lists lag, and this does not. */
  byId(id: number): Promise<ReleaseDocument | undefined> {
    const wanted = { ...this.#repository, release_id: id };
    return orGone(this.#github.request(`GET ${RELEASES}/{release_id}`, wanted, releaseShape));
  }

  /** Deleting a release that is gone already succeeds. */
  async delete(id: number): Promise<void> {
    await orGone(this.#github.send(`DELETE ${RELEASES}/{release_id}`, { ...this.#repository, release_id: id }));
  }

  async assets(id: number): Promise<AssetDocument[]> {
    const assets: AssetDocument[] = [];
    const route = `GET ${RELEASES}/{release_id}/assets`;
    const wanted = { ...this.#repository, release_id: id };
    for await (const asset of this.#github.paginate(route, wanted, assetShape)) assets.push(asset);
    return assets;
  }

  async deleteAsset(id: number): Promise<void> {
    await orGone(this.#github.send(`DELETE ${RELEASES}/assets/{asset_id}`, { ...this.#repository, asset_id: id }));
  }

  /** The tag of the release that GitHub calls the latest. */
  async latestTag(): Promise<string | undefined> {
    const release = await orGone(this.#github.request(`GET ${RELEASES}/latest`, this.#repository, releaseShape));
    return release?.tag_name;
  }

  async generateNotes(tag: string, commit: string, previousTag: string | undefined): Promise<string> {
    const wanted = {
      ...this.#repository,
      tag_name: tag,
      target_commitish: commit,
      previous_tag_name: previousTag,
    };
    return (await this.#github.request(`POST ${RELEASES}/generate-notes`, wanted, notesShape)).body;
  }
}

/** GitHub answers 500 to pages further back; release-drafter stops here, too. */
const MAX_LISTED = 1000;

const RELEASES = "/repos/{owner}/{repo}/releases";

async function orGone<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return undefined;
    throw error;
  }
}
