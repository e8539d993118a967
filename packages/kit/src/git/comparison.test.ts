import { describe, expect, test } from "vitest";
import type { ActionEvent, PullRequest } from "../runner/event.ts";
import { type Comparison, findComparison, type History } from "./comparison.ts";

const HEAD = "1".repeat(40);
const BASE = "2".repeat(40);
const PUSHED = "3".repeat(40);
const OLD = "4".repeat(40);

const PULL: PullRequest = {
  number: 7,
  title: "",
  commits: undefined,
  fork: false,
  headSha: PUSHED,
  headRef: "feature",
  baseSha: BASE,
  baseRef: "develop",
};

/** A clone; each list is what git finds at first, after fetching more history, and so on. */
interface Clone {
  readonly revisions?: Readonly<Record<string, string>>;
  readonly parents?: readonly (readonly string[])[];
  readonly mergeBases?: readonly (readonly string[])[];
  readonly isCutOff?: readonly boolean[];
  readonly fetchable?: readonly string[];
  /** Branches that can be fetched, and their commits. */
  readonly branches?: Readonly<Record<string, string>>;
}

function historyOf({
  revisions = { HEAD },
  parents = [[]],
  mergeBases = [[]],
  isCutOff = [false],
  fetchable = [],
  branches = {},
}: Clone): History {
  let depth = 0;
  const atDepth = <T>(found: readonly T[]): T => found[Math.min(depth, found.length - 1)]!;
  return {
    resolve: async (revision) => revisions[revision],
    parents: async (revision) => (revision === HEAD ? [...atDepth(parents)] : []),
    mergeBases: async (a, b) => (a !== b && b === HEAD ? [...atDepth(mergeBases)] : []),
    isCutOff: async () => atDepth(isCutOff),
    fetchCommit: async (sha) => fetchable.includes(sha),
    fetchBranch: async (branch) => branches[branch],
    deepenUntil: async (look, isEnough) => {
      for (depth = 0; depth < 3; depth++) {
        const found = await look();
        if (isEnough(found)) return found;
      }
      return look();
    },
  };
}

function compare(clone: Clone, event: Partial<ActionEvent>): Promise<Comparison> {
  return findComparison(historyOf(clone), {
    payload: {},
    name: "pull_request",
    repository: { owner: "o", name: "r" },
    serverUrl: "https://github.com",
    defaultBranch: "main",
    sha: HEAD,
    ref: "refs/heads/feature",
    headSha: HEAD,
    pullRequest: undefined,
    before: undefined,
    pushToDefaultBranch: false,
    followedRun: undefined,
    ...event,
  });
}

describe("two commits are compared", () => {
  test.each<[string, Clone, Partial<ActionEvent>, string, string]>([
    [
      "GitHub's merge commit",
      { parents: [[BASE, PUSHED]] },
      { pullRequest: PULL },
      BASE,
      "the merge commit of the pull request against its base",
    ],
    [
      "GitHub's merge commit in a shallow clone",
      { parents: [[], [], [OLD, PUSHED]] },
      { pullRequest: PULL },
      OLD,
      "the merge commit of the pull request against its base",
    ],
    [
      "the head of a pull request",
      { parents: [[OLD]], fetchable: [BASE], mergeBases: [[OLD]] },
      { pullRequest: PULL },
      OLD,
      "HEAD against the merge base with the base `develop`",
    ],
    [
      "a merge commit that somebody else made",
      { parents: [[BASE, OLD]], fetchable: [BASE], mergeBases: [[OLD]] },
      { pullRequest: PULL },
      OLD,
      "HEAD against the merge base with the base `develop`",
    ],
    [
      "a merge of three, one of which is the head",
      { parents: [[BASE, PUSHED, OLD]], fetchable: [BASE], mergeBases: [[OLD]] },
      { pullRequest: PULL },
      OLD,
      "HEAD against the merge base with the base `develop`",
    ],
    [
      "a head without parents in this clone",
      { fetchable: [BASE], mergeBases: [[], [OLD]] },
      { pullRequest: PULL },
      OLD,
      "HEAD against the merge base with the base `develop`",
    ],
    [
      "a head whose nearest merge base is behind the end of a shallow clone",
      { parents: [[OLD]], fetchable: [BASE], mergeBases: [[PUSHED], [OLD]], isCutOff: [true, false] },
      { pullRequest: PULL },
      OLD,
      "HEAD against the merge base with the base `develop`",
    ],
    [
      "a head with several merge bases",
      { parents: [[OLD]], fetchable: [BASE], mergeBases: [[OLD, BASE, PUSHED]] },
      { pullRequest: PULL },
      OLD,
      "HEAD against the first of 3 merge bases with the base `develop`",
    ],
    ["a push", { fetchable: [OLD] }, { name: "push", before: OLD }, OLD, "the push"],
    [
      "a merge group",
      { fetchable: [OLD] },
      { name: "merge_group", before: OLD },
      OLD,
      "the merge group against its base",
    ],
    [
      "a branch that somebody runs by hand",
      { branches: { main: BASE }, fetchable: [BASE], mergeBases: [[OLD]] },
      { name: "workflow_dispatch" },
      OLD,
      "HEAD against the merge base with the default branch `main`",
    ],
    [
      "a push that made its branch",
      { branches: { main: BASE }, fetchable: [BASE], mergeBases: [[OLD]] },
      { name: "push" },
      OLD,
      "HEAD against the merge base with the default branch `main`",
    ],
    [
      "a push that replaced what was there",
      { branches: { main: BASE }, fetchable: [BASE], mergeBases: [[OLD]] },
      { name: "push", before: PUSHED },
      OLD,
      "HEAD against the merge base with the default branch `main`",
    ],
    [
      "a push of a tag",
      { branches: { main: BASE }, fetchable: [BASE], mergeBases: [[OLD]] },
      { name: "push", ref: "refs/tags/main" },
      OLD,
      "HEAD against the merge base with the default branch `main`",
    ],
  ])("%s", async (_, clone, event, base, reason) => {
    expect(await compare(clone, event)).toEqual({ state: "compared", base, head: HEAD, reason });
  });
});

describe("nothing is compared, and the reason is named", () => {
  test.each<[string, "no-change" | "no-base", Clone, Partial<ActionEvent>, string]>([
    ["no commit", "no-base", { revisions: {} }, { name: "push", before: OLD }, "the repository has no commit"],
    [
      "a base that cannot be fetched",
      "no-base",
      { mergeBases: [[OLD]] },
      { pullRequest: PULL },
      "the commit 2222222222 of the base `develop` cannot be fetched; check out with `fetch-depth: 0`",
    ],
    [
      "a history that stays cut off, whatever is seen of it",
      "no-base",
      { fetchable: [BASE], mergeBases: [[OLD]], isCutOff: [true] },
      { pullRequest: PULL },
      "the history of HEAD and the base `develop` cannot be fetched as far as needed; check out with `fetch-depth: 0`",
    ],
    [
      "no common history",
      "no-base",
      { fetchable: [BASE] },
      { pullRequest: PULL },
      "HEAD and the base `develop` have no common history",
    ],
    [
      "the first push of a repository",
      "no-change",
      { branches: { main: BASE } },
      { name: "push", ref: "refs/heads/main" },
      "this push made the branch, so there is nothing before it",
    ],
    [
      "a push of no repository that is known",
      "no-change",
      {},
      { name: "push", defaultBranch: undefined },
      "this push made the branch, so there is nothing before it",
    ],
    [
      "a force push to the default branch",
      "no-base",
      { branches: { main: BASE }, fetchable: [BASE], mergeBases: [[OLD]] },
      { name: "push", before: OLD, ref: "refs/heads/main" },
      "the commit before this push, 4444444444, is not available (was it a force push?)",
    ],
    [
      "a merge group whose base is gone",
      "no-base",
      { branches: { main: BASE }, fetchable: [BASE], mergeBases: [[OLD]] },
      { name: "merge_group", before: OLD, ref: "refs/heads/gh-readonly-queue/main/pr-7" },
      "the commit before this push, 4444444444, is not available (was it a force push?)",
    ],
    [
      "no default branch",
      "no-base",
      {},
      { name: "schedule", defaultBranch: undefined },
      "a run by schedule names no branch to compare with",
    ],
    [
      "the default branch itself",
      "no-change",
      { branches: { main: BASE }, fetchable: [BASE], mergeBases: [[OLD]] },
      { name: "schedule", ref: "refs/heads/main" },
      "a run by schedule on the default branch has no change to look at",
    ],
    [
      "a default branch that cannot be fetched",
      "no-base",
      {},
      { name: "schedule" },
      "the default branch `main` cannot be fetched",
    ],
    [
      "a new branch, and a default branch that cannot be fetched",
      "no-base",
      {},
      { name: "push" },
      "the default branch `main` cannot be fetched",
    ],
  ])("%s", async (_, cause, clone, event, reason) => {
    expect(await compare(clone, event)).toEqual({ state: "none", cause, reason });
  });
});
