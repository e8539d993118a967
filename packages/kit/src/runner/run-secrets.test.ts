import { expect, test } from "vitest";
import { type EmptyLogin, judgeEmptyLogins, missingSecrets } from "./run-secrets.ts";

const pull = (id: number) => ({ pull_request: { head: { repo: { id } }, base: { repo: { id: 1 } } } });
const FORK = "the pull request is from a fork, which has no secrets";

test.each<[string, unknown, string | undefined, string | undefined]>([
  ["push", {}, "octocat", undefined],
  ["pull_request", pull(1), "octocat", undefined],
  ["pull_request", pull(2), "octocat", FORK],
  ["pull_request_target", pull(2), undefined, FORK],
  ["push", {}, "dependabot[bot]", "the run is Dependabot's, which has only the secrets that Dependabot was given"],
  ["pull_request", pull(1), "dependabot[bot]", "the run is Dependabot's, which has only"],
  ["workflow_run", {}, "octocat", undefined],
])("%s %j by %s", (name, payload, actor, missing) => {
  const found = missingSecrets({ name, payload }, actor);
  if (missing === undefined) expect(found).toBeUndefined();
  else expect(found).toContain(missing);
});

test("an empty login is a note in a run without secrets, and an error in any other", () => {
  const empty: readonly EmptyLogin[] = [
    {
      problem: "input `password` is empty, and `username` is set",
      login: "by `username`",
      found: "`password` is empty",
    },
    {
      problem: "input `registries`, entry 1, `username` and `password` are empty",
      login: "to `a.b`",
      found: "`username` and `password` are empty",
    },
  ];
  expect(judgeEmptyLogins(empty, FORK)).toEqual([
    `No login by \`username\`: \`password\` is empty, since ${FORK}.`,
    `No login to \`a.b\`: \`username\` and \`password\` are empty, since ${FORK}.`,
  ]);
  expect(() => judgeEmptyLogins(empty, undefined)).toThrow(
    /^input `password` is empty, .*\ninput `registries`, entry 1, `username` and `password` are empty/,
  );
  expect(judgeEmptyLogins([], undefined)).toEqual([]);
});
