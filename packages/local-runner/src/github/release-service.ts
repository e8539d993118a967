import { type FieldError, invalid, notAccessible, notFound, Refused, unprocessable } from "./answer.ts";
import { AssetStore } from "./asset-store.ts";
import { type GitRefs, isWellFormed, ruleViolation } from "./git-refs.ts";
import type { Release, ReleaseFields } from "./release.ts";
import type { AnnouncedAsset, ReleaseAsset } from "./release-asset.ts";
import { Replica } from "./replica.ts";
import type { TokenHolder } from "./token-holder.ts";

/** Longest notes of a release, in characters (softprops/action-gh-release#374; not documented). */
export const RELEASE_BODY_MAX_CHARACTERS = 125_000;

/**
 * Releases. Rules of GitHub: a draft is seen only by those who may push, makes no tag, and may share its tag's name with others; a
 * tag has one published release at most, and publishing makes the tag when there is none. Every change is one step: two that come
 * at once are taken one after the other.
 */
export class ReleaseService {
  /** The repository's setting: what is published from now on is immutable. */
  immutable = false;
  /** How a token without `workflows: write` is refused a release of a commit that changes workflows: GitHub does both. */
  workflowRefusal: 403 | 404 = 403;
  /** Copies that are read instead of the database; set their `lag`. */
  readonly lists = new Replica<State>();
  readonly byTags = new Replica<State>();
  readonly latests = new Replica<State>();
  readonly assets = new AssetStore();
  readonly #refs: GitRefs;
  readonly #defaultBranch: string;
  readonly #page: string;
  #state: State = { releases: new Map(), latest: undefined };
  #lastId = 100;

  /** @param page the repository's own, in generated notes. */
  constructor(refs: GitRefs, defaultBranch: string, page: string) {
    this.#refs = refs;
    this.#page = page;
    this.#defaultBranch = defaultBranch;
  }

  /** Everything, drafts too, with its assets, oldest first: for tests to look at. */
  get all(): readonly (Release & { readonly assets: readonly ReleaseAsset[] })[] {
    return [...this.#state.releases.values()].map((release) => ({ ...release, assets: this.assets.of(release.id) }));
  }

  /** Newest first. */
  list(holder: TokenHolder): Release[] {
    return [...this.lists.read(this.#state).releases.values()].filter(({ draft }) => !draft || holder.write).reverse();
  }

  get(id: number, holder: TokenHolder): Release {
    const release = this.#state.releases.get(id);
    if (release === undefined || (release.draft && !holder.write)) throw notFound();
    return release;
  }

  byTag(tag: string): Release {
    const release = published(this.byTags.read(this.#state)).find(({ tagName }) => tagName === tag);
    if (release === undefined) throw notFound();
    return release;
  }

  /** The one that was last made so; else by the date of its commit and then, as text, its tag (ncipollo/release-action#527). */
  latest(): Release {
    const state = this.latests.read(this.#state);
    const release = latestOf(state);
    if (release === undefined) throw notFound();
    return release;
  }

  create(fields: ReleaseFields, holder: TokenHolder): Release {
    const { tagName } = fields;
    if (tagName === undefined) throw unprocessable('Invalid request.\n\n"tag_name" wasn\'t supplied.');
    const now = new Date().toISOString();
    const notes =
      fields.generateNotes === true ? this.generateNotes({ tagName, ...targetOf(fields) }) : { name: null, body: null };
    const made: Release = {
      id: this.#lastId + 1,
      tagName,
      targetCommitish: fields.targetCommitish ?? this.#defaultBranch,
      name: fields.name ?? notes.name,
      body: [fields.body, notes.body].filter((part) => typeof part === "string").join("\n\n") || (fields.body ?? null),
      draft: true,
      prerelease: fields.prerelease ?? false,
      immutable: false,
      createdAt: now,
      publishedAt: null,
      updatedAt: now,
      author: holder.login,
      discussion: null,
      untagged: `untagged-${(0x9e3779b1 * (this.#lastId + 1)).toString(16).slice(0, 12)}`,
    };
    const release = this.#change(made, { ...made, draft: fields.draft ?? false }, fields, holder);
    this.#lastId = release.id;
    return release;
  }

  update(id: number, fields: ReleaseFields, holder: TokenHolder): Release {
    const old = this.get(id, holder);
    const { tagName, targetCommitish, name, body, draft, prerelease } = fields;
    const wanted: Release = {
      ...old,
      ...(tagName !== undefined && { tagName }),
      ...(targetCommitish !== undefined && { targetCommitish }),
      ...(name !== undefined && { name }),
      ...(body !== undefined && { body }),
      ...(draft !== undefined && { draft }),
      ...(prerelease !== undefined && { prerelease }),
      updatedAt: new Date().toISOString(),
    };
    if (old.immutable && (wanted.draft || wanted.tagName !== old.tagName))
      throw invalid({ ...RESOURCE, code: "custom", message: "Cannot change the tag of an immutable release" });
    return this.#change(old, wanted, fields, holder);
  }

  /** The tag stays. Of an immutable release its name can never be used again. */
  delete(id: number, holder: TokenHolder): void {
    const release = this.get(id, holder);
    const releases = new Map(this.#state.releases);
    releases.delete(id);
    this.#store({ releases, latest: this.#state.latest === id ? undefined : this.#state.latest });
    for (const asset of this.assets.of(id)) this.assets.delete(asset.id);
    if (!release.immutable) return;
    this.#refs.locked.delete(release.tagName);
    this.#refs.burned.add(release.tagName);
  }

  beginUpload(releaseId: number, announced: AnnouncedAsset, holder: TokenHolder): ReleaseAsset {
    if (this.get(releaseId, holder).immutable) throw unprocessable("Cannot upload assets to an immutable release.");
    return this.assets.begin(releaseId, announced);
  }

  finishUpload(id: number, size: number, digest: string, content: Buffer | undefined): ReleaseAsset {
    // Others may have deleted it, or have published the release, while it was on its way.
    const { releaseId } = this.assets.get(id);
    if (this.#state.releases.get(releaseId)?.immutable === true)
      throw unprocessable("Cannot upload assets to an immutable release.");
    return this.assets.finish(id, size, digest, content);
  }

  asset(id: number, holder: TokenHolder): ReleaseAsset {
    const asset = this.assets.get(id);
    this.get(asset.releaseId, holder);
    return asset;
  }

  editAsset(id: number, edit: Parameters<AssetStore["edit"]>[1], holder: TokenHolder): ReleaseAsset {
    this.#needMutable(id, holder, "Cannot update asset of an immutable release");
    return this.assets.edit(id, edit);
  }

  deleteAsset(id: number, holder: TokenHolder): void {
    // uutils/coreutils#13839
    this.#needMutable(id, holder, "Cannot delete asset from an immutable release");
    this.assets.delete(id);
  }

  /** GitHub's notes know pull requests; these know commits. The rest of the form is the same. */
  generateNotes(wanted: {
    readonly tagName: string;
    readonly targetCommitish?: string;
    readonly previousTagName?: string;
  }): { readonly name: string; readonly body: string } {
    const { tagName, targetCommitish, previousTagName } = wanted;
    const head = this.#refs.tagCommit(tagName) ?? this.#refs.target(targetCommitish ?? this.#defaultBranch);
    if (head === undefined) throw unprocessable("Invalid target_commitish parameter");
    const previous = previousTagName ?? latestOf(this.#state)?.tagName;
    const base = previous === undefined ? undefined : this.#refs.tagCommit(previous);
    // googleapis/release-please#1787
    if (previousTagName !== undefined && base === undefined)
      throw new Refused({ status: 400, body: { message: "Invalid previous_tag parameter" } });
    const lines = this.#refs
      .between(base ?? "", head)
      .map(({ message, login }) => `* ${message.split("\n")[0]} by @${login ?? "ghost"}`);
    const compared = base === undefined ? `commits/${tagName}` : `compare/${previous}...${tagName}`;
    return {
      name: tagName,
      body: `## What's Changed\n${lines.join("\n")}\n\n\n**Full Changelog**: ${this.#page}/${compared}`,
    };
  }

  #needMutable(assetId: number, holder: TokenHolder, message: string): void {
    const { releaseId } = this.asset(assetId, holder);
    if (this.get(releaseId, holder).immutable) throw invalid({ resource: "ReleaseAsset", code: "custom", message });
  }

  /** All that must hold, then the whole change: nothing of a refused one stays. */
  #change(old: Release, wanted: Release, fields: ReleaseFields, holder: TokenHolder): Release {
    const errors = this.#errors(wanted);
    // getsentry/craft#583. Of a draft it is taken, and means nothing: semantic-release makes all its drafts so.
    if (fields.makeLatest === "true" && wanted.prerelease)
      errors.push({ ...RESOURCE, code: "custom", message: "Latest release cannot be draft or prerelease." });
    if (errors.length > 0) throw invalid(...errors);
    const commit = this.#refs.tagCommit(wanted.tagName) ?? this.#refs.target(wanted.targetCommitish)!;
    if (this.#refs.commit(commit)?.changesWorkflows === true && holder.workflows !== true)
      throw notAccessible("contents=write; contents=write,workflows=write", this.workflowRefusal);

    const publishes = old.draft && !wanted.draft;
    if (!wanted.draft && this.#refs.tagCommit(wanted.tagName) === undefined)
      this.#refs.create(`refs/tags/${wanted.tagName}`, commit);
    const release: Release = {
      ...wanted,
      ...(publishes && {
        createdAt: this.#refs.commit(commit)!.date,
        publishedAt: old.publishedAt ?? new Date().toISOString(),
        immutable: this.immutable,
        discussion: fields.discussion ?? null,
      }),
    };
    if (release.immutable) this.#refs.locked.add(release.tagName);
    this.#store({
      releases: new Map(this.#state.releases).set(release.id, release),
      latest: this.#latestAfter(release, publishes, fields),
    });
    return release;
  }

  #errors(wanted: Release): FieldError[] {
    const errors: FieldError[] = [];
    const { tagName, draft, body } = wanted;
    const tagErrors = draft ? [] : this.#tagErrors(wanted);
    if (!isWellFormed(tagName)) {
      if (!draft)
        errors.push({ ...RESOURCE, code: "custom", field: "tag_name", message: "tag_name is not a valid tag" });
      errors.push({ ...RESOURCE, code: "custom", field: "tag_name", message: "tag_name is not well-formed" });
      if (!draft) errors.push(NO_VALID_TAG);
      return errors;
    }
    errors.push(...tagErrors);
    if (this.#refs.target(wanted.targetCommitish) === undefined)
      errors.push({ ...RESOURCE, code: "invalid", field: "target_commitish" });
    if (body !== null && [...body].length > RELEASE_BODY_MAX_CHARACTERS) {
      const message = `body is too long (maximum is ${RELEASE_BODY_MAX_CHARACTERS} characters)`;
      errors.push({ ...RESOURCE, code: "custom", field: "body", message });
    }
    return errors;
  }

  /** What hinders a published release with this tag (github-community-projects/ospo-reusable-workflows#83, ncipollo/release-action#225). */
  #tagErrors({ id, tagName, targetCommitish }: Release): FieldError[] {
    if (published(this.#state).some((other) => other.tagName === tagName && other.id !== id))
      return [{ ...RESOURCE, code: "already_exists", field: "tag_name" }];
    const exists = this.#refs.tagCommit(tagName) !== undefined;
    if (this.#refs.burned.has(tagName)) {
      const rule = ruleViolation("Cannot create ref due to creations being restricted.");
      return [
        ...(exists ? [] : [{ ...RESOURCE, code: "custom", field: "pre_receive", message: `pre_receive ${rule}` }]),
        { ...RESOURCE, code: "custom", field: "tag_name", message: "tag_name was used by an immutable release" },
        NO_VALID_TAG,
      ];
    }
    if (exists || this.#refs.target(targetCommitish) !== undefined) return [];
    return [{ ...RESOURCE, code: "custom", field: "tag_name", message: "tag_name is not a valid tag" }, NO_VALID_TAG];
  }

  /** `make_latest` is "true" unless said when a release is published, and says nothing of what is only edited. */
  #latestAfter(release: Release, publishes: boolean, { makeLatest }: ReleaseFields): number | undefined {
    const { latest } = this.#state;
    const without = latest === release.id ? undefined : latest;
    if (release.draft || release.prerelease) return without;
    switch (makeLatest ?? (publishes ? "true" : undefined)) {
      case "true":
        return release.id;
      case "false":
        return without;
      case "legacy": {
        const current = this.#state.releases.get(latest ?? -1);
        return current === undefined || older(current, release) < 0 ? release.id : latest;
      }
      default:
        return latest;
    }
  }

  #store(state: State): void {
    for (const replica of [this.lists, this.byTags, this.latests]) replica.remember(this.#state);
    this.#state = state;
  }
}

interface State {
  readonly releases: ReadonlyMap<number, Release>;
  /** Which one was made the latest. */
  readonly latest: number | undefined;
}

const RESOURCE = { resource: "Release" };
const NO_VALID_TAG: FieldError = { ...RESOURCE, code: "custom", message: "Published releases must have a valid tag" };

const published = ({ releases }: State): Release[] => [...releases.values()].filter(({ draft }) => !draft);

function latestOf(state: State): Release | undefined {
  const made = state.releases.get(state.latest ?? -1);
  if (made !== undefined) return made;
  return published(state)
    .filter(({ prerelease }) => !prerelease)
    .sort(older)
    .at(-1);
}

const older = (a: Release, b: Release): number =>
  compare(a.createdAt, b.createdAt) || compare(a.tagName, b.tagName) || a.id - b.id;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const targetOf = ({ targetCommitish }: ReleaseFields) => (targetCommitish === undefined ? {} : { targetCommitish });
