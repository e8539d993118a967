import { expect, test } from "vitest";
import { GitHubContract } from "./github-contract.ts";

const contract = new GitHubContract();
const comments = "/repos/org/demo/issues/1/comments";

test.each([
  ["a comment", { method: "POST", path: comments, query: "", body: { body: "text" } }, []],
  ["a list", { method: "GET", path: comments, query: "?per_page=100&page=2", body: undefined }, []],
  [
    "no such route",
    { method: "PUT", path: comments, query: "", body: undefined },
    ["PUT /repos/org/demo/issues/1/comments: GitHub has no such route"],
  ],
  [
    "a misspelt property",
    { method: "POST", path: comments, query: "", body: { text: "x" } },
    ["POST /repos/{owner}/{repo}/issues/{issue_number}/comments: body: data must have required property 'body'"],
  ],
  [
    "an unknown query parameter",
    { method: "GET", path: comments, query: "?perpage=100", body: undefined },
    ["GET /repos/{owner}/{repo}/issues/{issue_number}/comments: unknown query parameter `perpage`"],
  ],
])("%s", (_, request, problems) => {
  expect(contract.problems(request)).toEqual(problems);
});
