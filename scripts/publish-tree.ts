/**
 * Commits what `npm run package` made to the branch `published`, as a child of the version before, and sets the
 * version's tag on it. Both reach the remote together or not at all. It can run again: it leaves a tag on this tree
 * alone, and refuses a tag on another tree.
 *
 *   --version 1.2.3         the version (package.json and CHANGELOG.md of the source must have it)
 *   --source COMMIT         the commit that the tree was built from (default: HEAD)
 *   --folder FOLDER         the assembled tree (default: build/package)
 *   --repository FOLDER     the checkout (default: this one)
 *   --remote NAME           default: origin
 *   --source-branch NAME    the remote's branch that versions are made from (default: main)
 *   --dry-run               say what would be done, push nothing
 *
 * Prints `commit=`, `tag=` and `tree=`, and writes them to $GITHUB_OUTPUT.
 */
import { appendFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { git, tryGit, writeTree } from "./git-tree.ts";
import {
  PUBLISHED_BRANCH,
  type PublicationFacts,
  type PublicationPlan,
  type PublishedCommit,
  planPublication,
  readPublishedVersion,
} from "./publication.ts";

/** The author that GitHub shows for commits of a workflow. */
const AUTHOR = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" };

const root = resolve(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    version: { type: "string", default: "" },
    source: { type: "string", default: "HEAD" },
    folder: { type: "string", default: "build/package" },
    repository: { type: "string", default: root },
    remote: { type: "string", default: "origin" },
    "source-branch": { type: "string", default: "main" },
    "dry-run": { type: "boolean", default: false },
  },
});
const repository = resolve(values.repository);

try {
  const facts = collect();
  const plan = planPublication(facts);
  const commit = plan.action === "keep" ? plan.commit : createCommit(plan, facts);
  if (plan.action === "keep") say(`${plan.tag} already stands on this tree: ${commit}`);
  else if (values["dry-run"]) say(`would push ${commit} to ${PUBLISHED_BRANCH} and tag it ${plan.tag}`);
  else push(plan.tag, commit);
  report({ commit, tag: plan.tag, tree: facts.tree });
} catch (error) {
  for (const line of (error as Error).message.split("\n")) process.stderr.write(`publish-tree: ${line}\n`);
  process.exitCode = 1;
}

function collect(): PublicationFacts {
  // A name that is not a version must not reach git as a tag.
  readPublishedVersion(values.version);
  const source = git(repository, ["rev-parse", "--verify", "--end-of-options", `${values.source}^{commit}`]);
  const branch = fetchRef(`refs/heads/${values["source-branch"]}`);
  return {
    version: values.version,
    tree: writeTree(repository, resolve(root, values.folder)),
    source,
    manifest: git(repository, ["show", `${source}:package.json`]),
    changelog: tryGit(repository, ["show", `${source}:CHANGELOG.md`]) ?? "",
    sourceBranch: `${values.remote}/${values["source-branch"]}`,
    isOnSourceBranch:
      branch !== undefined && tryGit(repository, ["merge-base", "--is-ancestor", source, branch.commit]) !== undefined,
    tagged: fetchRef(`refs/tags/v${values.version}`),
    tip: fetchRef(`refs/heads/${PUBLISHED_BRANCH}`),
  };
}

/** Asks the remote, not this clone's copy of it. @returns undefined when the remote has no such ref. */
function fetchRef(ref: string): PublishedCommit | undefined {
  if (git(repository, ["ls-remote", "--end-of-options", values.remote, ref]) === "") return undefined;
  git(repository, ["fetch", "--quiet", "--no-tags", "--end-of-options", values.remote, ref]);
  const id = (object: string) => git(repository, ["rev-parse", "--verify", `FETCH_HEAD^{${object}}`]);
  return { commit: id("commit"), tree: id("tree") };
}

/** The same source, tree and parent give the same commit: its dates are the source's. */
function createCommit(
  { parent, message }: Extract<PublicationPlan, { action: "commit" }>,
  facts: PublicationFacts,
): string {
  const date = git(repository, ["show", "--no-patch", "--format=%ct +0000", facts.source]);
  const parents = parent === undefined ? [] : ["-p", parent];
  return git(repository, ["-c", "commit.gpgSign=false", "commit-tree", ...parents, facts.tree], {
    input: message,
    env: {
      GIT_AUTHOR_NAME: AUTHOR.name,
      GIT_AUTHOR_EMAIL: AUTHOR.email,
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: AUTHOR.name,
      GIT_COMMITTER_EMAIL: AUTHOR.email,
      GIT_COMMITTER_DATE: date,
    },
  });
}

/** Without force: the remote refuses both when the branch has moved or another run has set the tag. */
function push(tag: string, commit: string): void {
  const refs = [`${commit}:refs/heads/${PUBLISHED_BRANCH}`, `${commit}:refs/tags/${tag}`];
  git(repository, ["push", "--quiet", "--atomic", values.remote, ...refs]);
  say(`pushed ${commit} to ${PUBLISHED_BRANCH} and tagged it ${tag}`);
}

function report(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) {
    process.stdout.write(`${name}=${value}\n`);
    if (process.env.GITHUB_OUTPUT) appendFileSync(process.env.GITHUB_OUTPUT, `${name}=${value}\n`);
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
