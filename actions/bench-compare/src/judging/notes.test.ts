import { expect, test } from "vitest";
import { RUN } from "../../testing/facts.ts";
import { notesOf } from "./notes.ts";

type About = Parameters<typeof notesOf>[0];

const files = (base: number, head: number): Partial<About> => ({
  run: undefined,
  files: { base: { files: 9, runs: base }, head: { files: 9, runs: head } },
});

test.each<readonly [string, Partial<About>, readonly string[], readonly string[]]>([
  ["nothing", {}, [], []],
  ["one input", {}, ["alpha"], ["The default branch is judged with a different `alpha`."]],
  [
    "two inputs",
    {},
    ["null-control", "overrides"],
    [
      "The default branch is judged with a different `null-control`.",
      "The default branch is judged with a different `overrides`: for each benchmark, the stricter of the two rules counts.",
    ],
  ],
  [
    "rules that nobody knows",
    { rulesUnknown: { state: "unavailable", reason: "the cache is down" } },
    [],
    [
      "The default branch's rules are not known, because the cache is down. Where they are stricter than this change's own, they did not count; `on-unreadable-history: warn` allows that.",
    ],
  ],
  [
    "another name",
    { otherName: "api" },
    [],
    ["The default branch has no comparison of this name, but one called `api`: that one's rules do not count here."],
  ],
  [
    "a name where there was none",
    { otherName: "" },
    [],
    ["The default branch has no comparison of this name, but one without a name: that one's rules do not count here."],
  ],
  [
    "one program",
    { run: { ...RUN, identical: true } },
    [],
    [
      "Both sides run the same program, byte for byte: a difference can only come from what it reads, or from the machine.",
    ],
  ],
  ["two programs", { run: { ...RUN, identical: false } }, [], []],
  [
    "no time left",
    { run: { ...RUN, rounds: 7, ranOutOfTime: true } },
    [],
    ["Measuring ended after 7 rounds, because `max-minutes` was used up."],
  ],
  [
    "secrets",
    { run: { ...RUN, withheld: ["A_KEY", "B_TOKEN"] } },
    [],
    [
      "Benchmarks did not get these environment variables, which look like credentials or are not known to belong to tools: `A_KEY`, `B_TOKEN`. `pass-environment` lets them through.",
    ],
  ],
  [
    "one run each",
    files(1, 1),
    [],
    [
      "Each side is a single process run. Samples of one process resemble each other, so the intervals look narrower than those of several runs would.",
    ],
  ],
  [
    "one run against two",
    files(1, 2),
    [],
    ["The order in which the runs were made is not known (1 of the base, 2 of the head)."],
  ],
  [
    "two runs against one",
    files(2, 1),
    [],
    ["The order in which the runs were made is not known (2 of the base, 1 of the head)."],
  ],
  [
    "warnings, at the end",
    { warnings: ["w", "v"] },
    ["null-control"],
    ["The default branch is judged with a different `null-control`.", "w", "v"],
  ],
])("%s", (_, about, changed, notes) => {
  expect(notesOf({ run: RUN, files: undefined, warnings: [], ...about }, changed)).toEqual(notes);
});
