import { afterAll, beforeAll, expect, test } from "vitest";
import { EmulatedGitHub } from "./gateway.ts";
import { GitRefs } from "./git-refs.ts";

let github: EmulatedGitHub;
const SHA = "a".repeat(40);

beforeAll(async () => {
  const tokens = { t: { login: "octocat", write: false } };
  github = await EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens });
  const refs = new GitRefs("main");
  refs.setBranch("main", refs.addCommit({ sha: SHA, message: "x", date: "2026-11-20T10:00:00Z" }));
  github.others.set("org/other", refs);
  github.archives.set("org/other", SHA, Buffer.from([0x1f, 0x8b, 0xff]));
});

afterAll(() => github.close());

test("an archive lies elsewhere, where no token is asked for", async () => {
  const headers = { authorization: "Bearer t" };
  const answer = await fetch(`${github.url}/repos/org/other/tarball/main`, { headers, redirect: "manual" });
  expect(answer.status).toBe(302);
  const archive = await fetch(answer.headers.get("location")!);
  expect([archive.headers.get("content-type"), new Uint8Array(await archive.arrayBuffer())]).toEqual([
    "application/x-gzip",
    new Uint8Array([0x1f, 0x8b, 0xff]),
  ]);
  expect((await fetch(`${github.url}/repos/org/other/tarball/none`, { headers })).status).toBe(404);
  expect((await fetch(`${github.url}/repos/org/demo/tarball/${SHA}`, { headers })).status).toBe(404);
});
