import { describe, expect, test } from "vitest";
import { BASE, changed, factsOf, inputsOf, reportOf } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";

type Facts = Parameters<typeof factsOf>[0];

async function judge(written: Readonly<Record<string, string>>, facts: Facts) {
  return evaluate(await inputsOf({ "min-coverage": "", ...written }), factsOf(facts));
}

const gates = (result: Awaited<ReturnType<typeof judge>>) =>
  result.gates.map(
    (gate) => `${gate.verdict} ${gate.component ?? ""}${gate.component ? " " : ""}${gate.kind}: ${gate.sentence}`,
  );

describe("each gate", () => {
  test.each<[string, Record<string, string>, Facts, string[]]>([
    ["none asked for", {}, { head: { a: "1:0" } }, []],
    [
      "lines, exactly reached",
      { "min-coverage": "80" },
      { head: { a: "1:1 2:1 3:1 4:1 5:0" } },
      ["pass line: Lines: 4 of 5 covered (80.00 %), 80 % needed."],
    ],
    [
      "lines, one short",
      { "min-coverage": "80.1" },
      { head: { a: "1:1 2:1 3:1 4:1 5:0" } },
      ["fail line: Lines: 4 of 5 covered (80.00 %), 80.1 % needed: 1 more to cover."],
    ],
    [
      "branches",
      { "min-branch-coverage": "50" },
      { head: { a: "1:1/2 2:0/1" } },
      ["fail branch: Branches: 1 of 3 covered (33.33 %), 50 % needed: 1 more to cover."],
    ],
    [
      "branches that no report measures",
      { "min-branch-coverage": "50" },
      { head: { a: "1:1" } },
      ["fail branch: Branches: not judged, because no report measures any, and the gate asks for 50 %."],
    ],
    [
      "functions that no report measures",
      { "min-function-coverage": "1" },
      { head: { a: "1:1" } },
      ["fail function: Functions: not judged, because no report measures any, and the gate asks for 1 %."],
    ],
    [
      "changed lines",
      { "min-patch-coverage": "60" },
      { head: { a: "1:1 2:0 9:0" }, diff: [changed("a", [1, 2])] },
      ["fail patch: Changed lines: 1 of 2 covered (50.00 %), 60 % needed: 1 more to cover."],
    ],
    [
      "changed lines of which none is measured",
      { "min-patch-coverage": "60" },
      { head: { a: "1:1" }, diff: [changed("README.md", [1, 2])] },
      ["skipped patch: Changed lines: not judged, because no report measures any."],
    ],
    [
      "a small change",
      { "min-patch-coverage": "60", "min-patch-lines": "3" },
      { head: { a: "1:0 2:0" }, diff: [changed("a", [1, 2])] },
      ["skipped patch: Changed lines: not judged, because 2 measured lines are fewer than the 3 of `min-patch-lines`."],
    ],
    [
      "changed branches",
      { "min-patch-branch-coverage": "100" },
      { head: { a: "1:1/2" }, diff: [changed("a", [1, 1])] },
      ["fail patch-branch: Changed branches: 1 of 2 covered (50.00 %), 100 % needed: 1 more to cover."],
    ],
    [
      "no comparison",
      { "min-patch-coverage": "60" },
      { head: { a: "1:1" }, change: { state: "none", cause: "no-change", reason: "the run is by hand" } },
      ["skipped patch: Changed lines: not judged, because the run is by hand."],
    ],
    [
      "a decrease within what may be lost",
      { "max-decrease": "50" },
      { head: { a: "1:1 2:0" }, base: { a: "1:1 2:1" } },
      [
        "pass decrease: Decrease: 2/2 = 100.00 % before, 1/2 = 50.00 % now: -50.00 points; the gate allows a loss of 50.",
      ],
    ],
    [
      "a decrease beyond it",
      { "max-decrease": "49.9" },
      { head: { a: "1:1 2:0" }, base: { a: "1:1 2:1" } },
      [
        "fail decrease: Decrease: 2/2 = 100.00 % before, 1/2 = 50.00 % now: -50.00 points; the gate allows a loss of 49.9.",
      ],
    ],
    [
      "no baseline",
      { "max-decrease": "0" },
      { head: { a: "1:1" } },
      [
        "skipped decrease: Decrease: not judged, because there is no baseline (there is none); `on-missing-baseline: warn` allows it.",
      ],
    ],
    [
      "no baseline, and that fails",
      { "max-decrease": "0", "on-missing-baseline": "fail" },
      { head: { a: "1:1" } },
      [
        "fail decrease: Decrease: not judged, because there is no baseline (there is none); `on-missing-baseline: warn` would allow it.",
      ],
    ],
    [
      "every file",
      { "per-file-min": "50" },
      { head: { a: "1:1 2:0", b: "1:0 2:0 3:1" } },
      ["fail per-file: Files: 1 of 2 is below 50 %; the lowest is b with 33.33 %."],
    ],
    [
      "every file is good",
      { "per-file-min": "50" },
      { head: { a: "1:1 2:0" } },
      ["pass per-file: Files: 1 file measured, none below 50 %."],
    ],
    [
      "changed files in no report",
      { "require-measured": "src/**" },
      { head: { a: "1:1" }, diff: [changed("src/x.rs", [1, 2]), changed("docs/x.md", [1, 1])] },
      ["fail measured: Changed files: 1 of 1 that `require-measured` matches is in no report, e.g. src/x.rs."],
    ],
    [
      "a component",
      { components: "api: api/**: line 60, patch 100" },
      { head: { "api/a": "1:1 2:0", b: "1:1" }, diff: [changed("api/a", [1, 1]), changed("b", [1, 1])] },
      [
        "fail api line: api: lines: 1 of 2 covered (50.00 %), 60 % needed: 1 more to cover.",
        "pass api patch: api: changed lines: 1 of 1 covered (100.00 %), 100 % needed.",
      ],
    ],
    [
      "reports of another commit",
      {},
      {
        head: { a: "1:1" },
        stale: [
          { path: "a", measuredLine: 9, lines: 3 },
          { path: "b", measuredLine: 2, lines: 1 },
        ],
      },
      [
        "fail stale: The reports do not fit this commit: they measure line 9 of a, which has 3 lines (and 1 more file in the same way). Were they made from another commit?",
      ],
    ],
  ])("%s", async (_, written, facts, expected) => {
    const result = await judge(written, facts);
    expect(gates(result)).toEqual(expected);
    const failed = expected.filter((gate) => gate.startsWith("fail"));
    const verdict = failed.some((gate) => gate.includes(": not judged")) ? "broken" : "fail";
    expect(result.verdict).toBe(failed.length === 0 ? "pass" : verdict);
  });
});

describe("the headline", () => {
  test.each<[string, Record<string, string>, Facts, string]>([
    ["passes", { "min-coverage": "50" }, { head: { a: "1:1 2:0" } }, "Coverage 50.00 % (needs 50 %): pass"],
    [
      "fails by lines",
      { "min-coverage": "50.001" },
      { head: { a: "1:1 2:0" } },
      "Coverage 50.000 % (needs 50.001 %): fail",
    ],
    [
      "with changed lines",
      { "min-patch-coverage": "90" },
      { head: { a: "1:1 2:0" }, diff: [changed("a", [2, 2])] },
      "Coverage 50.00 %, but changed lines 0.00 % (needs 90 %): fail",
    ],
    [
      "fails by something else",
      { "min-coverage": "1", "per-file-min": "90" },
      { head: { a: "1:1 2:0" } },
      "Coverage 50.00 % (needs 1 %), but 1 of 1 files below 90 %: fail",
    ],
    [
      "fails by a component",
      { components: "api: a: line 90" },
      { head: { a: "1:1 2:0" } },
      "Coverage 50.00 %, but api lines 50.00 % (needs 90 %): fail",
    ],
  ])("%s", async (_, written, facts, expected) => {
    expect((await judge(written, facts)).headline).toBe(expected);
  });
});

test("deleting covered code is no decrease, and the arithmetic is shown", async () => {
  const removed = {
    ...changed("a"),
    hunks: [{ oldStart: 1, oldCount: 8, newStart: 0, newCount: 0 }],
    removed: [[1, 8] as const],
  };
  const base = { a: "1:1 2:1 3:1 4:1 5:1 6:1 7:1 8:1 9:1 10:0" };
  const result = await judge({ "max-decrease": "0" }, { head: { a: "1:1 2:0" }, base, diff: [removed] });
  expect(gates(result)).toEqual([
    "pass decrease: Decrease: 9/10 = 90.00 % before, 1/2 = 50.00 % now: -40.00 points, but without the 8 measured lines that this change removes or edits it was 1/2 = 50.00 %: 0.00 points; the gate allows a loss of 0.",
  ]);
  const worse = await judge({ "max-decrease": "0" }, { head: { a: "1:0 2:0" }, base, diff: [removed] });
  expect(worse.verdict).toBe("fail");
});

test("nothing measured is an error, never a pass", async () => {
  const inputs = await inputsOf();
  expect(() => evaluate(inputs, factsOf({ head: {} }))).toThrow(/^the reports do not measure a single line/);
});

test("a component that matches nothing is an error", async () => {
  await expect(judge({ components: "api: services/api/**: line 80" }, { head: { a: "1:1" } })).rejects.toThrow(
    "component `api` matches no measured file; its paths are `services/api/**`",
  );
});

test("a published result is passed on as it is, when it says what its numbers say", async () => {
  const result = await judge({}, { head: { a: "1:1" } });
  const baseline = { state: "missing", reason: "the default branch has none" };
  expect(evaluate(await inputsOf(), { kind: "published", result })).toEqual({ ...result, baseline });
});

describe("a pull request cannot weaken its own gate", () => {
  const weakened = (gate: Record<string, string>, isProposal = true): Facts => ({
    head: { a: "1:1 2:0" },
    isProposal,
    baseline: { about: { state: "missing", reason: "x" }, gate },
  });

  test("the stricter minimum counts, and that is said", async () => {
    const result = await judge({ "min-coverage": "10" }, weakened({ "min-coverage": "80" }));
    expect(result.verdict).toBe("fail");
    expect(result.loweredGates).toEqual([{ input: "min-coverage", asked: "10", enforced: "80" }]);
  });

  test("a gate that is dropped counts, too", async () => {
    const result = await judge({}, weakened({ "min-coverage": "80", "per-file-min": "10" }));
    expect(result.loweredGates).toEqual([
      { input: "min-coverage", asked: "nothing", enforced: "80" },
      { input: "per-file-min", asked: "nothing", enforced: "10" },
    ]);
  });

  test("a stricter gate is free", async () => {
    expect((await judge({ "min-coverage": "50" }, weakened({ "min-coverage": "10%" }))).loweredGates).toEqual([]);
  });

  test("words have an order, too", async () => {
    const { loweredGates, verdict } = await judge(
      { "fail-on": "never", "on-stale-report": "warn", "max-decrease": "0" },
      {
        ...weakened({ "fail-on": "", "on-stale-report": "", "on-missing-baseline": "fail", "max-decrease": "0" }),
        stale: [{ path: "a", measuredLine: 9, lines: 3 }],
      },
    );
    expect(loweredGates).toEqual([
      { input: "on-missing-baseline", asked: "warn", enforced: "fail" },
      { input: "on-stale-report", asked: "warn", enforced: "fail" },
      { input: "fail-on", asked: "never", enforced: "gate" },
    ]);
    // Nothing to compare with, and the default branch says that this fails.
    expect(verdict).toBe("broken");
    const stricter = await judge(
      { "on-missing-baseline": "fail" },
      weakened({ "fail-on": "never", "on-stale-report": "warn", "on-missing-baseline": "" }),
    );
    expect(stricter.loweredGates).toEqual([]);
  });

  test("other places of reports are shown", async () => {
    const result = await judge(
      { files: "a.info", "min-coverage": "" },
      { ...weakened({ files: "*.info" }), head: { a: "1:1" } },
    );
    expect(result.notes.map((note) => note.text)).toEqual([
      "This change sets the gate's input `files` to something else than the default branch does.",
    ]);
  });

  test("a gate that was kept before an input existed does not lower it", async () => {
    const result = await judge(
      { "min-patch-coverage": "50", "min-patch-lines": "9" },
      { ...weakened({}), diff: [changed("a", [1, 2])] },
    );
    expect([result.verdict, result.loweredGates]).toEqual(["pass", []]);
    const lowered = await judge({ "min-patch-lines": "9" }, weakened({ "min-patch-lines": "3" }));
    expect(lowered.loweredGates).toEqual([{ input: "min-patch-lines", asked: "9", enforced: "3" }]);
  });

  test("the default branch may change its gate", async () => {
    const result = await judge({ "min-coverage": "10" }, weakened({ "min-coverage": "80" }, false));
    expect([result.verdict, result.loweredGates]).toEqual(["pass", []]);
  });
});

describe("nothing judged is never green", () => {
  type Row = readonly [string, Record<string, string>, Partial<Facts>, verdict: string, headline: RegExp];
  const noBase: Facts["change"] = { state: "none", cause: "no-base", reason: "the base cannot be fetched" };
  const noChange: Facts["change"] = { state: "none", cause: "no-change", reason: "the run is by hand" };
  const down = { about: { state: "unavailable", reason: "the cache is down" } } as const;
  const damaged = { about: { state: "unreadable", reason: "the entry is damaged" } } as const;
  test.each<Row>([
    [
      "a base that cannot be fetched",
      { "min-patch-coverage": "90" },
      { change: noBase },
      "broken",
      /, but changed lines not judged \(the base is not available\): broken$/,
    ],
    [
      "a base that need not be fetched",
      { "min-patch-coverage": "90", "on-missing-base": "warn" },
      { change: noBase },
      "pass",
      /, changed lines not judged \(the base is not available\): pass$/,
    ],
    [
      "a run without a change",
      { "min-patch-coverage": "90", "max-decrease": "0" },
      { change: noChange },
      "pass",
      /%: pass$/,
    ],
    [
      "a rule for changed files",
      { "require-measured": "**" },
      { change: noBase },
      "broken",
      /, but changed files in no report not judged \(the base is not available\): broken$/,
    ],
    [
      "a component",
      { components: "api: **: patch 50" },
      { change: noBase },
      "broken",
      /, but api: changed lines not judged \(the base is not available\): broken$/,
    ],
    [
      "changed branches that no report could show",
      { "min-patch-branch-coverage": "50" },
      { diff: [changed("a", [1, 1])] },
      "broken",
      /, but no changed branches measured \(needs 50 %\): broken$/,
    ],
    ["branches", { "min-branch-coverage": "50" }, {}, "broken", /, but no branches measured \(needs 50 %\): broken$/],
    [
      "a cache that is down",
      {},
      { baseline: down },
      "broken",
      /, but default branch's rules not judged \(the cache cannot be read\): broken$/,
    ],
    ["a cache that is down on the default branch", {}, { baseline: down, isProposal: false }, "pass", /%: pass$/],
    [
      "a cache that is down on the default branch, and a rule that needs it",
      { "max-decrease": "0" },
      { baseline: down, isProposal: false },
      "broken",
      /, but decrease not judged \(the cache cannot be read\): broken$/,
    ],
    [
      "a damaged baseline",
      { "max-decrease": "0" },
      { baseline: damaged },
      "broken",
      /, but default branch's rules not judged \(the baseline is damaged\), decrease not judged \(.*\): broken$/,
    ],
    [
      "a damaged baseline that is allowed",
      { "max-decrease": "0", "on-unreadable-baseline": "warn" },
      { baseline: damaged },
      "pass",
      /rules not judged \(the baseline is damaged\), decrease not judged \(the baseline is damaged\): pass$/,
    ],
    ["no baseline yet", { "max-decrease": "0" }, {}, "pass", /, decrease not judged \(there is no baseline\): pass$/],
    [
      "no baseline yet, which fails",
      { "max-decrease": "0", "on-missing-baseline": "fail" },
      {},
      "broken",
      /, but decrease not judged \(there is no baseline\): broken$/,
    ],
    [
      "a gate that fails beside one that cannot be judged",
      { "min-coverage": "90", "min-patch-coverage": "90" },
      { change: noBase },
      "broken",
      /^Coverage 50\.00 % \(needs 90 %\), changed lines not judged \(.*\): broken$/,
    ],
  ])("%s", async (_, written, facts, verdict, headline) => {
    const result = await judge(written, { head: { a: "1:1 2:0" }, ...facts });
    expect([result.verdict, result.fails]).toEqual([verdict, verdict !== "pass"]);
    expect(result.headline).toMatch(headline);
  });

  test("a default branch that asks for more is asked, whatever `baseline` the change has", async () => {
    const kept = { about: { state: "off", reason: "x" }, gate: { "min-coverage": "75" }, instead: "none" } as const;
    const result = await judge({ "min-coverage": "10" }, { head: { a: "1:1 2:0" }, baseline: kept });
    expect(result.verdict).toBe("fail");
    expect(result.loweredGates).toEqual([
      { input: "baseline", asked: "none", enforced: "auto" },
      { input: "min-coverage", asked: "10", enforced: "75" },
    ]);
  });

  test.each([
    ["unit", "api", "The default branch has no gate called `unit`, but one called `api`."],
    ["", "api", "The default branch has no gate without a name, but one called `api`."],
    ["unit", "", "The default branch has no gate called `unit`, but one without a name."],
  ])("another name is shown as what it is: %j for %j", async (name, otherName, text) => {
    const about = { state: "missing", reason: "x" } as const;
    const result = await judge({ name }, { head: { a: "1:1" }, baseline: { about, otherName } });
    expect(result.notes).toEqual([{ level: "warning", text: expect.stringContaining(text) }]);
  });

  test("rules that nobody knows are warned of", async () => {
    const about = { state: "off", reason: "x" } as const;
    const result = await judge({}, { head: { a: "1:1" }, baseline: { about, rulesUnknown: "the cache is down" } });
    expect(result.notes).toEqual([
      { level: "warning", text: "The default branch's rules are not known: the cache is down." },
    ]);
  });
});

describe("what the result holds", () => {
  test("without a baseline and without a change", async () => {
    const facts: Facts = {
      head: { a: "1:1 2:0" },
      change: { state: "none", cause: "no-change", reason: "the run is by hand" },
      notes: [{ level: "note", text: "A note." }],
    };
    expect(await judge({ name: "unit" }, facts)).toStrictEqual({
      schema: "jessy-actions/coverage-gate/v1",
      name: "unit",
      verdict: "pass",
      fails: false,
      headline: "Coverage 50.00 %: pass",
      context: factsOf(facts).context,
      gates: [],
      total: {
        lines: { covered: 1, total: 2 },
        branches: { covered: 0, total: 0 },
        functions: { covered: 0, total: 0 },
      },
      baseline: { state: "missing", reason: "there is none" },
      patch: { reason: "the run is by hand", cause: "no-change", files: [], unmeasured: [] },
      components: [],
      filesBelowMinimum: [],
      mostUncovered: [{ path: "a", lines: { covered: 1, total: 2 } }],
      reports: factsOf(facts).reports,
      notes: [{ level: "note", text: "A note." }],
      loweredGates: [],
    });
  });

  test("with both, what changed", async () => {
    const result = await judge(
      { components: "all: *", "require-measured": "*", "per-file-min": "60" },
      { head: { a: "1:1 2:0" }, base: { a: "1:1 2:1" }, diff: [changed("a", [2, 2]), changed("new", [1, 1])] },
    );
    expect(result).toMatchObject({
      base: { lines: { covered: 2, total: 2 } },
      baseline: { state: "exact", sha: BASE },
      patch: {
        lines: { covered: 0, total: 1 },
        branches: { covered: 0, total: 0 },
        base: BASE,
        files: [{ path: "a", missing: [[2, 2]] }],
        unmeasured: ["new"],
      },
      fileChanges: { count: 1, files: [{ path: "a" }] },
      components: [{ name: "all", base: { lines: { covered: 2, total: 2 } }, patch: { covered: 0, total: 1 } }],
      filesBelowMinimum: [{ path: "a" }],
    });
    expect(result.movement?.parts.map(({ cause }) => cause)).toEqual(["added", "remeasured"]);
  });

  test.each<[string, Record<string, string>, Facts["baseline"], boolean]>([
    ["lines with a diff", {}, { about: { state: "file", file: "x" }, report: reportOf({ a: "1:1" }), diff: [] }, true],
    ["lines without a diff", {}, { about: { state: "file", file: "x" }, report: reportOf({ a: "1:1" }) }, false],
    [
      "declared totals",
      { totals: "declared" },
      { about: { state: "file", file: "x" }, report: reportOf({ a: "1:1" }), diff: [] },
      false,
    ],
  ])("%s: whether the total's movement is explained is %s", async (_, written, baseline, isExplained) => {
    const result = await judge(written, { head: { a: "1:0" }, ...(baseline !== undefined && { baseline }) });
    expect(result.movement !== undefined).toBe(isExplained);
    expect(result.fileChanges?.files.map(({ path }) => path)).toEqual(["a"]);
  });

  test("`min-patch-lines` counts for components, too", async () => {
    const facts = { head: { a: "1:0" }, diff: [changed("a", [1, 1])] };
    const { gates } = await judge({ components: "all: *: patch 90", "min-patch-lines": "2" }, facts);
    expect(gates.map(({ verdict }) => verdict)).toEqual(["skipped"]);
  });

  test("a report of another commit that only warns", async () => {
    const facts = { head: { a: "1:1" }, stale: [{ path: "a", measuredLine: 9, lines: 3 }] };
    const { verdict, gates, notes } = await judge({ "on-stale-report": "warn" }, facts);
    expect([verdict, gates, notes.map(({ level }) => level)]).toEqual(["pass", [], ["warning"]]);
  });

  test("an input that was changed is a warning", async () => {
    const baseline = { about: { state: "missing", reason: "x" }, gate: { files: "*.info" } } as const;
    expect((await judge({ files: "a.info" }, { head: { a: "1:1" }, baseline })).notes).toEqual([
      {
        level: "warning",
        text: "This change sets the gate's input `files` to something else than the default branch does.",
      },
    ]);
  });
});

describe("the exit code", () => {
  const before = (gate: Record<string, string>): Facts => ({
    head: { a: "1:0" },
    baseline: { about: { state: "missing", reason: "x" }, gate },
  });

  test.each<[string, Record<string, string>, Facts, boolean]>([
    ["a pass", {}, before({}), false],
    ["a failure", { "min-coverage": "80" }, before({}), true],
    ["a failure that is only reported", { "min-coverage": "80", "fail-on": "never" }, before({}), false],
    [
      "a failure that the default branch would not only report",
      { "min-coverage": "80", "fail-on": "never" },
      before({ "fail-on": "gate" }),
      true,
    ],
    ["a pass where `fail-on` was lowered", { "fail-on": "never" }, before({ "fail-on": "gate" }), false],
  ])("%s: fails is %s", async (_, written, facts, expected) => {
    expect((await judge(written, facts)).fails).toBe(expected);
  });

  test("of a published result follows this run's `fail-on`", async () => {
    const result = await judge({ "min-coverage": "80" }, { head: { a: "1:0" } });
    const published = { kind: "published", result: { ...result, fails: true } } as const;
    expect(evaluate(await inputsOf({ "fail-on": "never" }), published).fails).toBe(false);
    expect(evaluate(await inputsOf(), published).fails).toBe(true);
  });
});
