import { relative, resolve, sep } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Git } from "@jessy-actions/kit/git/git";
import { GitHubError } from "@jessy-actions/kit/github/client";
import { UserError } from "@jessy-actions/reading/user-error";
import { findPackageFolder } from "@jessy-actions/versioning/package-folder";
import { findPreviousTag } from "@jessy-actions/versioning/previous-tag";
import type { Tag } from "@jessy-actions/versioning/tag";
import { findAssetFiles } from "./assets/asset-files.ts";
import { readChangelog } from "./checkout/changelog-file.ts";
import { CommitFiles } from "./checkout/commit-files.ts";
import { readVersionFiles } from "./checkout/manifest-files.ts";
import { branchOfClone, openRemote, type Remote, tagsOfClone } from "./checkout/remote.ts";
import { chooseTag } from "./checkout/tag-name.ts";
import type { BranchFacts, Facts, Known, TagFacts } from "./facts.ts";
import { findHolder } from "./github/branch-holder.ts";
import { floatingAncestry } from "./github/floating-ancestry.ts";
import { RefApi } from "./github/ref-api.ts";
import { ReleaseApi } from "./github/release-api.ts";
import { tagCommits } from "./github/tag-commits.ts";
import type { Inputs } from "./inputs.ts";
import { chooseSources } from "./notes/chosen-sources.ts";
import { gatherNotes } from "./notes/notes-sources.ts";

/**
 * Reads all that the decision needs, and changes nothing.
 *
 * @throws UserError when there is no version to release.
 */
export async function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  const { log } = io;
  const event = io.event();
  const directory = resolve(io.workspace, inputs.workingDirectory);
  const git = await io.git(directory);
  const root = await git.root();
  const tag = chooseTag(inputs.tag, event.ref);
  const repository = { ...(inputs.targetRepository ?? event.repository), serverUrl: event.serverUrl };
  const asking = await openGitHub(inputs, io, repository, event.repository);
  const checkedOutCommit = await headOf(git);
  const commit = inputs.commit ?? checkedOutCommit;
  log.debug(`releasing ${tag.text} at ${commit} in ${repository.owner}/${repository.name}`);

  const remote = await openRemote(git, `${event.serverUrl}/${event.repository.owner}/${event.repository.name}`);
  const tags = await log.group("Reading tags", () => readTags(asking, git, remote, tag, commit));
  const onGitHub = "known" in tags.onGitHub ? (tags.onGitHub.known ?? "missing") : JSON.stringify(tags.onGitHub);
  log.debug(`${tags.all.size} tags; ${tag.text} here: ${tags.here ?? "missing"}, on GitHub: ${onGitHub}`);
  const defaultBranch = event.defaultBranch ?? "main";
  const allowed = allowedBranches(inputs, defaultBranch);
  const branch = await log.group("Finding the branch", () => readBranch(asking, git, remote, commit, allowed));
  log.debug(
    `allowed branches: ${branch.existing.join(", ") || "none exists"}; holder: ${JSON.stringify(branch.holder)}`,
  );
  const sourceCommit = inputs.sourceCommit ?? commit;
  const files = await CommitFiles.open(git, sourceCommit);
  const folder = relative(root, directory).split(sep).join("/");
  const place = findPackageFolder(tag, files.paths, folder);
  log.debug(`the tag's package: ${JSON.stringify(place)}`);
  const versionFiles =
    inputs.versionFiles === "none" ? undefined : await readVersionFiles(files, folder, place, inputs.versionFiles);
  for (const { path, found } of versionFiles?.readings ?? [])
    log.debug(
      `${path} states ${found.map((each) => `${each.field} ${JSON.stringify(each.found)}`).join(", ") || "nothing"}`,
    );
  const changelog = await readChangelog(inputs.changelog, files, folder, tag, place);
  log.debug(`changelog: ${changelog?.path ?? "none"}`);
  const previous = findPreviousTag(tag, tags.all.keys());
  log.debug(`previous tag: ${previous.tag?.text ?? "none"}`);
  const releases = await log.group("Looking for releases of the tag", () =>
    known(asking, ({ releases: there }) => there.list()),
  );
  if ("known" in releases) {
    const own = releases.known.filter(({ tag_name }) => tag_name === tag.text);
    log.debug(`${releases.known.length} releases; of the tag: ${own.map(({ id }) => id).join(", ") || "none"}`);
  }
  const notes = await log.group("Gathering the notes", () =>
    gatherNotes(chooseSources(inputs.notes, changelog?.text), {
      inputs,
      directory,
      git,
      remote,
      tag,
      commit,
      previousTag: previous.tag,
      place,
      tags,
      generate: (since) => known(asking, (there) => there.releases.generateNotes(tag.text, commit, since)),
    }),
  );
  const assets = await log.group("Reading assets", () =>
    findAssetFiles(inputs.files, inputs.excludedFiles, directory, io.workspace),
  );
  for (const { shown, size, sha256 } of assets.files) log.info(`${shown}: ${size} bytes, sha256 ${sha256}`);
  const ancestry = await known(asking, ({ refs }) => floatingAncestry(refs, inputs.floatingTags, tag, commit, tags));
  return {
    repository,
    source: event.repository,
    tag,
    commit,
    pushedCommit: event.ref === `refs/tags/${tag.text}` ? await git.resolve(event.sha) : undefined,
    checkedOutCommit,
    sourceCommit,
    changedFiles: await git.changedFiles(),
    tags,
    branch,
    versionFiles,
    changelog,
    previousTag: previous.tag,
    tagProblems: previous.problems,
    notes,
    files: assets.files,
    fileProblems: assets.problems,
    releases,
    isAncestor: "known" in ancestry ? ancestry.known : new Map(),
    changesWorkflows: await changesWorkflows(git, `refs/remotes/${remote.name}/${defaultBranch}`, commit),
  };
}

/** Both sides of GitHub: the repository that gets the release, and the one that has the tag. */
interface Asked {
  readonly releases: ReleaseApi;
  readonly refs: RefApi;
}

/** Undefined without a token. */
async function openGitHub(
  { token }: Inputs,
  io: ActionIo,
  repository: Facts["repository"],
  source: Facts["source"],
): Promise<Asked | undefined> {
  if (token === "") return undefined;
  const github = await io.github();
  return { releases: new ReleaseApi(github, repository), refs: new RefApi(github, source) };
}

async function readTags(
  asking: Asked | undefined,
  git: Git,
  remote: Remote,
  tag: Tag,
  commit: string,
): Promise<TagFacts> {
  const here = (await git.tags()).get(tag.text);
  const asked = await known(asking, async ({ refs }) => ({
    all: await tagCommits(refs, tag, commit),
    target: await refs.tagTarget(tag.text),
  }));
  if ("unknown" in asked) return { all: await tagsOfClone(git, remote), here, onGitHub: asked };
  const { all, target } = asked.known;
  const onGitHub = target !== undefined && "wrong" in target ? target : { known: target?.commit };
  return { all, here, onGitHub };
}

/** @param allowed globs; undefined when any branch will do. */
async function readBranch(
  asking: Asked | undefined,
  git: Git,
  remote: Remote,
  commit: string,
  allowed: readonly string[] | undefined,
): Promise<BranchFacts> {
  if (allowed === undefined) return { allowed, existing: [], holder: { known: undefined } };
  const asked = await known(asking, ({ refs }) => findHolder(refs, commit, allowed));
  if ("known" in asked) return asked.known;
  const inClone = await branchOfClone(git, remote, commit, allowed);
  return { allowed, existing: [], holder: asked, ...(inClone !== undefined && { inClone }) };
}

async function headOf(git: Git): Promise<string> {
  const head = await git.resolve("HEAD");
  if (head !== undefined) return head;
  throw new UserError("the repository has no commit; put actions/checkout before this step");
}

/** Undefined when any branch will do. */
function allowedBranches({ allowedBranches: input }: Inputs, defaultBranch: string): readonly string[] | undefined {
  if (input === "any") return undefined;
  return input === "default" ? [defaultBranch] : input;
}

/** What GitHub says, or why it says nothing: every answer that is missing is its own check in the report. */
async function known<T>(asking: Asked | undefined, question: (asked: Asked) => Promise<T>): Promise<Known<T>> {
  if (asking === undefined) return { unknown: "GitHub was not asked, as the input `github-token` is empty" };
  try {
    return { known: await question(asking) };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return { unknown: error.message };
  }
}

async function changesWorkflows(git: Git, defaultBranch: string, commit: string): Promise<boolean> {
  const base = await git.resolve(defaultBranch);
  if (base === undefined || base === commit) return false;
  const paths = await git.changedPaths(base, commit).catch((): string[] => []);
  return paths.some((path) => path.startsWith(".github/workflows/"));
}
