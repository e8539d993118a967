import type { ActionIo } from "@jessy-actions/kit/action/io";
import { GitHubError } from "@jessy-actions/kit/github/error";
import { resolveEvent } from "@jessy-actions/kit/runner/event";
import { UserError } from "@jessy-actions/reading/user-error";
import { expect, test } from "vitest";
import { readGitTags } from "./git-tags.ts";

const DOWN = new GitHubError("GET /repos/{owner}/{repo}/tags", { status: 502, message: "Bad Gateway", headers: {} });
const NO_CLONE = new UserError("/w is not in a git repository (fatal); put actions/checkout before this step");

/** What GitHub and the clone say; an error is one that they throw. */
function io(github: readonly string[] | Error, clone: readonly string[] | Error, asked: string[] = []): ActionIo {
  const client = {
    within: () => client,
    async *paginate(route: string, parameters: unknown) {
      asked.push(`${route} ${JSON.stringify(parameters)}`);
      if (github instanceof Error) throw github;
      for (const name of github) yield { name };
    },
  };
  const git = {
    root: async () => {
      if (clone instanceof Error) throw clone;
    },
    tags: async () => new Map((clone as readonly string[]).map((name) => [name, "0".repeat(40)])),
  };
  const event = () => resolveEvent({ GITHUB_REPOSITORY: "acme/app" }, {});
  return { event, github: async () => client, git: async () => git } as unknown as ActionIo;
}

test("GitHub is asked, whose list is complete", async () => {
  const asked: string[] = [];
  expect(await readGitTags(io(["v1", "v2"], ["v1"], asked))).toEqual({ names: ["v1", "v2"] });
  expect(asked).toEqual(['GET /repos/{owner}/{repo}/tags {"owner":"acme","repo":"app"}']);
});

test.each<[string, readonly string[] | Error, readonly string[] | Error, readonly string[], RegExp]>([
  ["GitHub is down", DOWN, ["v1"], ["v1"], /^Git tags are those of the clone: GET .*Bad Gateway\.$/],
  [
    "GitHub is down, and there is no clone",
    DOWN,
    NO_CLONE,
    [],
    /^The registry's tags alone say which version is the highest: GET .*Bad Gateway, and .*actions\/checkout before this step\.$/,
  ],
])("%s", async (_, github, clone, names, note) => {
  const tags = await readGitTags(io(github, clone));
  expect(tags.names).toEqual(names);
  expect(tags.note).toMatch(note);
});

test("our own fault is not hidden", async () => {
  await expect(readGitTags(io(new TypeError("x"), []))).rejects.toThrow(TypeError);
});
