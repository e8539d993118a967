import { expect, test } from "vitest";
import { failureOf, lastWords } from "./run-failure.ts";

/** As Trivy 0.76.0 wrote them. */
test.each<[string, string, string]>([
  [
    "a fatal error",
    "2026-11-28T07:58:56Z\tFATAL\tFatal error\trun error: sbom scan error: unknown scanning is not yet supported",
    "run error: sbom scan error: unknown scanning is not yet supported",
  ],
  [
    "a fatal error of debugging",
    [
      '2026-11-28T08:02:38Z\tDEBUG\tCleaning up temp directory\tpath="/tmp/x"',
      "2026-11-28T08:02:38Z\tFATAL\tFatal error",
      "  - run error:",
      "    github.com/aquasecurity/trivy/pkg/commands/artifact.Run",
      "        /home/runner/work/trivy/trivy/pkg/commands/artifact/run.go:411",
      "  - lstat /x: no such file or directory",
    ].join("\n"),
    "run error: lstat /x: no such file or directory",
  ],
  ["a crash", "x\tDEBUG\ty\npanic: page 7 already freed\nmore\ngoroutine 1", "panic: page 7 already freed more"],
  ["words", "one\n\ntwo\nthree\r\nfour\nx\tINFO\tnothing\n", "two three four"],
  ["nothing", "", ""],
])("%s", (_, stderr, words) => {
  expect(lastWords(stderr)).toBe(words);
});

test("the end of what is long", () => {
  expect(lastWords(`${"x".repeat(1000)} cause`)).toMatch(/^…x+ cause$/);
  expect(lastWords(`${"x".repeat(1000)} cause`)).toHaveLength(400);
});

test("0 is no failure", () => {
  expect(failureOf({ exitCode: 0, signal: undefined, stderr: "\tFATAL\t" })).toBeUndefined();
});
