import { afterEach, beforeEach, expect, test } from "vitest";
import { hits, lcovOf, sourceOf } from "../demo-repository.ts";
import { Scenario } from "../scenario.ts";

let scenario: Scenario;

beforeEach(async () => {
  scenario = await Scenario.start();
});

afterEach(() => scenario.close());

const gate = { files: "lcov.info", "min-coverage": "50", "max-decrease": "0" };

/** A push to main of ten lines, `covered` of them covered. @returns the commit. */
async function pushBase(covered: number, inputs: Readonly<Record<string, string>> = gate): Promise<string> {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(covered, 10 - covered) }) });
  const pushed = await scenario.runPush("main", inputs);
  expect(pushed.log).toContain(`Baseline of ${base.slice(0, 10)} saved.`);
  return base;
}

async function changeTo(files: Readonly<Record<string, string>>, report: Parameters<typeof lcovOf>[0], base: string) {
  scenario.repository.git("checkout", "--quiet", "-B", "change");
  scenario.repository.commit(files);
  scenario.repository.write({ "lcov.info": lcovOf(report) });
  return scenario.openPullRequest(base);
}

test("a push to the default branch keeps the baseline that a pull request is compared with", async () => {
  const base = await pushBase(8);
  const pull = await changeTo({ "src/a.rs": sourceOf(12) }, { "src/a.rs": [...hits(8, 2), 0, 0] }, base);
  const result = await scenario.runPullRequest(pull, gate);
  expect(result.exitCode).toBe(1);
  expect(Object.fromEntries(result.outputs)).toMatchObject({ decrease: "13.34", "baseline-sha": base });
  const [body] = await scenario.commentBodies(pull);
  expect(body).toContain("8/10 = 80.00 % before, 8/12 = 66.66 % now");
  expect(body).toContain("Why the total moved");
  expect(body).toContain("| Lines added or edited | 0 | +2 | 1 |  |");
});

test("deleting covered code is no decrease, and the arithmetic is shown", async () => {
  const base = await pushBase(9);
  // Five covered lines go; the uncovered one stays: 4/5.
  const pull = await changeTo(
    { "src/a.rs": sourceOf(10).split("\n").slice(5).join("\n") },
    { "src/a.rs": hits(4, 1) },
    base,
  );
  const result = await scenario.runPullRequest(pull, gate);
  expect(result.outcome).toBe("success");
  const [body] = await scenario.commentBodies(pull);
  expect(body).toContain("9/10 = 90.00 % before, 4/5 = 80.00 % now");
  expect(body).toContain("without the 5 measured lines that this change removes or edits it was 4/5 = 80.00 %");
});

test("without a baseline of the merge base the nearest first parent's is taken, and said", async () => {
  const older = await pushBase(8);
  scenario.repository.commit({ "docs.md": "1" });
  const base = scenario.repository.commit({ "docs.md": "2" });
  const pull = await changeTo({ "docs.md": "3" }, { "src/a.rs": hits(8, 2) }, base);
  const result = await scenario.runPullRequest(pull, gate);
  expect(result.outcome).toBe("success");
  expect(result.outputs.get("baseline-sha")).toBe(older);
  const [body] = await scenario.commentBodies(pull);
  expect(body).toContain("2 commits before the base");
});

test("no baseline at all is what `on-missing-baseline` says", async () => {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  const pull = await changeTo({ "src/a.rs": sourceOf(11) }, { "src/a.rs": hits(11, 0) }, base);
  const warned = await scenario.runPullRequest(pull, gate);
  expect(warned.outcome).toBe("success");
  const [body] = await scenario.commentBodies(pull);
  expect(body).toContain("not judged, because there is no baseline");
  const failed = await scenario.runPullRequest(pull, { ...gate, "on-missing-baseline": "fail" });
  expect(failed.exitCode).toBe(1);
});

test("a pull request cannot weaken the gate that the default branch is measured by", async () => {
  const base = await pushBase(8, { ...gate, "min-coverage": "75" });
  const pull = await changeTo({ "src/a.rs": sourceOf(12) }, { "src/a.rs": [...hits(8, 2), 0, 0] }, base);
  const result = await scenario.runPullRequest(pull, {
    ...gate,
    "min-coverage": "10",
    "max-decrease": "100",
    exclude: "docs/**",
  });
  expect(result.exitCode).toBe(1);
  const [body] = await scenario.commentBodies(pull);
  expect(body).toContain("This change lowers `min-coverage` from 75 to 10. It was judged by 75");
  expect(body).toContain("This change lowers `max-decrease` from 0 to 100");
  expect(body).toContain("sets `exclude` to something else than the default branch does, and is judged by both.");
});

test("a pull request that excludes its own code is judged by what the default branch counts", async () => {
  const rules = { files: "lcov.info", "min-coverage": "75", "min-patch-coverage": "80" };
  const base = await pushBase(8, rules);
  const pull = await changeTo({ "src/b.rs": sourceOf(10) }, { "src/a.rs": hits(8, 2), "src/b.rs": hits(1, 9) }, base);
  const hidden = { ...rules, exclude: "src/b.rs", "on-changed-scope": "warn" };
  const result = await scenario.runPullRequest(pull, hidden);
  expect(result.exitCode).toBe(1);
  const [body] = await scenario.commentBodies(pull);
  expect(body).toMatch(
    /but by the default branch's exclude lines 45\.00 % \S+ 75 %\S+, changed lines 10\.00 % .*fail\*\*$/m,
  );
  expect(body).toContain("| **❌ fail** | **Lines by the default branch's exclude** | **45.00\u00a0%** |");
  expect(body).toContain("This change lowers `on-changed-scope` from fail to warn. It was judged by fail");
  // Where the default branch allows it, it lands, and is the rule from then on.
  scenario.repository.git("checkout", "--quiet", "--force", "main");
  const next = await pushBase(7, { ...rules, "min-coverage": "70", "on-changed-scope": "warn" });
  const other = await changeTo({ "src/b.rs": sourceOf(10) }, { "src/a.rs": hits(8, 2), "src/b.rs": hits(1, 9) }, next);
  const allowed = await scenario.runPullRequest(other, hidden);
  expect(allowed.outcome).toBe("success");
  expect(allowed.annotations.map(({ message }) => message)).toContain(
    "Lines by the default branch's `exclude`: 9 of 20 covered (45.00 %), 75 % needed: 6 more to cover; `on-changed-scope: warn` allows it.",
  );
});

test("a fork's branch called main gives nobody a baseline", async () => {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  scenario.repository.git("checkout", "--quiet", "-b", "main-of-the-fork");
  scenario.repository.commit({ "src/a.rs": sourceOf(11) });
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(11, 0) }) });
  const stranger = await scenario.openPullRequest(base, { owner: "stranger", headRef: "main" });
  await scenario.runPullRequest(stranger, gate);
  expect(scenario.github.requests.map(({ path }) => path).filter((path) => /CreateCacheEntry/.test(path))).toEqual([]);
});

test("neither a branch's push nor a run by hand keeps a baseline", async () => {
  scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(10, 0) }) });
  await scenario.runPush("feature", gate);
  await scenario.run({ name: "workflow_dispatch", branch: "main", sha: scenario.repository.head }, gate);
  await scenario.run({ name: "schedule", branch: "main", sha: scenario.repository.head }, gate);
  expect(scenario.github.requests.map(({ path }) => path).filter((path) => /CreateCacheEntry/.test(path))).toEqual([]);
});

test("two gates of one repository have baselines of their own", async () => {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10), "src/b.go": sourceOf(10) });
  scenario.repository.write({
    "rust.info": lcovOf({ "src/a.rs": hits(9, 1) }),
    "go.info": lcovOf({ "src/b.go": hits(6, 4) }),
  });
  const rust = { ...gate, files: "rust.info", name: "rust" };
  const go = { ...gate, files: "go.info", name: "go" };
  await scenario.runPush("main", rust);
  await scenario.runPush("main", go);
  scenario.repository.git("checkout", "--quiet", "-b", "change");
  scenario.repository.commit({ "docs.md": "x" });
  const pull = await scenario.openPullRequest(base);
  const results = [await scenario.runPullRequest(pull, rust), await scenario.runPullRequest(pull, go)];
  expect(results.map(({ outputs }) => [outputs.get("line-coverage"), outputs.get("decrease")])).toEqual([
    ["90.00", "0.00"],
    ["60.00", "0.00"],
  ]);
});

test("a report of the base can be the baseline", async () => {
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  const pull = await changeTo({ "src/a.rs": sourceOf(10, "!") }, { "src/a.rs": hits(6, 4) }, base);
  scenario.repository.write({ "base.info": lcovOf({ "src/a.rs": hits(8, 2) }) });
  const result = await scenario.runPullRequest(pull, { ...gate, baseline: "base.info" });
  expect(result.outputs.get("decrease")).toBe("20.00");
  expect(result.exitCode).toBe(1);
});

test("a cache that stumbles is asked again", async () => {
  const base = await pushBase(8);
  const pull = await changeTo({ "src/a.rs": sourceOf(11) }, { "src/a.rs": hits(9, 2) }, base);
  scenario.github.fault({ path: /CacheService/, kind: { status: 503, message: "unavailable" } });
  const result = await scenario.runPullRequest(pull, gate);
  expect(result.outputs.get("baseline-sha")).toBe(base);
});

test("a cache that is down is not a missing baseline: the verdict is broken, unless the workflow allows it", async () => {
  const base = await pushBase(8, { ...gate, "min-coverage": "75" });
  const pull = await changeTo({ "src/a.rs": sourceOf(11) }, { "src/a.rs": hits(9, 2) }, base);
  const refuse = () =>
    scenario.github.fault({ path: /CacheService/, times: 1, kind: { status: 403, message: "forbidden" } });
  refuse();
  const result = await scenario.runPullRequest(pull, gate);
  expect([result.exitCode, result.outputs.get("verdict"), result.outputs.get("baseline-sha")]).toEqual([
    1,
    "broken",
    "",
  ]);
  const [body] = await scenario.commentBodies(pull);
  expect(body).toContain("The default branch's rules\\: not judged, because the Actions cache cannot be read");
  refuse();
  const allowed = await scenario.runPullRequest(pull, {
    ...gate,
    "on-unreadable-baseline": "warn",
    annotations: "false",
  });
  expect([allowed.exitCode, allowed.outputs.get("verdict")]).toEqual([0, "pass"]);
  expect(allowed.annotations.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^The default branch's rules: .*; `on-unreadable-baseline: warn` allows/),
    expect.stringMatching(/^Decrease: not judged, because the Actions cache cannot be read/),
  ]);
});

test.each<[string, Readonly<Record<string, string>>]>([
  ["a file where the baseline was unpacked once", { ".jessy": "x" }],
  ["`baseline: none`", {}],
])("a pull request cannot switch the default branch's rules off by %s", async (what, files) => {
  const base = await pushBase(8, { ...gate, "min-coverage": "75" });
  const pull = await changeTo({ "src/a.rs": sourceOf(11), ...files }, { "src/a.rs": hits(5, 6) }, base);
  const weak = { files: "lcov.info", "min-coverage": "10", ...(what === "`baseline: none`" && { baseline: "none" }) };
  const result = await scenario.runPullRequest(pull, weak);
  expect([result.exitCode, result.outputs.get("verdict")]).toEqual([1, "fail"]);
  const [body] = await scenario.commentBodies(pull);
  expect(body).toContain("This change lowers `min-coverage` from 75 to 10. It was judged by 75");
});

test("a base that cannot be fetched: what is asked of the change cannot be judged", async () => {
  scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  const asked = { files: "lcov.info", "min-patch-coverage": "90" };
  const pull = await changeTo({ "src/a.rs": sourceOf(11) }, { "src/a.rs": hits(5, 6) }, "f".repeat(40));
  const result = await scenario.runPullRequest(pull, { ...asked, "min-coverage": "10" });
  expect([result.exitCode, result.outputs.get("verdict")]).toEqual([1, "broken"]);
  const [body] = await scenario.commentBodies(pull);
  expect(body).toContain("changed lines not judged \\(the base is not available\\)\\: broken");
  const allowed = await scenario.runPullRequest(pull, { ...asked, "min-coverage": "10", "on-missing-base": "warn" });
  expect([allowed.exitCode, allowed.outputs.get("verdict")]).toEqual([0, "pass"]);
  expect(allowed.annotations[0]?.message).toMatch(
    /^Changed lines: not judged, .*; `on-missing-base: warn` allows it\.$/,
  );
});
