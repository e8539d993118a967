import { expect, test } from "vitest";
import { readCargoToml } from "./cargo-toml.ts";

/** What was found and what is wrong, as `file:line text`. */
function read(path: string, files: Readonly<Record<string, string>>): string[] {
  const { found, problems, skipped } = readCargoToml(path, new Map(Object.entries(files)));
  expect(skipped).toBeUndefined();
  return [
    ...found.map((each) => `${each.file}:${each.line} ${each.field} ${each.found}`),
    ...problems.map((each) => `${each.file}:${each.line} ${each.message}`),
  ];
}

function crate(name: string, rest = "version.workspace = true"): string {
  return `[package]\nname = "${name}"\n${rest}\n`;
}

function lock(...packages: readonly string[]): string {
  return `version = 4\n\n${packages.map((each) => `[[package]]\n${each}\n`).join("\n")}`;
}

const ROOT = '[workspace]\nmembers = ["crates/*"]\n\n[workspace.package]\nedition = "2024"\nversion = "1.2.3"\n';
const FOUND_IN_ROOT = "Cargo.toml:6 workspace.package.version 1.2.3";

test.each<[name: string, path: string, files: Record<string, string>, expected: string[]]>([
  ["no file", "Cargo.toml", {}, ["Cargo.toml:1 does not exist"]],
  [
    "not TOML",
    "Cargo.toml",
    { "Cargo.toml": "\n[package" },
    ["Cargo.toml:2 is not valid TOML: incomplete key-value: cannot find end of key"],
  ],
  [
    "neither a package nor a workspace",
    "Cargo.toml",
    { "Cargo.toml": "[dependencies]\n" },
    ["Cargo.toml:1 has neither a package nor a workspace"],
  ],
  [
    "its own version",
    "a/Cargo.toml",
    { "a/Cargo.toml": crate("a", 'version = "0.1.0"'), "Cargo.toml": ROOT },
    ["a/Cargo.toml:3 package.version 0.1.0"],
  ],
  [
    "no version, below another key's line",
    "Cargo.toml",
    { "Cargo.toml": '\n[package]\nname = "a"\n' },
    ["Cargo.toml:2 package.version (not set) 0.0.0"],
  ],
  [
    "a number for a version, with a lock file",
    "Cargo.toml",
    { "Cargo.toml": crate("a", "version = 1"), "Cargo.lock": lock('name = "a"\nversion = "1.0.0"') },
    ["Cargo.lock:5 the version of a 1.0.0", "Cargo.toml:3 has `1` for package.version; write a string"],
  ],
  [
    "a table that does not inherit",
    "Cargo.toml",
    { "Cargo.toml": crate("a", "version = { workspace = 1 }"), "Cargo.lock": lock('name = "b"\nversion = "1.0.0"') },
    ['Cargo.toml:3 has `{"workspace":1}` for package.version; write a string or `version.workspace = true`'],
  ],
  [
    "inherited from the nearest workspace, not from the crate between",
    "crates/a/Cargo.toml",
    {
      "crates/a/Cargo.toml": crate("a"),
      "crates/Cargo.toml": crate("between", 'version = "9.9.9"'),
      "Cargo.toml": ROOT,
    },
    [FOUND_IN_ROOT],
  ],
  [
    "inherited from the nearer of two workspaces",
    "x/a/Cargo.toml",
    { "Cargo.toml": ROOT, "x/Cargo.toml": `\n${ROOT}`, "x/a/Cargo.toml": crate("a") },
    ["x/Cargo.toml:7 workspace.package.version 1.2.3"],
  ],
  [
    "inherited from the workspace that it names",
    "a/Cargo.toml",
    {
      "a/Cargo.toml": crate("a", 'workspace = "../ws"\nversion.workspace = true'),
      "ws/Cargo.toml": ROOT,
      "Cargo.toml": "[workspace]\n",
      "ws/Cargo.lock": lock('name = "a"\nversion = "1.2.2"'),
    },
    ["ws/Cargo.toml:6 workspace.package.version 1.2.3", "ws/Cargo.lock:5 the version of a 1.2.2"],
  ],
  [
    "inherited from a workspace that it names and that does not exist",
    "a/Cargo.toml",
    { "a/Cargo.toml": crate("a", 'workspace = "../ws"\nversion.workspace = true'), "Cargo.toml": ROOT },
    ["ws/Cargo.toml:1 does not exist"],
  ],
  [
    "inherited from outside the repository",
    "Cargo.toml",
    { "Cargo.toml": crate("a", 'workspace = "../ws"\nversion.workspace = true') },
    ["Cargo.toml:4 inherits its version, but no Cargo.toml above it has a [workspace]"],
  ],
  ["inherited from itself", "Cargo.toml", { "Cargo.toml": crate("a") + ROOT }, [FOUND_IN_ROOT.replace(":6", ":9")]],
  [
    "inherited from a manifest above that is not TOML",
    "a/Cargo.toml",
    { "a/Cargo.toml": crate("a"), "Cargo.toml": "a = 1\na = 2\n" },
    [
      "Cargo.toml:2 is not valid TOML: trying to redefine an already defined table or value",
      "a/Cargo.toml:3 inherits its version, but no Cargo.toml above it has a [workspace]",
    ],
  ],
  [
    "inherited from nothing",
    "crates/a/Cargo.toml",
    { "crates/a/Cargo.toml": crate("a"), "other/Cargo.toml": ROOT },
    ["crates/a/Cargo.toml:3 inherits its version, but no Cargo.toml above it has a [workspace]"],
  ],
  [
    "inherited from a workspace without a version",
    "a/Cargo.toml",
    { "a/Cargo.toml": crate("a"), "Cargo.toml": "\n[workspace]\n" },
    ["Cargo.toml:2 has no workspace.package.version"],
  ],
  [
    "its entries in the lock file at the workspace's root",
    "a/Cargo.toml",
    {
      "a/Cargo.toml": crate("a"),
      "Cargo.toml": ROOT,
      "Cargo.lock": lock('name = "b"\nversion = "0.1.0"', 'name = "a"\nversion = "1.2.2"'),
      "a/Cargo.lock": lock('name = "a"\nversion = "9.9.9"'),
    },
    [FOUND_IN_ROOT, "Cargo.lock:9 the version of a 1.2.2"],
  ],
  [
    "no entry in the lock file",
    "Cargo.toml",
    { "Cargo.toml": crate("a", 'version = "1.2.3"'), "Cargo.lock": lock('name = "z"\nversion = "1.0.0"') },
    [
      "Cargo.toml:3 package.version 1.2.3",
      'Cargo.lock:1 has no entry for the crate `"a"`; run `cargo update --workspace`',
    ],
  ],
  [
    "an entry in the lock file without a version",
    "Cargo.toml",
    { "Cargo.toml": crate("a", 'version = "1.2.3"'), "Cargo.lock": lock('name = "a"\nversion = 1') },
    ["Cargo.toml:3 package.version 1.2.3", 'Cargo.lock:5 has `1` for the version of `"a"`'],
  ],
  [
    "a lock file that is not TOML",
    "Cargo.toml",
    { "Cargo.toml": crate("a", 'version = "1.2.3"'), "Cargo.lock": "a = 1\na = 2\n" },
    [
      "Cargo.toml:3 package.version 1.2.3",
      "Cargo.lock:2 is not valid TOML: trying to redefine an already defined table or value",
    ],
  ],
  [
    "a lock file without packages",
    "Cargo.toml",
    { "Cargo.toml": crate("a", 'version = "1.2.3"'), "Cargo.lock": "package = 1\n" },
    ["Cargo.toml:3 package.version 1.2.3"],
  ],
  [
    "a crate without a name",
    "Cargo.toml",
    { "Cargo.toml": '[package]\nname = 1\nversion = "1.2.3"\n', "Cargo.lock": lock('name = "a"\nversion = "1.0.0"') },
    ["Cargo.toml:3 package.version 1.2.3"],
  ],
  [
    "a workspace, and the entries of the crates that inherit from it",
    "Cargo.toml",
    {
      "Cargo.toml": ROOT,
      "crates/a/Cargo.toml": crate("a"),
      "crates/b/Cargo.toml": crate("b"),
      "crates/own/Cargo.toml": `# no workspace\n${crate("own", 'version = "0.1.0"')}`,
      "crates/table/Cargo.toml": crate("table", "version.workspace = 1"),
      "crates/NotCargo.toml": crate("suffix"),
      "crates/Cargo.toml.orig": crate("orig"),
      "fixtures/Cargo.toml": "[package\nworkspace = true",
      "inner/Cargo.toml": ROOT,
      "inner/c/Cargo.toml": crate("c"),
      "Cargo.lock": lock(
        'name = "a"\nversion = "1.2.2"',
        'name = "b"\nversion = "1.2.3"',
        'name = "b"\nversion = "7.0.0"\nsource = "registry+https://github.com/rust-lang/crates.io-index"',
      ),
    },
    [FOUND_IN_ROOT, "Cargo.lock:5 the version of a 1.2.2", "Cargo.lock:9 the version of b 1.2.3"],
  ],
  [
    "a workspace in a folder, whose name another folder begins with",
    "ws/Cargo.toml",
    {
      "ws/Cargo.toml": ROOT,
      "Cargo.toml": crate("root", 'workspace = "ws"\nversion.workspace = true'),
      "ws/a/Cargo.toml": crate("a"),
      "ws2/b/Cargo.toml": crate("b", 'workspace = "../../ws"\nversion.workspace = true'),
      "ws/Cargo.lock": lock('name = "a"\nversion = "1.2.3"'),
    },
    ["ws/Cargo.toml:6 workspace.package.version 1.2.3", "ws/Cargo.lock:5 the version of a 1.2.3"],
  ],
  [
    "a workspace without members, with a lock file that nobody reads",
    "Cargo.toml",
    { "Cargo.toml": ROOT, "Cargo.lock": "a = 1\na = 2\n" },
    [FOUND_IN_ROOT],
  ],
  [
    "a workspace whose version is not a string",
    "Cargo.toml",
    { "Cargo.toml": "[workspace.package]\n\nversion = 1\n" },
    ["Cargo.toml:3 has no workspace.package.version"],
  ],
])("%s", (_, path, files, expected) => {
  expect(read(path, files)).toEqual(expected);
});
