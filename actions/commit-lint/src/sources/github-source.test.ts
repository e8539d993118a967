import { UserError } from "@jessy-actions/reading/user-error";
import { afterEach, describe, expect, test } from "vitest";
import { ODD_BODIES, oddGitHub } from "../../../../packages/local-runner/testing/odd-answers.ts";
import { SourceUnavailable } from "./commit-source.ts";
import { GitHubSource } from "./github-source.ts";

let close: () => Promise<void> = async () => undefined;

afterEach(() => close());

async function sourceAnsweredBy(body: string): Promise<GitHubSource> {
  const odd = await oddGitHub(body);
  close = odd.close;
  return new GitHubSource(odd.github, { owner: "org", name: "demo" });
}

const sha = "a".repeat(40);

/** Every question that decides; and the answers among the odd ones that GitHub may give. */
const QUESTIONS: Readonly<Record<string, { ask(source: GitHubSource): Promise<unknown>; readonly right?: string[] }>> =
  {
    "a pull request": { ask: (source) => source.pullRequest(7, "all") },
    "a comparison": { ask: (source) => source.range(sha, "b".repeat(40)) },
    "the entries of a folder": { ask: (source) => source.rootEntries(sha) },
    "a file": { ask: (source) => source.file(sha, "rules.yml") },
    "the settings for merging": { ask: (source) => source.mergeSettings(), right: ["an empty object"] },
  };

describe.each(Object.entries(QUESTIONS))("%s", (_, { ask, right = [] }) => {
  test.each(Object.entries(ODD_BODIES).filter(([name]) => !right.includes(name)))(
    "answered with %s is an error with a name",
    async (__, body) => {
      const source = await sourceAnsweredBy(body);
      const error = await ask(source).then(
        (answer) => `answered ${JSON.stringify(answer)}`,
        (thrown: unknown) => thrown,
      );
      expect(error instanceof SourceUnavailable || error instanceof UserError ? "named" : error).toBe("named");
    },
  );
});

const commit = (at: number) => ({ sha: at.toString(16).padStart(40, "0"), commit: { message: "m" }, parents: [] });

test("commits that a comparison repeats do not make up for those that are missing", async () => {
  const source = await sourceAnsweredBy(JSON.stringify({ total_commits: 4, commits: [commit(1), commit(2)] }));
  await expect(source.range(sha, "b".repeat(40))).rejects.toThrow(
    `GitHub is unavailable (page 2 of a comparison repeats ${commit(1).sha})`,
  );
});

test("a folder is no file", async () => {
  const source = await sourceAnsweredBy('[{"type":"file","path":"rules.yml/a"}]');
  await expect(source.file(sha, "rules.yml")).rejects.toThrow("`rules.yml` is not a file of at most one megabyte");
});
