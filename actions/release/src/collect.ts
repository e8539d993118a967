import { relative, resolve, sep } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Git } from "@jessy-actions/kit/git/git";
import { GitHubError } from "@jessy-actions/kit/github/client";
import { UserError } from "@jessy-actions/reading/user-error";
import { findPreviousTag } from "@jessy-actions/versioning/previous-tag";
import { findAssetFiles } from "./assets/asset-files.ts";
import { readChangelog } from "./checkout/changelog-file.ts";
import { readAncestry } from "./checkout/floating-history.ts";
import { readVersionFiles } from "./checkout/manifest-files.ts";
import { findBranch, openRemote, readTags } from "./checkout/remote.ts";
import { chooseTag } from "./checkout/tag-name.ts";
import type { Facts, Known } from "./facts.ts";
import { ReleaseApi } from "./github/release-api.ts";
import type { Inputs } from "./inputs.ts";
import { chooseSources } from "./notes/chosen-sources.ts";
import { gatherNotes } from "./notes/notes-sources.ts";

/**
 * Reads all that the decision needs, and changes nothing.
 *
 * @throws UserError when there is no version to release, or GitHub does not answer and this is not a dry run.
 */
export async function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  const { log } = io;
  const event = io.event();
  const directory = resolve(io.workspace, inputs.workingDirectory);
  const git = await io.git(directory);
  const root = await git.root();
  const tag = chooseTag(inputs.tag, event.ref);
  const repository = { ...(inputs.targetRepository ?? event.repository), serverUrl: event.serverUrl };
  const api = inputs.token === "" ? undefined : new ReleaseApi(await io.github(), repository);
  const checkedOutCommit = await headOf(git);
  const commit = inputs.commit ?? checkedOutCommit;
  log.debug(`releasing ${tag.text} at ${commit} in ${repository.owner}/${repository.name}`);

  const { remote, tags } = await log.group("Reading tags and branches", async () => {
    const address = `${event.serverUrl}/${event.repository.owner}/${event.repository.name}`;
    const opened = await openRemote(git, address);
    return { remote: opened, tags: await readTags(git, opened, tag) };
  });
  const onGitHub = "known" in tags.onGitHub ? (tags.onGitHub.known ?? "missing") : tags.onGitHub.unknown;
  log.debug(`${tags.all.size} tags; ${tag.text} here: ${tags.here ?? "missing"}, on the remote: ${onGitHub}`);
  const defaultBranch = event.defaultBranch ?? "main";
  const allowed = allowedBranches(inputs, defaultBranch);
  const branch = await log.group("Finding the branch", () => findBranch(git, remote, commit, allowed));
  log.debug(
    `allowed branches: ${branch.existing.join(", ") || "none exists"}; holder: ${JSON.stringify(branch.holder)}`,
  );
  const tracked = await git.listFiles();
  const folder = relative(root, directory).split(sep).join("/");
  const versionFiles =
    inputs.versionFiles === "none"
      ? undefined
      : await readVersionFiles(root, tracked, folder, tag, inputs.versionFiles);
  for (const { path, found } of versionFiles?.readings ?? [])
    log.debug(
      `${path} states ${found.map((each) => `${each.field} ${JSON.stringify(each.found)}`).join(", ") || "nothing"}`,
    );
  const changelog = readChangelog(inputs.changelog, directory, tag);
  log.debug(`changelog: ${changelog?.path ?? "none"}`);
  const previous = findPreviousTag(tag, tags.all.keys());
  log.debug(`previous tag: ${previous.tag?.text ?? "none"}`);
  const ask = <T>(what: string, question: (there: ReleaseApi) => Promise<T>) => known(what, api, inputs, question);
  const releases = await log.group("Looking for releases of the tag", () =>
    ask("list the releases", (there) => there.list()),
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
      tracked,
      tags,
      generate: (since) => ask("generate notes", (there) => there.generateNotes(tag.text, commit, since)),
    }),
  );
  const assets = await log.group("Reading assets", () =>
    findAssetFiles(inputs.files, inputs.excludedFiles, directory, io.workspace),
  );
  for (const { shown, size, sha256 } of assets.files) log.info(`${shown}: ${size} bytes, sha256 ${sha256}`);
  return {
    repository,
    source: event.repository,
    tag,
    commit,
    pushedCommit: event.ref === `refs/tags/${tag.text}` ? await git.resolve(event.sha) : undefined,
    checkedOutCommit,
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
    isAncestor: await readAncestry(git, remote, inputs.floatingTags, tag, commit, tags),
    changesWorkflows: await changesWorkflows(git, `refs/remotes/${remote.name}/${defaultBranch}`, commit),
  };
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

/** @throws UserError when GitHub refuses; a dry run goes on without the answer. */
async function known<T>(
  what: string,
  api: ReleaseApi | undefined,
  { dryRun }: Inputs,
  question: (api: ReleaseApi) => Promise<T>,
): Promise<Known<T>> {
  if (api === undefined) return { unknown: "the input `github-token` is empty" };
  try {
    return { known: await question(api) };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    if (dryRun) return { unknown: error.message };
    throw new UserError(`GitHub does not let us ${what}: ${error.message}`, { cause: error });
  }
}

async function changesWorkflows(git: Git, defaultBranch: string, commit: string): Promise<boolean> {
  const base = await git.resolve(defaultBranch);
  if (base === undefined || base === commit) return false;
  const paths = await git.changedPaths(base, commit).catch((): string[] => []);
  return paths.some((path) => path.startsWith(".github/workflows/"));
}
