import { describe, expect, test } from "vitest";
import { changed, factsOf, inputsOf } from "../testing/facts.ts";
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
      ["fail branch: Branches: no report measures any, but the gate asks for 50 %."],
    ],
    [
      "functions that no report measures",
      { "min-function-coverage": "1" },
      { head: { a: "1:1" } },
      ["fail function: Functions: no report measures any, but the gate asks for 1 %."],
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
      { head: { a: "1:1" }, change: { state: "none", reason: "the run is by hand" } },
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
      ["skipped decrease: Decrease: not judged, because there is no baseline (there is none)."],
    ],
    [
      "no baseline, and that fails",
      { "max-decrease": "0", "on-missing-baseline": "fail" },
      { head: { a: "1:1" } },
      ["fail decrease: Decrease: not judged, because there is no baseline (there is none)."],
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
    expect(result.verdict).toBe(expected.some((gate) => gate.startsWith("fail")) ? "fail" : "pass");
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
  expect(evaluate(await inputsOf(), { kind: "published", result })).toEqual(result);
});

describe("a pull request cannot weaken its own gate", () => {
  const weakened = (gate: Record<string, string>, isPullRequest = true): Facts => ({
    head: { a: "1:1 2:0" },
    isPullRequest,
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
    expect(verdict).toBe("fail");
    const stricter = await judge(
      { "on-missing-baseline": "fail" },
      weakened({ "fail-on": "never", "on-stale-report": "warn", "on-missing-baseline": "" }),
    );
    expect(stricter.loweredGates).toEqual([]);
  });

  test("what has no order of strictness is shown", async () => {
    const result = await judge(
      { exclude: "a", "min-coverage": "" },
      { ...weakened({ exclude: "" }), head: { a: "1:1" } },
    );
    expect(result.notes.map((note) => note.text)).toEqual([
      "This change sets the gate's input `exclude` to something else than the default branch does.",
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
