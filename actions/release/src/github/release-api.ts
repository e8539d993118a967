import { type GitHub, GitHubError } from "@jessy-actions/kit/github/client";
import { unusableAnswer } from "@jessy-actions/kit/github/error";
import { list } from "@jessy-actions/kit/github/shape";
import type { AssetDocument, ReleaseDocument } from "./release-document.ts";
import { assetShape, notesShape, refShape, releaseShape, tagObjectShape } from "./release-shapes.ts";

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

/** The routes of releases and tags, in one repository. Every method throws GitHubError after its last attempt. */
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

  async isDraft(id: number): Promise<boolean> {
    const route = `GET ${RELEASES}/{release_id}`;
    return (await this.#github.request(route, { ...this.#repository, release_id: id }, releaseShape)).draft;
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

  /** Tags whose names begin with a text, each with the commit it leads to. */
  async tags(start: string): Promise<Map<string, string>> {
    const tags = new Map<string, string>();
    const wanted = { ...this.#repository, ref: `tags/${start}` };
    const refs = await this.#github.request(`GET ${GIT}/matching-refs/{ref}`, wanted, list(refShape));
    for (const { ref, object } of refs) tags.set(ref.slice("refs/tags/".length), await this.#peel(object));
    return tags;
  }

  /** @param force moves the tag even to a commit that does not descend from the one it stands on. */
  moveTag(name: string, sha: string, force: boolean): Promise<RefDocument> {
    const moved = { ...this.#repository, ref: `tags/${name}`, sha, force };
    return this.#github.request(`PATCH ${GIT}/refs/{ref}`, moved, refShape);
  }

  createTag(name: string, sha: string): Promise<RefDocument> {
    const made = { ...this.#repository, ref: `refs/tags/${name}`, sha };
    return this.#github.request(`POST ${GIT}/refs`, made, refShape);
  }

  async #peel(pointed: RefDocument["object"]): Promise<string> {
    const route = `GET ${GIT}/tags/{tag_sha}`;
    let at = pointed;
    for (let depth = 0; at.type === "tag"; depth++) {
      if (depth === MAX_TAG_DEPTH) throw unusableAnswer(route, 200, `more than ${MAX_TAG_DEPTH} tags of tags`);
      at = (await this.#github.request(route, { ...this.#repository, tag_sha: at.sha }, tagObjectShape)).object;
    }
    return at.sha;
  }
}

type RefDocument = ReturnType<typeof refShape>;

/** Nobody has more tags of tags, and a ring of them has no end. */
export const MAX_TAG_DEPTH = 10;

/** GitHub answers 500 to pages further back; release-drafter stops here, too. */
const MAX_LISTED = 1000;

const RELEASES = "/repos/{owner}/{repo}/releases";
const GIT = "/repos/{owner}/{repo}/git";

async function orGone<Answer>(answer: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return undefined;
    throw error;
  }
}
