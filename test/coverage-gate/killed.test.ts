import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";

let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "jessy-workspace-"));
});

afterEach(() => rmSync(workspace, { recursive: true }));

function post(gate: string) {
  const script = resolve(import.meta.dirname, "../../dist/coverage-gate-post.js");
  const env = { PATH: process.env.PATH, GITHUB_WORKSPACE: workspace, STATE_jessy: JSON.stringify({ gate }) };
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd: workspace, env, encoding: "utf8" });
  return [status, stdout, stderr];
}

/** What a run leaves in the workspace that was killed while the baseline was on its way. */
function leave(...names: readonly string[]): void {
  mkdirSync(join(workspace, ".jessy"));
  for (const name of names) writeFileSync(join(workspace, ".jessy", name), "{}");
}

test("the baseline that a killed run left in the workspace is removed, once and again", () => {
  leave("coverage-baseline.json");
  expect(post("")).toEqual([0, "", ""]);
  expect(existsSync(join(workspace, ".jessy"))).toBe(false);
  expect(post("")).toEqual([0, "", ""]);
});

test("only that of the gate, and nothing else", () => {
  leave("coverage-baseline.json", "coverage-baseline-api.json", "mine");
  expect(post("api")).toEqual([0, "", ""]);
  expect(readdirSync(join(workspace, ".jessy"))).toEqual(["coverage-baseline.json", "mine"]);
  expect(post("../../x")).toEqual([0, "", ""]);
  expect(readdirSync(join(workspace, ".jessy"))).toEqual(["coverage-baseline.json", "mine"]);
});
