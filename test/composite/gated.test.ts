// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of GitHub.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ownActions } from "../../packages/local-runner/src/action/kinds.ts";
import { publishedActionFile, treePlaces } from "../../scripts/published-tree.ts";
import { DemoRepository, hits, lcovOf, sourceOf } from "../demo-repository.ts";
import { type OpenPullRequest, type RunSettings, Scenario } from "../scenario.ts";

const root = resolve(import.meta.dirname, "../..");
const SLUG = "org/jessy-actions";

let folder: string;
let origin: DemoRepository;
let scenario: Scenario;
let pull: OpenPullRequest;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-package-"));
  const args = ["scripts/package.ts", "--out", join(folder, "tree"), "--repository", SLUG];
  execFileSync(process.execPath, args, { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  origin = new DemoRepository();
  cpSync(join(folder, "tree"), origin.folder, { recursive: true });
  // As if the fixture were a room: its file goes through what every action's file goes through.
  const place = { source: "actions/gated/action.yml", published: "gated/action.yml" };
  const text = readFileSync(join(root, "test/composite/gated/action.yml"), "utf8");
  mkdirSync(join(origin.folder, "gated"));
  writeFileSync(
    join(origin.folder, place.published),
    publishedActionFile(text, place, treePlaces(ownActions(root), [])),
  );
  origin.commit({}, "v1.0.0");
  origin.git("tag", "v1");
});

afterAll(() => {
  origin.remove();
  rmSync(folder, { recursive: true });
});

beforeEach(async () => {
  scenario = await Scenario.start();
  const { repository } = scenario;
  const base = repository.commit({ "a.rs": sourceOf(4), ".gitignore": "lcov.info\nmeasured.info\n" });
  repository.git("checkout", "--quiet", "-b", "change");
  repository.commit({ "a.rs": sourceOf(6) });
  repository.write({ "measured.info": lcovOf({ "a.rs": hits(5, 1) }) });
  pull = await scenario.openPullRequest(base);
});

afterEach(() => scenario.close());

const MEASURE = "cp measured.info lcov.info";

/** From the clone, where the shipped bundle is dist/, and as consumers get it. */
const WAYS: readonly (readonly [string, () => RunSettings])[] = [
  ["from the clone", () => ({ folder: join(root, "test/composite/gated") })],
  ["from the packaged tree", () => ({ uses: { text: `${SLUG}/gated@v1`, from: origin.folder } })],
];

describe.each(WAYS)("a composite of ours with coverage-gate behind it, %s", (_, settings) => {
  const run = (inputs: Readonly<Record<string, string>>) => scenario.runPullRequest(pull, inputs, settings());

  test("passes, with the gate's outputs, summary and comment", async () => {
    const step = await run({ command: MEASURE });
    expect(step.outcome, step.log.join("\n")).toBe("success");
    expect(Object.fromEntries(step.outputs)).toEqual({ verdict: "pass", headline: "tests: success, gate: success" });
    expect(step.summary).toContain("83.33");
    expect(await scenario.commentBodies(pull)).toHaveLength(1);
  });

  test("fails when the gate fails, and its outputs say why", async () => {
    const step = await run({ command: MEASURE, "min-coverage": "90" });
    expect([step.outcome, step.exitCode]).toEqual(["failure", 1]);
    expect(Object.fromEntries(step.outputs)).toEqual({ verdict: "fail", headline: "tests: success, gate: failure" });
    expect(step.annotations.some(({ level }) => level === "error")).toBe(true);
  });
});

describe("a composite of ours with coverage-gate behind it", () => {
  const run = (inputs: Readonly<Record<string, string>>) => scenario.runPullRequest(pull, inputs, WAYS[0]![1]());

  test("a command that fails is never a green step: nothing is judged, and that is said", async () => {
    const step = await run({ command: "false" });
    expect(step.outcome).toBe("failure");
    expect(Object.fromEntries(step.outputs)).toEqual({ verdict: "", headline: "tests: failure, gate: skipped" });
    expect(step.annotations.map(({ message }) => message)).toContain(
      "the command failed, so there is nothing to judge",
    );
    expect(await scenario.commentBodies(pull)).toEqual([]);
  });

  test("a wrong input of the gate behind it is the gate's own line", async () => {
    const step = await run({ command: MEASURE, "min-coverage": "lots" });
    expect(step.outcome).toBe("failure");
    expect(step.annotations.map(({ message }) => message).join("\n")).toMatch(/min-coverage.*lots/);
  });

  test("text of an input reaches the shell as a value, never as code of the composite", async () => {
    const step = await run({ command: `${MEASURE}; echo '\${{ github.token }}' "$(echo inner)"` });
    expect(step.log).toContain("${{ github.token }} inner");
    expect(step.outcome).toBe("success");
  });
});
