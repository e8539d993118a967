import { expect, test } from "vitest";
import { COMMIT, factsOf, fileOf, inputsOf, OTHER_COMMIT, releaseOf } from "../../testing/facts.ts";
import { evaluate } from "../evaluate.ts";
import type { Plan } from "./plan.ts";
import { keptSentence, moveSentence, planSteps } from "./steps.ts";

const PLAN = evaluate(inputsOf(), factsOf()).plan;
const asset = evaluate(inputsOf({ checksums: "none" }), factsOf({ files: [fileOf("a")] })).plan.assets[0]!;

const stepsOf = (more: Partial<Plan>, existing = undefined as Parameters<typeof planSteps>[1]) =>
  planSteps({ ...PLAN, ...more }, existing).map(({ kind, message }) => `${kind}: ${message}`);

const CREATE = "create: Draft of `v1.2.3`, called `v1.2.3`, with 10 characters of notes";
const PUBLISH = "publish: `v1.2.3` as the latest: no published stable version is greater";

test.each<[string, Partial<Plan>, Parameters<typeof planSteps>[1], string[]]>([
  ["a first release", {}, undefined, [CREATE, PUBLISH]],
  [
    "a title of its own",
    { title: "Spring", notes: "x" },
    undefined,
    ["create: Draft of `v1.2.3`, called `Spring`, with 1 character of notes", PUBLISH],
  ],
  ["a draft that is there", {}, releaseOf({ draft: true }), ["keep: The draft 7 of `v1.2.3` is continued", PUBLISH]],
  [
    "a published release",
    {},
    releaseOf({ body: "- it works\r\n" }),
    ["keep: The release of `v1.2.3` is published, and its notes stay"],
  ],
  [
    "a draft that stays one",
    { draft: true },
    undefined,
    [CREATE, "keep: The release stays a draft, as `draft` is `true`"],
  ],
  [
    "a prerelease",
    { prerelease: true, latest: { isLatest: false, reason: "r" } },
    undefined,
    [CREATE, "publish: `v1.2.3` as a prerelease: r"],
  ],
  [
    "a back-port",
    { latest: { isLatest: false, reason: "`v2.0.0` is greater" } },
    undefined,
    [CREATE, "publish: `v1.2.3` not as the latest: `v2.0.0` is greater"],
  ],
  [
    "a new tag",
    { createsTag: true },
    undefined,
    [CREATE, `${PUBLISH}; this creates the tag \`v1.2.3\` at \`cccccccccc\``],
  ],
  [
    "files",
    {
      assets: [
        asset,
        { ...asset, name: "a.b", label: "a b", action: "clean", size: 1234 },
        { ...asset, action: "keep" },
        { ...asset, action: "replace", source: { path: "a", shown: "a" }, size: 1 },
        { ...asset, name: "SUMS", label: "SUMS", source: { text: "x" } },
      ],
    },
    undefined,
    [
      CREATE,
      "upload: `a` from `out/a`, 10 bytes",
      "upload: `a.b` (GitHub's name for `a b`) from `out/a`, 1,234 bytes, in place of an upload that broke off",
      "keep: `a` is already there, with the same content",
      "upload: `a`, 1 byte, in place of other content",
      "upload: `SUMS`, 10 bytes",
      PUBLISH,
    ],
  ],
  [
    "floating tags",
    {
      floatingTags: [
        { name: "v1", action: "move", reason: "moves", from: OTHER_COMMIT, fromTag: "v1.2.2" },
        { name: "v1.2", action: "create", reason: "is new", from: undefined, fromTag: undefined },
        { name: "v1", action: "keep", reason: "stays: x", from: OTHER_COMMIT, fromTag: undefined },
      ],
    },
    undefined,
    [
      CREATE,
      PUBLISH,
      `move-tag: \`v1\` moves: \`${OTHER_COMMIT}\` -> \`${COMMIT}\``,
      `move-tag: \`v1.2\` is new: at \`${COMMIT}\``,
      "keep: `v1` stays: x",
    ],
  ],
])("%s", (_, more, existing, expected) => {
  expect(stepsOf(more, existing)).toEqual(expected);
});

test.each([
  ["- x", "- x", ""],
  ["- x\r\n- y\n", "  - x\n- y", ""],
  [null, "", ""],
  ["by hand", "- x", ", though the notes here are different; edit them on GitHub"],
])("%j is kept where %j is here", (body, notes, end) => {
  expect(keptSentence("v1", notes, { body })).toBe(`The release of \`v1\` is published, and its notes stay${end}`);
});

test("a move names both commits", () => {
  expect(moveSentence("v1", "a", "b", "moves")).toBe("`v1` moves: `a` -> `b`");
  expect(moveSentence("v1", undefined, "b", "is new")).toBe("`v1` is new: at `b`");
});
