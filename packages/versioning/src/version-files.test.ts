import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../reading/testing/depth.ts";
import { parseTag } from "./tag.ts";
import { compareManifests, READ_FILE_NAMES, readManifests, VERSION_FILE_NAMES } from "./version-files.ts";

/** Problems and agreements as `file:line message`. */
async function compare(tag: string, files: Readonly<Record<string, string>>, paths = [Object.keys(files)[0]!]) {
  const read = async (contents: ReadonlyMap<string, string>) => {
    const report = compareManifests(parseTag(tag)!, await readManifests(paths, contents));
    return [
      ...report.problems.map((each) => `${each.file}:${each.line ?? "?"} ${each.message}`),
      ...report.agreeing.map((each) => `${each.file}:${each.line ?? "?"} ${each.field} agrees`),
      ...report.skipped.map((each) => `${each.file} ${each.reason}`),
    ];
  };
  const plain = await read(new Map(Object.entries(files)));
  const windows = Object.entries(files).map(
    ([path, text]) => [path, `\ufeff${text.replaceAll("\n", "\r\n")}`] as const,
  );
  expect(await read(new Map(windows))).toEqual(plain);
  return plain;
}

type Case = [name: string, files: Record<string, string>, expected: string[], paths?: string[], tag?: string];

describe("Cargo.toml", () => {
  const lock = (...packages: readonly string[]) =>
    `version = 4\n\n${packages.map((each) => `[[package]]\n${each}\n`).join("\n")}`;
  const crate = (name: string, rest = "version.workspace = true") => `[package]\nname = "${name}"\n${rest}\n`;
  const root = '[workspace]\nmembers = ["crates/*"]\n\n[workspace.package]\nedition = "2024"\nversion = "1.2.3"\n';

  test.each<Case>([
    ["a crate", { "Cargo.toml": crate("a", 'version = "1.2.3"') }, ["Cargo.toml:3 package.version agrees"]],
    [
      "a crate that differs",
      { "Cargo.toml": crate("a", 'version="1.2.2" # x') },
      ["Cargo.toml:3 has `1.2.2` for package.version, but the tag v1.2.3 says 1.2.3"],
    ],
    [
      "no SemVer",
      { "Cargo.toml": crate("a", 'version = "1.2"') },
      ["Cargo.toml:3 has `1.2` for package.version, which has no patch number; write 1.2.3"],
    ],
    [
      "no version",
      { "Cargo.toml": crate("a", "") },
      ["Cargo.toml:1 has `0.0.0` for package.version (not set), but the tag v1.2.3 says 1.2.3"],
    ],
    [
      "a number",
      { "Cargo.toml": crate("a", "version = 1") },
      ["Cargo.toml:3 has `1` for package.version; write a string"],
    ],
    [
      "a dotted key",
      { "Cargo.toml": 'package.name = "a"\npackage.version = "1.2.3"\n' },
      ["Cargo.toml:2 package.version agrees"],
    ],
    [
      "quoted keys, a description that looks like a table",
      {
        "Cargo.toml":
          '["package"]\nname = "a"\ndescription = """\n[package]\nversion = "0"\n"""\n"version" = "1.2.3"\n',
      },
      ["Cargo.toml:7 package.version agrees"],
    ],
    [
      "inherited from the nearest workspace",
      {
        "crates/a/Cargo.toml": crate("a"),
        "crates/Cargo.toml": crate("no-workspace", 'version = "9.9.9"'),
        "Cargo.toml": root,
      },
      ["Cargo.toml:6 workspace.package.version agrees"],
    ],
    [
      "inherited, as an inline table",
      { "crates/a/Cargo.toml": crate("a", "version = { workspace = true }"), "Cargo.toml": root },
      ["Cargo.toml:6 workspace.package.version agrees"],
    ],
    [
      "inherited from the one it names",
      {
        "a/Cargo.toml": crate("a", 'workspace = "../ws"\nversion.workspace = true'),
        "ws/Cargo.toml": root,
        "Cargo.toml": "[workspace]\n",
      },
      ["ws/Cargo.toml:6 workspace.package.version agrees"],
    ],
    [
      "inherited from itself",
      { "Cargo.toml": `${crate("a")}\n${root}` },
      ["Cargo.toml:10 workspace.package.version agrees"],
    ],
    [
      "inherited from nothing",
      { "crates/a/Cargo.toml": crate("a") },
      ["crates/a/Cargo.toml:3 inherits its version, but no Cargo.toml above it has a [workspace]"],
    ],
    [
      "inherited from a workspace without version",
      { "a/Cargo.toml": crate("a"), "Cargo.toml": "[workspace]\n" },
      ["Cargo.toml:1 has no workspace.package.version"],
    ],
    [
      "inherited wrongly",
      { "Cargo.toml": crate("a", "version = { workspace = 1 }") },
      ['Cargo.toml:3 has `{"workspace":1}` for package.version; write a string or `version.workspace = true`'],
    ],
    [
      "a workspace, with the lock file's entries of its members",
      {
        "Cargo.toml": root,
        "crates/a/Cargo.toml": crate("a"),
        "crates/b/Cargo.toml": crate("b"),
        "crates/c/Cargo.toml": crate("c", 'version = "0.1.0"'),
        "fixtures/Cargo.toml": "[package\nworkspace = true",
        "Cargo.lock": lock(
          'name = "a"\nversion = "1.2.2"',
          'name = "b"\nversion = "1.2.3"',
          'name = "c"\nversion = "0.1.0"',
          'name = "b"\nversion = "7.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"',
        ),
      },
      [
        "Cargo.lock:5 has `1.2.2` for the version of a, but the tag v1.2.3 says 1.2.3",
        "Cargo.toml:6 workspace.package.version agrees",
        "Cargo.lock:9 the version of b agrees",
      ],
    ],
    [
      "a crate that its lock file does not know",
      { "Cargo.toml": crate("a", 'version = "1.2.3"'), "Cargo.lock": lock('name = "z"\nversion = "1.0.0"') },
      [
        'Cargo.lock:1 has no entry for the crate `"a"`; run `cargo update --workspace`',
        "Cargo.toml:3 package.version agrees",
      ],
    ],
    ["neither", { "Cargo.toml": "[dependencies]\n" }, ["Cargo.toml:1 has neither a package nor a workspace"]],
    ["not there", {}, ["Cargo.toml:1 does not exist"], ["Cargo.toml"]],
  ])("%s", async (_, files, expected, paths = [Object.keys(files)[0]!]) => {
    expect(await compare("v1.2.3", files, paths)).toEqual(expected);
  });
});

describe("package.json", () => {
  const lock =
    '{\n  "name": "a",\n  "version": "1.2.3",\n  "packages": {\n    "node_modules/x": { "version": "9.0.0" },\n    "": {\n      "version": "1.2.2"\n    },\n    "packages/a": { "version": "1.2.1" }\n  }\n}';
  test.each<Case>([
    ["a package", { "package.json": '{\n  "name": "x",\n  "version": "1.2.3"\n}' }, ["package.json:3 version agrees"]],
    [
      "nested versions do not count",
      { "package.json": '{"a":{"version":"9"},\n"b":["version","9"],\n"version":"1.2.3"}' },
      ["package.json:3 version agrees"],
    ],
    [
      "with v",
      { "package.json": '{"version":"v1.2.3"}' },
      ['package.json:1 has `v1.2.3` for version, which has "v1" for a major number; write 1.2.3'],
    ],
    ["private without version", { "package.json": '{"private":true}' }, ["package.json is private and has no version"]],
    [
      "private with version",
      { "package.json": '{"private":true,"version":"1.0.0"}' },
      ["package.json:1 has `1.0.0` for version, but the tag v1.2.3 says 1.2.3"],
    ],
    ["no version", { "package.json": "{}" }, ["package.json:1 has no version"]],
    ["a number", { "package.json": '{"version":1}' }, ["package.json:1 has `1` for version; write a string"]],
    ["no JSON", { "package.json": "{" }, ["package.json:1 ends early, after 1 bytes: the report was cut off"]],
    [
      "its lock file",
      { "package.json": '{"version":"1.2.3"}', "package-lock.json": lock },
      [
        'package-lock.json:7 has `1.2.2` for packages[""].version, but the tag v1.2.3 says 1.2.3',
        "package.json:1 version agrees",
        "package-lock.json:3 version agrees",
      ],
    ],
    [
      "a workspace in the lock file above, and a shrinkwrap of an old npm",
      {
        "packages/a/package.json": '{"version":"1.2.3"}',
        "package-lock.json": lock,
        "packages/a/npm-shrinkwrap.json": '{"version":"1.2.0","dependencies":{}}',
      },
      [
        'package-lock.json:9 has `1.2.1` for packages["packages/a"].version, but the tag v1.2.3 says 1.2.3',
        "packages/a/npm-shrinkwrap.json:1 has `1.2.0` for version, but the tag v1.2.3 says 1.2.3",
        "packages/a/package.json:1 version agrees",
      ],
    ],
  ])("%s", async (_, files, expected) => {
    if (files["package.json"] === "{")
      expect((await readManifests(["package.json"], new Map(Object.entries(files))))[0]!.problems).toHaveLength(1);
    else expect(await compare("v1.2.3", files)).toEqual(expected);
  });
});

test.each<[tag: string, path: string, text: string, expected: string]>([
  ["v1.2.3", "go.mod", "// x\n\nmodule example.com/m // y\n\ngo 1.25\n", "go.mod:3 module agrees"],
  ["v0.2.3", "go.mod", 'module "example.com/m"\n', "go.mod:1 module agrees"],
  ["v2.0.0", "go.mod", "module (\n\texample.com/m/v2\n)\n", "go.mod:2 module agrees"],
  ["v2.0.0-rc.1", "go.mod", "module example.com/m/v2", "go.mod:1 module agrees"],
  ["v2.0.0", "go.mod", "module example.com/m", "go.mod:1 has the path example.com/m, which must end in /v2"],
  ["v3.0.0", "go.mod", "module example.com/m/v2", "go.mod:1 has the path example.com/m/v2, which must end in /v3"],
  [
    "v1.0.0",
    "go.mod",
    "module example.com/m/v2",
    "go.mod:1 has the path example.com/m/v2, which must not end in /v2 below version 2",
  ],
  ["v1.2.3", "go.mod", "module gopkg.in/x.v1", "go.mod:1 module agrees"],
  ["v2.2.3", "go.mod", "module gopkg.in/x.v1", "go.mod:1 has the path gopkg.in/x.v1, which must end in .v2"],
  ["1.2.3", "go.mod", "module m", "go.mod:1 is released by tags such as v1.2.3, not 1.2.3"],
  ["v1.2.3", "x/y/go.mod", "module m", "x/y/go.mod:1 is released by tags such as x/y/v1.2.3, not v1.2.3"],
  ["x/y/v1.2.3", "x/y/go.mod", "module m/x/y", "x/y/go.mod:1 module agrees"],
  ["x/v2.2.3", "x/v2/go.mod", "module m/x/v2", "x/v2/go.mod:1 module agrees"],
  ["v2.2.3", "v2/go.mod", "module m/v2", "v2/go.mod:1 module agrees"],
  [
    "v1.2.3+b",
    "go.mod",
    "module m",
    "go.mod:1 cannot have the version 1.2.3+b: Go does not see tags with build metadata",
  ],
  ["v1.2.3", "go.mod", "go 1.25\nmodules x\n", "go.mod:1 has no module line"],
  ["v1.2.3", "pyproject.toml", '[project]\nname = "x"\nversion = "1.2.3"\n', "pyproject.toml:3 project.version agrees"],
  ["v1.2.0", "pyproject.toml", '[project]\nversion = "1.2"\n', "pyproject.toml:2 project.version agrees"],
  ["v1.0.0-rc.1", "pyproject.toml", '[project]\nversion = "1.0.0rc1"\n', "pyproject.toml:2 project.version agrees"],
  [
    "v1.0.0-alpha.2",
    "pyproject.toml",
    '[project]\nversion = "1.0.0-Alpha_02"\n',
    "pyproject.toml:2 project.version agrees",
  ],
  [
    "v1.0.0-dev.3",
    "pyproject.toml",
    '[tool.poetry]\nversion = "1.0.0.dev3"\n',
    "pyproject.toml:2 tool.poetry.version agrees",
  ],
  [
    "v1.0.0-rc.1",
    "pyproject.toml",
    '[project]\nversion = "1.0.0"\n',
    "pyproject.toml:2 has `1.0.0` for project.version, but the tag v1.0.0-rc.1 says 1.0.0rc1",
  ],
  [
    "v1.0.0-1",
    "pyproject.toml",
    '[project]\nversion = "1.0.0-1"\n',
    "pyproject.toml:2 cannot have the version 1.0.0-1: Python has no such version (PEP 440)",
  ],
  [
    "v1.0.0-x",
    "pyproject.toml",
    '[project]\nversion = "1.0.0"\n',
    "pyproject.toml:2 cannot have the version 1.0.0-x: Python has no such version (PEP 440)",
  ],
  [
    "v1.0.0",
    "pyproject.toml",
    '[project]\nversion = "one"\n',
    "pyproject.toml:2 has `one` for project.version, which is not a Python version; write 1.0.0",
  ],
  ["v1.0.0", "pyproject.toml", '[project]\ndynamic = ["version"]\n', "pyproject.toml leaves its version to the build"],
  [
    "v1.0.0",
    "pyproject.toml",
    "[build-system]\n",
    "pyproject.toml:1 has neither project.version nor tool.poetry.version",
  ],
  ["v1.0.0", "pyproject.toml", "[project]\n\nx =\n", "pyproject.toml:3 is not valid TOML: "],
  ["v1.2.3", "c/Chart.yaml", "apiVersion: v2\nname: c\nversion: v1.2.3\n", "c/Chart.yaml:3 version agrees"],
  ["v1.2.3", "Chart.yaml", "version: 1.2.2\n", "Chart.yaml:1 has `1.2.2` for version, but the tag v1.2.3 says 1.2.3"],
  ["v1.2.3", "Chart.yaml", "name: c\n", "Chart.yaml:1 has no version"],
  ["v1.2.3", "Chart.yaml", "- a\n", "Chart.yaml:1 has no version"],
  ["v1.2.3", "Chart.yaml", "\n\nversion: 1.10\n", "Chart.yaml:3 has `1.1` for version; write it in quotes"],
  ["v1.2.3", "Chart.yaml", "a: 1\nversion: [\n", "Chart.yaml:3 is not valid YAML: "],
  ["v1.2.3", "README.md", "", "README.md:? is none of Cargo.toml, package.json, go.mod, pyproject.toml, Chart.yaml"],
])("%s of %s with %j", async (tag, path, text, expected) => {
  const [found] = await compare(tag, { [path]: text });
  if (expected.endsWith(": ")) expect(found!.startsWith(expected)).toBe(true);
  else expect(found).toBe(expected);
});

test("appVersion", async () => {
  expect(await compare("v1.2.3", { "Chart.yaml": 'version: 1.2.3\nappVersion: "v1.2.2"\n' })).toEqual([
    "Chart.yaml:2 has `v1.2.2` for appVersion, but the tag v1.2.3 says 1.2.3",
    "Chart.yaml:1 version agrees",
  ]);
});

test("all files in one report, each line once", async () => {
  const files = {
    "Cargo.toml": '[workspace]\n[workspace.package]\nversion = "1.0.0"\n',
    "a/Cargo.toml": '[package]\nname = "a"\nversion.workspace = true\n',
    "b/Cargo.toml": '[package]\nname = "b"\nversion.workspace = true\n',
    "package.json": '{"version":"1.0.0"}',
  };
  expect(await compare("v1.2.3", files, Object.keys(files))).toEqual([
    "Cargo.toml:3 has `1.0.0` for workspace.package.version, but the tag v1.2.3 says 1.2.3",
    "package.json:1 has `1.0.0` for version, but the tag v1.2.3 says 1.2.3",
  ]);
});

const piece = fc.constantFrom(
  ...'[package]|[[package]]|[workspace]|[workspace.package]|[project]|version = "1.2.3"|version.workspace = true|name = "a"|"""|\'\'\'|# x|{|}|[|]|"version"|:|,|""|"packages"|module m/v2|module (|version: 1.2.3|- a|*a|\0|\ud800|__proto__ = 1|"__proto__"'.split(
    "|",
  ),
);

test("any contents are a reading or a problem, on lines that exist", async () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("\n")),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(" ")),
  );
  const all = fc.record(Object.fromEntries(READ_FILE_NAMES.map((name) => [name, text])));
  await fc.assert(
    fc.asyncProperty(all, async (files) => {
      const contents = new Map(Object.entries(files));
      const report = compareManifests(parseTag("v1.2.3")!, await readManifests(VERSION_FILE_NAMES, contents));
      for (const { file, line = 1 } of [...report.problems, ...report.agreeing]) {
        expect(line).toBeGreaterThanOrEqual(1);
        expect(line).toBeLessThanOrEqual(contents.get(file)!.split("\n").length);
      }
      const mentioned = new Set([...report.problems, ...report.agreeing, ...report.skipped].map((each) => each.file));
      expect(VERSION_FILE_NAMES.every((name) => mentioned.has(name) || name === "Cargo.toml")).toBe(true);
    }),
    runs(500),
  );
});

test.each([
  "[",
  "[a]\n",
  "[[package]]\n",
  "a",
  '"',
  '"""',
  "{",
  '{"a":',
  "module ",
  "a.",
  "- ",
  "\n",
  " ",
  "[a.b.c.d]\nx = 1\n",
])("a megabyte of %j ends", async (part) => {
  const text = part.repeat(1_000_000 / part.length);
  const contents = new Map(READ_FILE_NAMES.map((name) => [name, text]));
  const manifests = await readManifests(VERSION_FILE_NAMES, contents);
  expect(compareManifests(parseTag("v1.2.3")!, manifests).agreeing).toEqual([]);
});
