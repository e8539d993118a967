import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { otherVersions, type Product } from "./asset-version.ts";
import { parseVersion } from "./semver.ts";

const productOf = (version: string, more: Partial<Product> = {}): Product => ({
  version: parseVersion(version)!,
  names: ["tool"],
  versions: [],
  ...more,
});
const other = (file: string, version = "1.2.3") => otherVersions([file], productOf(version)).get(file)?.text;

describe("a name that states no other version of the product", () => {
  test.each([
    "tool",
    "tool.tar.gz",
    "tool-1.2.3.tar.gz",
    "tool-v1.2.3-linux-amd64.tar.gz",
    "tool_1.2.3_amd64.deb",
    "tool_1.2.3-1_amd64.deb",
    "tool-1.2.3-1.x86_64.rpm",
    "tool-1.2.3-py3-none-any.whl",
    "tool1.2.3.zip",
    "tool-linux-x86_64",
    "tool-python3.11",
    "tool-linux-5.4",
    "tool-glibc2.31-x86_64",
    "tool-macosx_10_9_universal2.whl",
    "tool-1.2.tar.gz",
    "Tool-1.2.2.0.msi",
    "tool-2026.11.27.1.log",
    "openssl-3.0.13.tar.gz",
    "deps-0.9.0.zip",
    "tool-1.2.3-openssl-3.0.13.tar.gz",
    "upgrade-1.2.2-to-1.2.3.patch",
    "tool-1.2.3-alpine.tar.gz",
    "tool-1.2.3-beta",
    "tool-1.2.3-b2d.iso",
    "tool-99999999999999999999.1.1",
  ])("%s", (file) => expect(other(file)).toBeUndefined());

  test.each([
    ["tool-1.2.3-rc.1.tar.gz", "1.2.3-rc.1"],
    ["tool-1.2.3rc1-py3-none-any.whl", "1.2.3-rc.1"],
    ["tool-1.2.3-rc1.zip", "1.2.3-rc.1"],
    ["tool-1.2.3-rc.1.zip", "1.2.3-rc1"],
    ["tool_1.2.3.rc.1_amd64.deb", "1.2.3-rc.1"],
    ["tool-1.2.3a2.tar.gz", "1.2.3-alpha.2"],
    ["tool-1.2.3.tar.gz", "1.2.3-rc.1"],
    ["tool-1.2.3-canary.5.tgz", "1.2.3-canary.5"],
    ["tool-1.2.3-5.tgz", "1.2.3+5"],
    ["tool-1.2.3-rc.12.tar.gz", "1.2.3-rc12"],
    ["tool-1.2.3-rc.1.tar.gz", "1.2.3-rc-1"],
    // Of another line, and behind a name that nobody knows.
    ["anything-1.9.0.zip", "1.2.3"],
    ["anything-9.2.0.zip", "1.2.3"],
  ])("%s of %s", (file, version) => expect(other(file, version)).toBeUndefined());
});

describe("a name that states another version", () => {
  test.each([
    ["tool-1.2.2-linux.tar.gz", "1.2.2"],
    ["tool-v1.2.4.zip", "1.2.4"],
    ["anything-1.2.10.zip", "1.2.10"],
    ["tool_0.9.0_amd64.deb", "0.9.0"],
    ["TOOL-2.0.0.exe", "2.0.0"],
    ["tool2.0.0.exe", "2.0.0"],
    ["tool.v2.0.0.exe", "2.0.0"],
    ["tool@2.0.0.tgz", "2.0.0"],
    ["tool-1.2.3-rc.1.tar.gz", "1.2.3-rc.1"],
    ["tool-1.2.3rc1.tar.gz", "1.2.3rc1"],
    ["tool-1.2.3.beta.2.tar.gz", "1.2.3.beta.2"],
    ["tool-1.2.3a2.tar.gz", "1.2.3a2"],
    ["tool-1.2.3b12.tar.gz", "1.2.3b12"],
    ["tool--2.0.0.exe", "2.0.0"],
  ])("%s: %s", (file, text) => expect(other(file)).toBe(text));

  test("of a prerelease, another one", () => expect(other("tool-1.2.3-rc.1.zip", "1.2.3-rc.2")).toBe("1.2.3-rc.1"));

  test.each(["1.2.4", "1.3.3", "2.2.3"])("of a prerelease, %s", (text) => {
    expect(other(`tool-${text}.zip`, "1.2.3-rc.1")).toBe(text);
  });

  test.each([
    ["x-1.2.9.zip", "1.2.9", "which is another version of the same line"],
    ["my-tool-9.0.0.zip", "9.0.0", "which stands behind the name `my-tool`"],
    ["v8-tool-v9.0.0.zip", "9.0.0", "which stands behind the name `v8-tool`"],
  ])("%s, and how that is known", (file, text, because) => {
    const names = ["repository", "My-Tool", "v8-tool"];
    expect([...otherVersions([file], productOf("1.2.3", { names }))]).toEqual([[file, { text, because }]]);
  });

  test("but not beside one without a name", () => {
    expect(otherVersions(["1.2.3.zip", "v1.2.3.zip", "3.0.13.zip", "v3.0.13.zip"], productOf("1.2.3")).size).toBe(0);
  });

  test("that was released before", () => {
    const versions = [parseVersion("3.0.13")!];
    expect([...otherVersions(["x-3.0.13.zip"], productOf("4.0.0", { versions }))]).toEqual([
      ["x-3.0.13.zip", { text: "3.0.13", because: "which was released before" }],
    ]);
  });

  test("behind a name that stands before the right version elsewhere", () => {
    const files = ["cli-4.0.0-linux.zip", "cli-3.1.0-mac.zip", "openssl-3.0.13.zip"];
    expect([...otherVersions(files, productOf("4.0.0"))]).toEqual([
      ["cli-3.1.0-mac.zip", { text: "3.1.0", because: "and `cli-4.0.0-linux.zip` states the right one" }],
    ]);
  });
});

test("the product's own version is never another one, whatever stands around it", () => {
  const number = fc.nat({ max: 99 });
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(number, number, number, word, word, (major, minor, patch, before, after) => {
      const version = `${major}.${minor}.${patch}`;
      expect(other(`${before}-${version}-${after}.tar.gz`, version)).toBeUndefined();
      const next = `${major}.${minor}.${patch + 1}`;
      expect(other(`${before}-${next}-${after}.tar.gz`, version)).toBe(next);
    }),
  );
});

test("long names and many of them are read at once", () => {
  expect(other("1.".repeat(500_000))).toBeUndefined();
  expect(other("-".repeat(500_000))).toBeUndefined();
  const files = Array.from({ length: 1000 }, (_, at) => `part${at}-${"1.2.4-".repeat(40)}`);
  expect(otherVersions(files, productOf("1.2.3")).size).toBe(1000);
});
