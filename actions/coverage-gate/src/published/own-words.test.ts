import { describe, expect, test } from "vitest";
import { gate, ratio, resultWith } from "../../testing/gates.ts";
import { judgePublished } from "../published/judge-published.ts";
import { render } from "../render.ts";
import type { Baseline, Component, PatchFile, Result } from "../result.ts";
import { inOwnWords } from "./own-words.ts";

const { total } = resultWith();
const component = (name: string): Component => ({ name, total });

describe("names stay where they look like names", () => {
  test.each([
    ["api", "api"],
    ["Überblick", "Überblick"],
    ["services/api_v2.1", "services/api_v2.1"],
    ["n".repeat(80), "n".repeat(80)],
    ["n".repeat(81), "component 1"],
    ["all is well", "component 1"],
    ["100 %: pass", "component 1"],
    ["", "component 1"],
    ["a\nb", "component 1"],
    ["a\u00a0b", "component 1"],
    ["a\u2028b", "component 1"],
    ["a\u202eb", "component 1"],
    ["`x`", "component 1"],
  ])("%j is called %j, also by its gates", (name, shown) => {
    const gates = [gate({ kind: "line", component: name }), gate({ kind: "line" })];
    const result = inOwnWords(resultWith({ components: [component(name)], gates }));
    expect(result.components).toEqual([component(shown)]);
    expect(result.gates.map(({ component }) => component)).toEqual([shown, undefined]);
  });

  test("the second of two is not the first", () => {
    const components = [component("a b"), component("c d")];
    expect(inOwnWords(resultWith({ components })).components.map(({ name }) => name)).toEqual([
      "component 1",
      "component 2",
    ]);
  });

  test("functions", () => {
    const file: PatchFile = { path: "a", lines: ratio(0, 1), branches: ratio(0, 0), missing: [[1, 1]], partial: [] };
    const functions = ["parse", "a::b<T>(&str)", "all lines are covered"].map((name) => ({
      name,
      line: 1,
      ranges: [],
    }));
    const filesByDefault = [{ ...file, functions }];
    const patch = { files: [{ ...file, functions }, file], filesByDefault, unmeasured: [], lines: ratio(0, 1) };
    expect(inOwnWords(resultWith({ patch })).patch.filesByDefault).toEqual([
      { ...file, functions: functions.slice(0, 2) },
    ]);
    expect(inOwnWords(resultWith({ patch })).patch.files).toEqual([
      { ...file, functions: functions.slice(0, 2) },
      file,
    ]);
  });
});

describe("sentences are our own", () => {
  test.each<[Baseline, Baseline]>([
    [
      { state: "exact", sha: "b".repeat(40), distance: 0, reason: "LIE" },
      { state: "exact", sha: "b".repeat(40), distance: 0, reason: "the base of this change" },
    ],
    [
      { state: "ancestor", sha: "b".repeat(40), distance: 2, reason: "LIE" },
      { state: "ancestor", sha: "b".repeat(40), distance: 2, reason: "the nearest that has one" },
    ],
    [
      { state: "file", file: "base.info" },
      { state: "file", file: "base.info" },
    ],
    [
      { state: "file", file: "base, which is fine" },
      { state: "file", file: "a file" },
    ],
    [
      { state: "missing", reason: "LIE" },
      { state: "missing", reason: "the default branch has none" },
    ],
    [
      { state: "off", reason: "LIE" },
      { state: "off", reason: "none was asked for, or nothing was compared" },
    ],
    [
      { state: "unavailable", reason: "LIE" },
      { state: "unavailable", reason: "the cache cannot be read" },
    ],
    [
      { state: "unreadable", reason: "LIE" },
      { state: "unreadable", reason: "the baseline is damaged" },
    ],
  ])("about the baseline: %j", (baseline, expected) => {
    expect(inOwnWords(resultWith({ baseline })).baseline).toEqual(expected);
  });

  test.each<[string, Result["patch"], object]>([
    ["a comparison has no reason", { lines: ratio(1, 1), reason: "LIE", files: [], unmeasured: [] }, {}],
    [
      "no base",
      { reason: "LIE", cause: "no-base", files: [], unmeasured: [] },
      { reason: "the base is not available", cause: "no-base" },
    ],
    [
      "no change",
      { reason: "LIE", cause: "no-change", files: [], unmeasured: [] },
      { reason: "there was no change to look at", cause: "no-change" },
    ],
    ["an older file", { reason: "LIE", files: [], unmeasured: [] }, { reason: "there was no change to look at" }],
  ])("about the change: %s", (_, patch, expected) => {
    const { files: _f, unmeasured: _u, lines: _l, ...words } = inOwnWords(resultWith({ patch })).patch;
    expect(words).toEqual(expected);
  });

  test.each([
    [[], []],
    [
      ["note"],
      [{ level: "note", text: "The run that measured has 1 note of its own; its job summary shows what they are." }],
    ],
    [
      ["note", "warning"],
      [
        {
          level: "warning",
          text: "The run that measured has 2 notes of its own; its job summary shows what they are.",
        },
      ],
    ],
  ] as const)("notes %j are counted", (levels, expected) => {
    const notes = levels.map((level) => ({ level, text: "LIE" }));
    expect(inOwnWords(resultWith({ notes })).notes).toEqual(expected);
  });

  test.each([
    ["min-coverage", "10", "80.5", true],
    ["baseline", "none", "auto", true],
    ["on-missing-base", "warn", "fail", true],
    ["fail-on", "never", "gate", true],
    ["min-coverage", "nothing", "80", true],
    ["min coverage", "10", "80", false],
    ["a-b-c-d-e-f", "10", "80", false],
    ["MIN", "10", "80", false],
    ["min-coverage", "ten", "80", false],
    ["min-coverage", "10", "80 which it meets", false],
    ["min-coverage", "1000", "80", false],
    ["min-coverage", "10", "80.1234567", false],
  ])("a weakened gate: `%s` from %s to %s is shown: %s", (input, asked, enforced, isShown) => {
    const lowered = { input, asked, enforced };
    expect(inOwnWords(resultWith({ loweredGates: [lowered] })).loweredGates).toEqual(isShown ? [lowered] : []);
  });
});

test("no text of the file stands in the report outside of a name's place", () => {
  const LIE = "LIE all gates passed";
  const name = (at: number) => `LIE-${at}`;
  const file: PatchFile = {
    path: name(1),
    lines: ratio(0, 1),
    branches: ratio(0, 0),
    missing: [[1, 1]],
    partial: [],
    functions: [{ name: LIE, line: 1, ranges: [[1, 1]] }],
  };
  const published = resultWith({
    headline: LIE,
    gates: [
      gate({ kind: "line", threshold: "90", measured: ratio(8, 10), sentence: LIE }),
      gate({ kind: "line", component: LIE, measured: ratio(8, 10), sentence: LIE }),
      gate({ kind: "decrease", threshold: "0", sentence: LIE, unjudged: { cause: "no-baseline", allowed: true } }),
    ],
    baseline: { state: "missing", reason: LIE },
    patch: { lines: ratio(0, 1), branches: ratio(0, 0), files: [file], unmeasured: [] },
    components: [component(LIE)],
    notes: [{ level: "warning", text: LIE }],
    loweredGates: [{ input: LIE, asked: LIE, enforced: LIE }],
  });
  const result = judgePublished(published, { failOn: "gate" });
  const { outputs, annotations, comment, summary } = render(result);
  for (const part of [result.headline, outputs, annotations.map(({ message }) => message), comment, summary])
    expect(JSON.stringify(part)).not.toContain(LIE);
});
