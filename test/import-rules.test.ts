import { describe, expect, test } from "vitest";
import {
  emptyNames,
  fileCircles,
  folderCircles,
  importedSteps,
  impureModules,
  longMains,
  namelessFiles,
  worldlyModules,
  wrongWays,
} from "./import-rules.ts";
import { parseModule, type SourceModule, sourceModules, trackedFiles } from "./source-modules.ts";

const MODULES = sourceModules();

/** Known exceptions, each with its reason. */
const ALLOWED: Readonly<Record<string, string>> = {
  "actions/bench-compare/src/history/history.ts names GITHUB_RUN_ID":
    "a cache entry cannot be overwritten, so each run writes its own",
  "actions/bench-compare/src/history/history.ts names GITHUB_RUN_ATTEMPT": "and so does each attempt",
  "actions/release/src/assets/asset-files.ts imports createReadStream":
    "2 GB, hashed while signals are heard; named there",
  "packages/kit/src/action/artifact.ts imports fstatSync": "what is checked is what is read; named there",
  "packages/kit/src/action/artifact.ts imports readSync": "what is checked is what is read; named there",
  "packages/kit/src/download/unpack-members.ts imports createReadStream":
    "archives of gigabytes, unpacked while they are read; named there",
  "packages/kit/src/blob-storage/client.ts imports createReadStream":
    "archives of gigabytes, read as they are sent; named there",
  "packages/kit/src/registry/blob.ts imports createReadStream": "layers of gigabytes, sent in parts; named there",
  "packages/kit/src/github/file-upload.ts imports open": "a stream of known length; named there",
};

describe("the house", () => {
  test("has sources", () => {
    expect(MODULES.length).toBeGreaterThan(200);
    const ours = new Set(MODULES.map(({ file }) => file));
    const nowhere = MODULES.flatMap(({ imports }) => imports.flatMap(({ file }) => file ?? [])).filter(
      (file) => !ours.has(file),
    );
    expect(nowhere, "imports that lead to no source").toEqual([]);
  });

  test.each<[string, readonly string[]]>([
    ["dependencies point one way", wrongWays(MODULES)],
    ["only kit talks to GitHub, the runner and programs", worldlyModules(MODULES)],
    ["packages of a subject are pure", impureModules(MODULES)],
    ["files are read and written where their names are added", namelessFiles(MODULES)],
    ["steps do not import steps", importedSteps(MODULES)],
    ["no circle between files", fileCircles(MODULES)],
    ["no circle between the folders of kit", folderCircles(MODULES)],
    ["every name says what a file holds", emptyNames(trackedFiles())],
    ["main.ts has fewer than 25 lines", longMains(MODULES, 25)],
  ])("%s", (_, faults) => {
    expect(faults.filter((fault) => ALLOWED[fault] === undefined)).toEqual([]);
  });

  test("every exception is needed", () => {
    const faults = [worldlyModules, impureModules, importedSteps, namelessFiles].flatMap((rule) => rule(MODULES));
    expect(Object.keys(ALLOWED).filter((fault) => !faults.includes(fault))).toEqual([]);
  });
});

describe("the rules find what breaks them", () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ["an action may import packages", { "actions/a/src/x.ts": 'import "@jessy-actions/kit/git/git"' }, []],
    [
      "but not the local runner",
      { "actions/a/src/x.ts": 'import "@jessy-actions/local-runner/event/event"' },
      ["actions/a/src/x.ts imports @jessy-actions/local-runner/event/event"],
    ],
    [
      "nor another action",
      { "actions/a/src/x.ts": 'import "../../b/src/x.ts"' },
      ["actions/a/src/x.ts imports ../../b/src/x.ts"],
    ],
    [
      "nor a package by a path",
      { "actions/a/src/x.ts": 'import "../../../packages/kit/src/git/git.ts"' },
      ["actions/a/src/x.ts imports ../../../packages/kit/src/git/git.ts"],
    ],
    ["a subject may import reading", { "packages/coverage/src/x.ts": 'import "@jessy-actions/reading/json"' }, []],
    [
      "but not kit, not even its types, not even late",
      {
        "packages/coverage/src/x.ts":
          'import type { Git } from "@jessy-actions/kit/git/git"; await import("@jessy-actions/kit/git/git")',
        "packages/later/src/x.ts":
          'export * from "@jessy-actions/coverage/model"; type T = import("@jessy-actions/kit/git/git").Git',
      },
      [
        "packages/coverage/src/x.ts imports @jessy-actions/kit/git/git",
        "packages/coverage/src/x.ts imports @jessy-actions/kit/git/git",
        "packages/later/src/x.ts imports @jessy-actions/coverage/model",
        "packages/later/src/x.ts imports @jessy-actions/kit/git/git",
      ],
    ],
    [
      "reading imports nothing of ours",
      { "packages/reading/src/x.ts": 'import "@jessy-actions/coverage/model"' },
      ["packages/reading/src/x.ts imports @jessy-actions/coverage/model"],
    ],
    [
      "the entry may import kit and the mains",
      {
        "actions/entry.ts":
          'import("./a/src/main.ts"); import("./a/src/inputs.ts"); import "@jessy-actions/kit/action/phases"',
      },
      ["actions/entry.ts imports ./a/src/inputs.ts"],
    ],
  ])("%s", (_, files, faults) => {
    expect(wrongWays(modulesOf(files))).toEqual(faults);
  });

  test("modules that reach out", () => {
    const files = {
      "actions/a/src/x.ts": `import { spawn } from "node:child_process"; import * as core from "@actions/core"; await fetch("x"); process.env.A;
        const { GITHUB_SHA } = io.environment; const ref = io.environment["GITHUB_REF"]; const names = /GITHUB_TOKEN/; // GITHUB_ENV`,
      "packages/kit/src/process/x.ts": 'import { spawn } from "node:child_process"; process.env.GITHUB_SHA',
      "packages/kit/src/report/x.ts": 'import { request } from "node:https"; await import("@actions/cache")',
      "packages/local-runner/src/x.ts": 'import { spawn } from "node:child_process"; process.env.GITHUB_SHA',
    };
    expect(worldlyModules(modulesOf(files))).toEqual([
      "actions/a/src/x.ts imports node:child_process",
      "actions/a/src/x.ts imports @actions/core",
      "actions/a/src/x.ts names fetch",
      "actions/a/src/x.ts names process",
      "actions/a/src/x.ts names GITHUB_SHA",
      "actions/a/src/x.ts names GITHUB_REF",
      "packages/kit/src/report/x.ts imports node:https",
      "packages/kit/src/report/x.ts imports @actions/cache",
    ]);
  });

  test("impure modules in a package of a subject", () => {
    const files = {
      "packages/coverage/src/x.ts":
        'import { TextDecoder } from "node:util"; import { readFileSync } from "node:fs"; setTimeout(f)',
      "packages/kit/src/git/x.ts": 'import { readFileSync } from "node:fs"',
    };
    expect(impureModules(modulesOf(files))).toEqual([
      "packages/coverage/src/x.ts imports node:fs",
      "packages/coverage/src/x.ts names setTimeout",
    ]);
  });

  test("modules whose errors would name no file", () => {
    const files = {
      "actions/a/src/x.ts":
        'import { writeFileSync, mkdirSync } from "node:fs"; import { readFile } from "fs/promises"',
      "actions/a/src/y.ts":
        'import * as fs from "node:fs"; import type { Stats } from "node:fs"; await import("node:fs/promises")',
      "packages/kit/src/git/x.ts": 'import { readSync as read, statSync } from "node:fs"',
      "packages/kit/src/runner/file-content.ts": 'import { readSync } from "node:fs"',
      "packages/local-runner/src/x.ts": 'import { writeFileSync } from "node:fs"',
    };
    expect(namelessFiles(modulesOf(files))).toEqual([
      "actions/a/src/x.ts imports writeFileSync",
      "actions/a/src/x.ts imports readFile",
      "actions/a/src/y.ts imports all of fs",
      "actions/a/src/y.ts imports all of fs",
      "packages/kit/src/git/x.ts imports readSync",
    ]);
  });

  test("modules that import a step", () => {
    const files = {
      "actions/a/src/main.ts": 'import { evaluate } from "./evaluate.ts"',
      "actions/a/src/collect.ts":
        'import type { Inputs } from "./inputs.ts"; import { type Inputs } from "./inputs.ts"',
      "actions/a/src/evaluate.ts":
        'import { floor } from "./evaluate/floor.ts"; import { type A, b } from "./inputs.ts"',
      "actions/a/src/evaluate/floor.ts": 'import type { Plan } from "../plan.ts"; import "../facts.ts"',
      "actions/a/src/table.ts": 'import { render } from "./render.ts"',
    };
    expect(importedSteps(modulesOf(files))).toEqual([
      "actions/a/src/evaluate.ts imports actions/a/src/inputs.ts",
      "actions/a/src/evaluate/floor.ts imports actions/a/src/plan.ts",
      "actions/a/src/table.ts imports actions/a/src/render.ts",
    ]);
  });

  test("circles, of types as well", () => {
    const files = {
      "packages/kit/src/git/a.ts": 'import type { B } from "../report/b.ts"; import "./c.ts"',
      "packages/kit/src/git/c.ts": 'import "./d.ts"',
      "packages/kit/src/git/d.ts": 'import { c } from "./c.ts"',
      "packages/kit/src/report/b.ts": 'import "../git/c.ts"',
      "packages/kit/src/cache/e.ts": 'import "../git/a.ts"',
    };
    expect(fileCircles(modulesOf(files))).toEqual(["packages/kit/src/git/c.ts, packages/kit/src/git/d.ts"]);
    expect(folderCircles(modulesOf(files))).toEqual(["packages/kit/src/git, packages/kit/src/report"]);
  });

  test("empty names", () => {
    const names = [
      "src/utils.ts",
      "src/string-helpers.ts",
      "src/common/a.ts",
      "src/commons-licence.ts",
      "src/community.ts",
      "x/release_manager.py",
    ];
    expect(emptyNames(names)).toEqual([
      "src/utils.ts",
      "src/string-helpers.ts",
      "src/common/a.ts",
      "src/commons-licence.ts",
      "x/release_manager.py",
    ]);
  });

  test("long mains", () => {
    const files = {
      "actions/a/src/main.ts": "x;\n".repeat(25),
      "actions/b/src/main.ts": "x;\n".repeat(24),
      "actions/a/src/b.ts": "x;\n".repeat(99),
    };
    expect(longMains(modulesOf(files), 25)).toEqual(["actions/a/src/main.ts has 25 lines"]);
  });
});

function modulesOf(files: Readonly<Record<string, string>>): readonly SourceModule[] {
  return Object.entries(files).map(([file, text]) => parseModule(file, text));
}
