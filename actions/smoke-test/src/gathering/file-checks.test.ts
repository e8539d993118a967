import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import { UserError } from "@jessy-actions/reading/user-error";
import { afterEach, beforeEach, expect, test } from "vitest";
import { inputsOf } from "../../testing/facts.ts";
import { fileChecks } from "./file-checks.ts";

let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "jessy-smoke-"));
  mkdirSync(join(workspace, "deploy"));
});

afterEach(() => rmSync(workspace, { recursive: true }));

const PATH = "deploy/checks.yml";
const inputs = (written = {}) => inputsOf({ "checks-file": PATH, ...written });
const of = (event: Partial<ActionEvent> = {}) => ({ workspace, event: () => event as ActionEvent });
const write = (text: string) => writeFileSync(join(workspace, PATH), text);

test("a list in the repository", () => {
  write("checks:\n  - https://a.example/\n  - url: https://b.example/\n    passes: 1\n");
  expect(fileChecks(inputs(), PATH, of()).map(({ url }) => url)).toEqual(["https://a.example/", "https://b.example/"]);
});

test.each<[string, string, Record<string, string>, string]>([
  ["its problems name it and the line", "- https://a.example/\n- url: x\n", {}, `${PATH}: line 2: \`url\` is \`x\``],
  ["nothing in it", "\n", {}, `${PATH}: it has no checks, so nothing would be judged`],
  [
    "no place of the version",
    "https://a.example/",
    { version: "1" },
    "input `version` is set, and no check that counts",
  ],
  [
    "passes that do not fit",
    "https://a.example/ passes=100",
    {},
    "100 passes with 1000 ms between them do not fit into the `deadline` of 90000 ms; raise it, or lower `passes`",
  ],
  ["no certificates", "http://a.example/", { "tls-days": "14" }, "input `tls-days` is set, and no check that counts"],
  ["too much", "#".repeat(400_001), {}, "has 400001 bytes; a list of checks has at most 400000"],
])("%s", (_, text, written, message) => {
  write(text);
  expect(() => fileChecks(inputs({ deadline: "90s", ...written }), PATH, of())).toThrow(UserError);
  expect(() => fileChecks(inputs({ deadline: "90s", ...written }), PATH, of())).toThrow(message);
});

test("a file that is missing is named", () => {
  expect(() => fileChecks(inputs(), PATH, of())).toThrow(
    "input `checks-file` is `deploy/checks.yml`, which is not in the workspace; does actions/checkout run",
  );
});

test.each<[string, Partial<ActionEvent>]>([
  ["a pull request", { pullRequest: { number: 1 } as ActionEvent["pullRequest"] }],
  ["a run that follows another", { followedRun: { headSha: "a" } as ActionEvent["followedRun"] }],
])("in %s the file is the change's own", (_, event) => {
  write("https://evil.example/");
  expect(() => fileChecks(inputs(), PATH, of(event))).toThrow("a pull request could change deploy/checks.yml");
});
