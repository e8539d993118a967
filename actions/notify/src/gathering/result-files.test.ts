import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { beforeEach, expect, test } from "vitest";
import { readResultFiles } from "./result-files.ts";

let workspace: string;
let temporary: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "jessy-notify-"));
  temporary = mkdtempSync(join(tmpdir(), "jessy-runner-"));
});

function write(folder: string, file: string, content: string): void {
  mkdirSync(join(folder, file, ".."), { recursive: true });
  writeFileSync(join(folder, file), content);
}

function found(patterns: readonly string[] | undefined) {
  const io = { workspace, temporary: join(temporary, "jessy", "notify"), environment: { RUNNER_TEMP: temporary } };
  return readResultFiles(patterns, io as unknown as ActionIo).map((file) =>
    "content" in file ? [file.file, file.content.raw] : [file.file, file.problem],
  );
}

test("without a word, what earlier steps of the job left, but for messages", () => {
  write(temporary, "jessy/coverage-gate/result.json", "1");
  write(temporary, "jessy/coverage-gate-api/result.json", "2");
  write(temporary, "jessy/notify/result.json", "3");
  write(temporary, "jessy/notify-start/result.json", "4");
  write(temporary, "jessy/release/badge.svg", "5");
  expect(found(undefined)).toEqual([
    ["coverage-gate", 1],
    ["coverage-gate-api", 2],
  ]);
});

test("a job without other steps of ours has none", () => {
  expect(found(undefined)).toEqual([]);
});

test("files that are named, by path and by pattern", () => {
  write(workspace, "results/b.json", '{"b":1}');
  write(workspace, "results/a.json", '{"a":1}');
  write(temporary, "x/result.json", "7");
  expect(found(["results/*.json", join(temporary, "x/result.json")])).toEqual([
    ["results/a.json", { a: 1 }],
    ["results/b.json", { b: 1 }],
    ["x", 7],
  ]);
});

test("what cannot be read is a problem with its name, and stops nothing", () => {
  write(workspace, "half.json", '{"a":');
  write(workspace, "empty.json", "");
  write(workspace, "good.json", "1");
  mkdirSync(join(workspace, "folder.json"));
  symlinkSync("/etc/hostname", join(workspace, "link.json"));
  expect(found(["missing.json", "*.json"])).toEqual([
    ["missing.json", "is not there; did its step run, and was the artifact downloaded?"],
    ["empty.json", expect.stringMatching(/^ends early/)],
    ["folder.json", "is not a regular file"],
    ["good.json", 1],
    ["half.json", expect.stringMatching(/^ends early/)],
    ["link.json", "is not a regular file"],
  ]);
});

test.each([50, 51])("of %d files, 50 are read", (number) => {
  for (let at = 0; at < number; at++) write(workspace, `${String(at).padStart(2, "0")}.json`, "1");
  const files = found(["*.json"]);
  expect(files.filter(([, content]) => content === 1)).toHaveLength(50);
  expect(files).toHaveLength(number);
});
