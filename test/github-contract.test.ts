import { expect, test } from "vitest";
import { GitHubContract } from "./github-contract.ts";

const contract = new GitHubContract();
const repository = "/repos/org/demo";
const comments = `${repository}/issues/1/comments`;
const uploads = `${repository}/releases/1/assets`;

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
  [
    "a ref whose name has slashes",
    { method: "GET", path: `${repository}/git/ref/tags/x/v1`, query: "", body: undefined },
    [],
  ],
  [
    "the newest commit of another repository",
    { method: "GET", path: "/repos/RustSec/advisory-db/commits/main", query: "", body: undefined },
    [],
  ],
  [
    "the archive of a commit",
    { method: "GET", path: `/repos/RustSec/advisory-db/tarball/${"a".repeat(40)}`, query: "", body: undefined },
    [],
  ],
  [
    "an upload",
    {
      method: "POST",
      path: uploads,
      query: "?name=a&label=A",
      body: undefined,
      upload: { contentType: "text/plain", size: 1 },
    },
    [],
  ],
  [
    "an upload that has no name",
    { method: "POST", path: uploads, query: "", body: undefined, upload: { contentType: "text/plain", size: 1 } },
    ["POST /repos/{owner}/{repo}/releases/{release_id}/assets: needs query parameter `name`"],
  ],
  [
    "an upload to the API's own host",
    { method: "POST", path: uploads, query: "?name=a", body: {} },
    ["POST /repos/{owner}/{repo}/releases/{release_id}/assets: is taken by the uploads host only"],
  ],
])("%s", (_, request, problems) => {
  expect(contract.problems(request)).toEqual(problems);
});
