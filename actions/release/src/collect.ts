import { existsSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Git } from "@jessy-actions/kit/git/git";
import { GitHubError } from "@jessy-actions/kit/github/client";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";
import { planFloatingTags } from "@jessy-actions/versioning/floating-tags";
import { findPreviousTag } from "@jessy-actions/versioning/previous-tag";
import { packageFolder, parseTag, type Tag, tagProblem } from "@jessy-actions/versioning/tag";
import { findAssetFiles } from "./assets/asset-files.ts";
import { readManifests } from "./checkout/manifest-files.ts";
import { fetchRange, findBranch, fromRemote, type Remote } from "./checkout/remote.ts";
import { readText } from "./checkout/text-file.ts";
import type { Facts, Known, NotesPart, TagFacts } from "./facts.ts";
import { ReleaseApi, type ReleaseDocument } from "./github/release-api.ts";
import type { Inputs, NotesSource } from "./inputs.ts";

/** Reads all that the plan needs, and changes nothing. */
export async function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  const { log } = io;
  const event = io.event();
  const directory = resolve(io.workspace, inputs.workingDirectory);
  const git = await io.git(directory);
  const root = await git.root();
  const tag = chooseTag(inputs, event.ref);
  const repository = { ...(inputs.targetRepository ?? event.repository), serverUrl: event.serverUrl };
  const api = inputs.token === "" ? undefined : new ReleaseApi(await io.github(), repository);
  const checkedOutCommit = await headOf(git);
  const commit = inputs.commit ?? checkedOutCommit;

  const { remote, tags } = await log.group("Reading tags and branches", async () => {
    const remoteRefs = await openRemote(git, `${event.serverUrl}/${event.repository.owner}/${event.repository.name}`);
    return { remote: remoteRefs, tags: await readTags(git, remoteRefs, tag) };
  });
  const defaultBranch = event.defaultBranch ?? "main";
  const allowed =
    inputs.allowedBranches === "any"
      ? undefined
      : inputs.allowedBranches === "default"
        ? [defaultBranch]
        : inputs.allowedBranches;
  const branch = await log.group("Finding the branch", () => findBranch(git, remote, commit, allowed));
  const tracked = await git.listFiles();
  const folder = relative(root, directory).split(sep).join("/");
  const versionFiles =
    inputs.versionFiles === "none" ? undefined : readManifests(root, tracked, folder, tag, inputs.versionFiles);
  const changelog = readChangelog(inputs, directory, tag);
  const previous = findPreviousTag(tag, tags.all.keys());
  const releases = await log.group("Looking for releases of the tag", () => listReleases(api, inputs));
  const notes = await log.group("Gathering the notes", () =>
    gatherNotes(chooseNotes(inputs, changelog?.text), {
      inputs,
      directory,
      git,
      remote,
      tag,
      commit,
      previousTag: previous.tag,
      tracked,
      tags,
      api,
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
    isAncestor: await ancestry(git, remote, inputs, tag, commit, tags),
    changesWorkflows: await changesWorkflows(git, `refs/remotes/${remote.name}/${defaultBranch}`, commit),
  };
}

/** @throws UserError when neither the input nor the run names a version. */
function chooseTag(inputs: Inputs, ref: string): Tag {
  if (inputs.tag !== undefined) return parseTag(inputs.tag)!;
  if (!ref.startsWith("refs/tags/")) {
    throw new UserError(
      `input \`tag\` is empty, and the run is for ${quote(ref)}, no tag; write \`tag: v1.2.3\`, or run the workflow \`on: push: tags: ["v*"]\``,
    );
  }
  const name = ref.slice("refs/tags/".length);
  const tag = parseTag(name);
  if (tag !== undefined) return tag;
  throw new UserError(`the tag ${quote(name)}, which the run is for, ${tagProblem(name)}`);
}

async function headOf(git: Git): Promise<string> {
  const head = await git.resolve("HEAD");
  if (head !== undefined) return head;
  throw new UserError("the repository has no commit; put actions/checkout before this step");
}

/** `origin`, as actions/checkout leaves it; without one the repository's own address. */
async function openRemote(git: Git, address: string): Promise<Remote> {
  const name = (await git.hasRemote("origin")) ? "origin" : address;
  return { name, refs: await git.remoteRefs(name) };
}

async function readTags(git: Git, remote: Remote, tag: Tag): Promise<TagFacts> {
  const here = await git.tags();
  return {
    all: new Map([...here, ...(remote.refs?.tags ?? [])]),
    here: here.get(tag.text),
    onGitHub: fromRemote(remote, (refs) => refs.tags.get(tag.text)),
  };
}

/** The named file, the package's own, or the repository's. */
function readChangelog(inputs: Inputs, directory: string, tag: Tag): Facts["changelog"] {
  if (inputs.changelog === "none") return undefined;
  if (inputs.changelog !== "auto")
    return { path: inputs.changelog.path, text: readText(join(directory, inputs.changelog.path)) };
  const own = tag.prefix === "" ? [] : [`${packageFolder(tag)}/CHANGELOG.md`];
  const path = [...own, "CHANGELOG.md"].find((each) => existsSync(join(directory, each)));
  return path === undefined ? undefined : { path, text: readText(join(directory, path)) };
}

function chooseNotes(inputs: Inputs, changelog: string | undefined): readonly NotesSource[] {
  if (inputs.notes !== "auto") return inputs.notes;
  return changelog === undefined ? ["commits"] : ["changelog"];
}

/** @throws UserError when GitHub refuses; a dry run goes on without knowing. */
async function listReleases(api: ReleaseApi | undefined, inputs: Inputs): Promise<Known<readonly ReleaseDocument[]>> {
  return ask("list the releases", api, inputs, (there) => there.list());
}

async function ask<T>(
  what: string,
  api: ReleaseApi | undefined,
  inputs: Inputs,
  question: (api: ReleaseApi) => Promise<T>,
): Promise<Known<T>> {
  if (api === undefined) return { unknown: "the input `github-token` is empty" };
  try {
    return { known: await question(api) };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    if (inputs.dryRun) return { unknown: error.message };
    throw new UserError(`GitHub does not let us ${what}: ${error.message}`, { cause: error });
  }
}

interface NotesContext {
  readonly inputs: Inputs;
  readonly directory: string;
  readonly git: Git;
  readonly remote: Remote;
  readonly tag: Tag;
  readonly commit: string;
  readonly previousTag: Tag | undefined;
  readonly tracked: readonly string[];
  readonly tags: TagFacts;
  readonly api: ReleaseApi | undefined;
}

async function gatherNotes(sources: readonly NotesSource[], context: NotesContext): Promise<NotesPart[]> {
  const parts: NotesPart[] = [];
  for (const source of sources) parts.push(await gatherPart(source, context));
  return parts;
}

async function gatherPart(source: NotesSource, context: NotesContext): Promise<NotesPart> {
  const { inputs, directory, tag, commit, previousTag, api } = context;
  switch (source) {
    case "changelog":
      return { source };
    case "commits":
      return { source, ...(await readCommits(context)) };
    case "github":
      return {
        source,
        text: await ask("generate notes", api, inputs, (there) =>
          there.generateNotes(tag.text, commit, previousTag?.text),
        ),
      };
    case "file": {
      const path = inputs.notesFile!;
      const text = readText(resolve(directory, path));
      if (text === undefined)
        throw new UserError(`input \`notes-file\`: ${quote(path)} cannot be read in ${directory}`);
      return { source, text };
    }
  }
}

async function readCommits({ git, remote, tag, commit, previousTag, tags, tracked }: NotesContext) {
  const from = previousTag === undefined ? undefined : tags.all.get(previousTag.text);
  const isComplete =
    from === undefined
      ? !(await git.deepenUntil(
          () => git.isShallow(),
          (shallow) => !shallow,
        ))
      : await fetchRange(git, remote, previousTag!.text, from, commit);
  const isHere = from !== undefined && (await git.resolve(from)) !== undefined;
  const folder = packageFolder(tag);
  const paths = tag.prefix !== "" && tracked.some((path) => path.startsWith(`${folder}/`)) ? [folder] : [];
  return { commits: await git.log(isHere ? from : undefined, commit, paths), isComplete };
}

/** Only where no version's tag says that a move is forward, the history must. */
async function ancestry(
  git: Git,
  remote: Remote,
  { floatingTags }: Inputs,
  tag: Tag,
  commit: string,
  tags: TagFacts,
): Promise<Map<string, boolean | undefined>> {
  const known = new Map<string, boolean | undefined>();
  if (!floatingTags.major && !floatingTags.minor) return known;
  for (const { name, action, from, fromTag } of planFloatingTags(tag, commit, tags.all, { minor: true, zero: true })) {
    if (action !== "move" || fromTag !== undefined || from === undefined) continue;
    await fetchRange(git, remote, name, from, commit);
    known.set(name, await git.isAncestor(from, commit));
  }
  return known;
}

async function changesWorkflows(git: Git, defaultBranch: string, commit: string): Promise<boolean> {
  const base = await git.resolve(defaultBranch);
  if (base === undefined || base === commit) return false;
  const paths = await git.changedPaths(base, commit).catch((): string[] => []);
  return paths.some((path) => path.startsWith(".github/workflows/"));
}
