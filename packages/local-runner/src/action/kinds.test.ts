import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundledNames, kindOf, ownActions } from "./kinds.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "jessy-"));
});

afterEach(() => rmSync(root, { recursive: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

const NODE = "runs: {using: node24, main: x.js}\n";
const COMPOSITE = "runs: {using: composite, steps: []}\n";

test.each([
  ["node24", "node24"],
  ["node20", "node24"],
  ["composite", "composite"],
  ["docker", undefined],
  ["", undefined],
  ["nodejs", undefined],
])("%j runs as %s", (using, kind) => expect(kindOf(using)).toBe(kind));

test("the three kinds, where their files are, and where they go", () => {
  write({
    "actions/gate/action.yml": NODE,
    "actions/gate/src/main.ts": "",
    "actions/front/action.yml": COMPOSITE,
    "actions/front/behind/action.yml": NODE,
    "actions/front/src/main.ts": "",
    "actions/front/testing/x.ts": "",
    "actions/whole/src/main.ts": "",
    "actions/entry.ts": "",
    "action.yml": NODE,
  });
  const place = (source: string, published: string) => ({ source, published });
  expect(ownActions(root)).toEqual([
    {
      name: "front",
      kind: "composite",
      file: place("actions/front/action.yml", "front/action.yml"),
      readme: place("actions/front/README.md", "front/README.md"),
      behind: [place("actions/front/behind/action.yml", "front/behind/action.yml")],
      isBundled: true,
    },
    {
      name: "gate",
      kind: "node24",
      file: place("actions/gate/action.yml", "gate/action.yml"),
      readme: place("actions/gate/README.md", "gate/README.md"),
      behind: [],
      isBundled: true,
    },
    {
      name: "whole",
      kind: "root",
      file: place("action.yml", "action.yml"),
      readme: place("actions/whole/README.md", "whole/README.md"),
      behind: [],
      isBundled: true,
    },
  ]);
});

test("a composite that calls other actions alone has nothing in the bundle", () => {
  write({ "actions/front/action.yml": COMPOSITE, "actions/gate/action.yml": NODE, "actions/gate/src/main.ts": "" });
  expect(bundledNames(root)).toEqual(["gate"]);
});

test.each([
  [{ "actions/a/x": "" }, "actions/a has no action.yml, and neither has the repository's root"],
  [
    { "actions/a/x": "", "actions/b/x": "", "action.yml": NODE },
    "actions/b has no action.yml, and actions/a is the root action's room",
  ],
  [
    { "actions/a/action.yml": "runs: {using: docker}\n" },
    "actions/a/action.yml runs with `docker`; write node24 or composite",
  ],
  [{ "actions/a/action.yml": "name: x\n" }, "actions/a/action.yml runs with `nothing`; write node24 or composite"],
])("%j is one clear error", (files, message) => {
  write(files);
  expect(() => ownActions(root)).toThrow(message);
});
