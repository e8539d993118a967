import { describe, expect, test } from "vitest";
import { changed, factsOf, inputsOf, reportOf } from "../../testing/facts.ts";
import { evaluate } from "../evaluate.ts";
import type { ScopedReports } from "../facts.ts";
import type { ScopeInput } from "../scope.ts";

type Facts = Parameters<typeof factsOf>[0];
type Written = Readonly<Record<string, string>>;
type Files = Readonly<Record<string, string>>;

/** The files that the default branch would count, and its rules. */
interface Before {
  readonly written: Written;
  readonly head: Files;
  readonly base?: Files;
}

/** A change with settings of its own. @param before what counts on the default branch. */
async function judge(written: Written, facts: Facts, before: Before) {
  const inputs = Object.keys(before.written) as ScopeInput[];
  const byDefault: ScopedReports = {
    inputs,
    scope: await inputsOf(before.written),
    report: reportOf(before.head),
    ...(before.base !== undefined && { baseReport: reportOf(before.base) }),
  };
  return evaluate(await inputsOf({ "min-coverage": "", ...written }), factsOf({ byDefault, ...facts }));
}

const GOOD = "1:1 2:1 3:1 4:1";
const BAD = "1:0 2:0";

describe("what fails by either fails", () => {
  type Row = readonly [string, Written, Facts, Before, verdict: string, gates: string[]];
  test.each<Row>([
    [
      "the total, by files that the change excludes",
      { "min-coverage": "80" },
      { head: { a: GOOD } },
      { written: { exclude: "" }, head: { a: GOOD, b: BAD } },
      "fail",
      [
        "pass Lines: 4 of 4 covered (100.00 %), 80 % needed.",
        "fail Lines by the default branch's `exclude`: 4 of 6 covered (66.66 %), 80 % needed: 1 more to cover.",
      ],
    ],
    [
      "changed lines",
      { "min-patch-coverage": "80" },
      { head: { a: GOOD }, diff: [changed("b", [1, 2])] },
      { written: { exclude: "" }, head: { a: GOOD, b: BAD } },
      "fail",
      [
        "skipped Changed lines: not judged, because no report measures any.",
        "fail Changed lines by the default branch's `exclude`: 0 of 2 covered (0.00 %), 80 % needed: 2 more to cover.",
      ],
    ],
    [
      "the decrease",
      { "max-decrease": "0" },
      { head: { a: GOOD }, base: { a: GOOD } },
      { written: { exclude: "" }, head: { a: GOOD, b: BAD }, base: { a: GOOD } },
      "fail",
      [
        "pass Decrease: 4/4 = 100.00 % before, 4/4 = 100.00 % now: 0.00 points; the gate allows a loss of 0.",
        "fail Decrease by the default branch's `exclude`: 4/4 = 100.00 % before, 4/6 = 66.66 % now: -33.34 points; the gate allows a loss of 0.",
      ],
    ],
    [
      "single files",
      { "per-file-min": "50" },
      { head: { a: GOOD } },
      { written: { exclude: "" }, head: { a: GOOD, b: BAD } },
      "fail",
      [
        "pass Files: 1 file measured, none below 50 %.",
        "fail Files by the default branch's `exclude`: 1 of 2 is below 50 %; the lowest is b with 0.00 %.",
      ],
    ],
    [
      "files in no report that the change does not require any more",
      {},
      { head: { a: GOOD }, diff: [changed("src/new", [1, 2])] },
      { written: { "require-measured": "src/**" }, head: { a: GOOD } },
      "fail",
      [
        "fail Changed files by the default branch's `require-measured`: 1 of 1 that `require-measured` matches is in no report, e.g. src/new.",
      ],
    ],
    [
      "a component that the change removes",
      {},
      { head: { a: GOOD, b: BAD } },
      { written: { components: "b: b: line 10" }, head: { a: GOOD, b: BAD } },
      "fail",
      ["fail b: lines by the default branch's `components`: 0 of 2 covered (0.00 %), 10 % needed: 1 more to cover."],
    ],
    [
      "a component of which the change asks less",
      { components: "b: b: line 0" },
      { head: { a: GOOD, b: BAD } },
      { written: { components: "b: b: line 10" }, head: { a: GOOD, b: BAD } },
      "fail",
      [
        "pass b: lines: 0 of 2 covered (0.00 %), 0 % needed.",
        "fail b: lines by the default branch's `components`: 0 of 2 covered (0.00 %), 10 % needed: 1 more to cover.",
      ],
    ],
    [
      "a component that the change fills with other files",
      { components: "b: a, b: line 60" },
      { head: { a: GOOD, b: BAD } },
      { written: { components: "b: b: line 60" }, head: { a: GOOD, b: BAD } },
      "fail",
      [
        "pass b: lines: 4 of 6 covered (66.66 %), 60 % needed.",
        "fail b: lines by the default branch's `components`: 0 of 2 covered (0.00 %), 60 % needed: 2 more to cover.",
      ],
    ],
    [
      "several settings at once",
      { "min-coverage": "80" },
      { head: { a: GOOD } },
      { written: { exclude: "", components: "b: b: line 10", shards: "all" }, head: { a: GOOD, b: BAD } },
      "fail",
      [
        "pass Lines: 4 of 4 covered (100.00 %), 80 % needed.",
        "fail Lines by the default branch's `exclude`, `components` and `shards`: 4 of 6 covered (66.66 %), 80 % needed: 1 more to cover.",
        "fail b: lines by the default branch's `exclude`, `components` and `shards`: 0 of 2 covered (0.00 %), 10 % needed: 1 more to cover.",
      ],
    ],
    [
      "only by the change's own",
      { "min-coverage": "80" },
      { head: { a: GOOD, b: BAD } },
      { written: { exclude: "b" }, head: { a: GOOD } },
      "fail",
      ["fail Lines: 4 of 6 covered (66.66 %), 80 % needed: 1 more to cover."],
    ],
    [
      "both alike, told once",
      { "min-coverage": "80" },
      { head: { a: GOOD, b: BAD } },
      { written: { exclude: "docs/**" }, head: { a: GOOD, b: BAD } },
      "fail",
      ["fail Lines: 4 of 6 covered (66.66 %), 80 % needed: 1 more to cover."],
    ],
    [
      "neither, told once",
      { "min-coverage": "80" },
      { head: { a: GOOD } },
      { written: { exclude: "" }, head: { a: GOOD, b: "1:1" } },
      "pass",
      ["pass Lines: 4 of 4 covered (100.00 %), 80 % needed."],
    ],
    [
      "nothing that the default branch counts",
      { "min-coverage": "80" },
      { head: { a: GOOD } },
      { written: { exclude: "a" }, head: {} },
      "broken",
      [
        "pass Lines: 4 of 4 covered (100.00 %), 80 % needed.",
        "fail Lines by the default branch's `exclude`: not judged, because no report measures any, and the gate asks for 80 %.",
      ],
    ],
  ])("%s", async (_, written, facts, before, verdict, gates) => {
    const result = await judge(written, facts, before);
    expect(result.gates.map((gate) => `${gate.verdict} ${gate.sentence}`)).toEqual(gates);
    expect([result.verdict, result.fails]).toEqual([verdict, verdict !== "pass"]);
  });
});

const hidden: Before = { written: { exclude: "" }, head: { a: GOOD, b: BAD } };

test("the first line names the setting that the number stands under, and a note the way out", async () => {
  const { headline, notes } = await judge({ "min-coverage": "80" }, { head: { a: GOOD } }, hidden);
  expect(headline).toBe(
    "Coverage 100.00 % (needs 80 %), but by the default branch's exclude lines 66.66 % (needs 80 %): fail",
  );
  expect(notes).toEqual([
    {
      level: "warning",
      text: "This change sets `exclude` to something else than the default branch does, and is judged by both: 1 gate does not hold by the default branch's. Change the setting first, in a pull request of its own, or set `on-changed-scope: warn` on the default branch.",
    },
  ]);
});

test("changed lines that only the default branch counts are listed where their gate does not hold", async () => {
  const facts = { head: { a: GOOD }, diff: [changed("a", [1, 2]), changed("b", [1, 2])] };
  const { patch } = await judge({ "min-patch-coverage": "80" }, facts, hidden);
  expect(patch.files.map(({ path }) => path)).toEqual(["a"]);
  expect(patch.filesByDefault).toMatchObject([{ path: "b", missing: [[1, 2]] }]);
  expect((await judge({ "min-patch-coverage": "10" }, facts, hidden)).patch).not.toHaveProperty("filesByDefault");
});

test("a change that holds by both is told so in one note", async () => {
  const { headline, notes } = await judge({ "min-coverage": "60" }, { head: { a: GOOD } }, hidden);
  expect(headline).toBe("Coverage 100.00 % (needs 60 %): pass");
  expect(notes.map(({ text }) => text)).toEqual([
    "This change sets `exclude` to something else than the default branch does, and is judged by both.",
  ]);
});

describe("`on-changed-scope: warn`", () => {
  const warn = { "min-coverage": "80", "on-changed-scope": "warn" };
  const missing = { about: { state: "missing", reason: "x" } } as const;

  test.each<[string, Written | undefined, boolean]>([
    ["without rules of the default branch", undefined, true],
    ["that the default branch has, too", { exclude: "", "on-changed-scope": "warn" }, true],
    ["that the default branch does not have", { exclude: "", "on-changed-scope": "fail" }, false],
    ["that nobody could have when its rules were kept", { exclude: "" }, false],
  ])("%s allows: %s", async (_, gate, allows) => {
    const baseline = { ...missing, ...(gate !== undefined && { gate }) };
    const result = await judge(warn, { head: { a: GOOD }, baseline }, hidden);
    expect([result.verdict, result.gates.map(({ verdict }) => verdict)]).toEqual(
      allows ? ["pass", ["pass", "skipped"]] : ["fail", ["pass", "fail"]],
    );
    expect(result.loweredGates.length).toBe(allows ? 0 : 1);
  });

  test("is said in the first line, in the gate and in the note", async () => {
    const { headline, gates, notes } = await judge(warn, { head: { a: GOOD } }, hidden);
    expect(headline).toBe(
      "Coverage 100.00 % (needs 80 %), by the default branch's exclude, which may fail, lines 66.66 % (needs 80 %): pass",
    );
    expect(gates[1]).toMatchObject({
      scope: { inputs: ["exclude"], allowed: true },
      sentence:
        "Lines by the default branch's `exclude`: 4 of 6 covered (66.66 %), 80 % needed: 1 more to cover; `on-changed-scope: warn` allows it.",
    });
    expect(notes[0]?.text).toMatch(
      /: 1 gate does not hold by the default branch's, which `on-changed-scope: warn` allows\.$/,
    );
  });

  test("does not allow what fails by the change's own scope", async () => {
    const result = await judge(warn, { head: { a: GOOD, b: BAD } }, { ...hidden, written: { exclude: "b" } });
    expect(result.verdict).toBe("fail");
  });
});

describe("a component of the default branch that matches nothing", () => {
  const deleted = { status: "deleted", path: "b", binary: false, added: [], removed: [[1, 2]], hunks: [] } as const;
  const before: Before = { written: { components: "b: b: line 10" }, head: { a: GOOD }, base: { a: GOOD, b: BAD } };
  const gate =
    "The gates by the default branch's `components`: not judged, because the component `b` matches no measured file; `on-changed-scope: warn` would allow it.";

  test.each<[string, Facts["diff"], Before, string, string[]]>([
    ["as the change deletes its files: nothing is left to judge", [deleted], before, "pass", []],
    [
      "as the change renames them",
      [{ ...deleted, status: "renamed", path: "c", oldPath: "b" }],
      before,
      "broken",
      [gate],
    ],
    ["as they are in no report any more", [], before, "broken", [gate]],
    ["and did not before", [deleted], { ...before, base: { a: GOOD } }, "broken", [gate]],
  ])("%s", async (_, diff, settings, verdict, sentences) => {
    const facts = { head: { a: GOOD }, base: { a: GOOD, b: BAD }, ...(diff !== undefined && { diff }) };
    const result = await judge({}, facts, settings);
    expect([result.verdict, result.gates.map(({ sentence }) => sentence)]).toEqual([verdict, sentences]);
  });

  test("may be allowed", async () => {
    const result = await judge(
      { "on-changed-scope": "warn" },
      { head: { a: GOOD }, base: { a: GOOD, b: BAD } },
      before,
    );
    expect(result.verdict).toBe("pass");
    expect(result.headline).toBe(
      "Coverage 100.00 %, by the default branch's components, which may fail, gates not judged (it cannot be used for this change): pass",
    );
  });
});

test("what the default branch counts cannot be read: nothing is green", async () => {
  const byDefault = { inputs: ["exclude"], problem: "`x` is no glob" } as const;
  const result = evaluate(await inputsOf({ "min-coverage": "80" }), factsOf({ head: { a: GOOD }, byDefault }));
  expect(result.headline).toBe(
    "Coverage 100.00 % (needs 80 %), but by the default branch's exclude gates not judged (it cannot be used for this change): broken",
  );
});
