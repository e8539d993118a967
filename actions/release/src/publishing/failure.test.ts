import { GitHubError } from "@jessy-actions/kit/github/client";
import { expect, test } from "vitest";
import { describeFailure, ReleaseFailure, ReleaseGone } from "./failure.ts";

const answer = (status: number, more = {}) =>
  new GitHubError("POST /x", { status, headers: {}, message: "no", ...more });
const disk = (path: string) => Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "write", path });

test.each([
  [new ReleaseFailure("`a` could not be uploaded: why; do this"), true, "`a` could not be uploaded", "why; do this"],
  [new ReleaseFailure("it is gone; look"), false, "it is gone", "it is gone; look"],
  [answer(0), true, "GitHub did not answer", "POST /x: no answer: no"],
  [answer(0, { answered: 200 }), true, "GitHub's answer cannot be used", "POST /x: status 200: no"],
  [answer(0, { answered: 200, fault: "cut" }), true, "GitHub's answer broke off", "POST /x: status 200: no"],
  [answer(0, { answered: 200, fault: "too-large" }), true, "GitHub's answer is too large", "POST /x: status 200: no"],
  [disk("/out/SHA256SUMS"), true, "`/out/SHA256SUMS` cannot be written: the disk is full", "with more (ENOSPC, write)"],
  [answer(500), true, "GitHub answered with status 500", "POST /x: status 500: no"],
  [answer(403), false, "GitHub answered with status 403", "POST /x: status 403: no"],
  [answer(404), false, "GitHub answered with status 404", "POST /x: status 404: no"],
])("%s", (error, changesWorkflows, brief, end) => {
  const failure = describeFailure(error, changesWorkflows)!;
  expect(failure.brief).toBe(brief);
  expect(failure.message.endsWith(end)).toBe(true);
  expect(failure.message).not.toContain("workflows: write");
});

test.each([403, 404])("status %i for a commit that changes workflows names the permission", (status) => {
  const { message } = describeFailure(answer(status), true)!;
  expect(message).toMatch(
    /^POST \/x: status 40[34]: no; the commit changes files in `.github\/workflows`.*token of a GitHub App$/,
  );
});

test.each([new Error("x"), new ReleaseGone(7), "x"])("%s is an error of our own", (error) => {
  expect(describeFailure(error, true)).toBeUndefined();
});

test("errors have their names", () => {
  expect([new ReleaseFailure("x").name, new ReleaseGone(7).name]).toEqual(["ReleaseFailure", "ReleaseGone"]);
});
