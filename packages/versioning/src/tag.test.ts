import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../reading/testing/depth.ts";
import { formatVersion } from "./semver.ts";
import { MAX_TAG_CHARACTERS, packageFolder, parseTag, prefixName, tagProblem } from "./tag.ts";

test.each([
  ["v1.2.3", "", true, "1.2.3"],
  ["1.2.3", "", false, "1.2.3"],
  ["v1.2.3-rc.1+b.5", "", true, "1.2.3-rc.1+b.5"],
  ["pkg-v1.2.3", "pkg-", true, "1.2.3"],
  ["pkg-1.2.3", "pkg-", false, "1.2.3"],
  ["my-pkg-v1.2.3-rc-1", "my-pkg-", true, "1.2.3-rc-1"],
  ["x/pkg/v1.2.3", "x/pkg/", true, "1.2.3"],
  ["x/pkg-v1.2.3", "x/pkg-", true, "1.2.3"],
  ["@scope/pkg@1.2.3", "@scope/pkg@", false, "1.2.3"],
  ["@scope/pkg@v1.2.3", "@scope/pkg@", true, "1.2.3"],
  ["pkg@1.2.3", "pkg@", false, "1.2.3"],
  ["release/2026/v1.2.3", "release/2026/", true, "1.2.3"],
  ["pkg-2-1.2.3", "pkg-2-", false, "1.2.3"],
  // The first version wins: this is a prerelease, not a package named after a version.
  ["pkg-1.2.3-4.5.6", "pkg-", false, "1.2.3-4.5.6"],
  ["1.2.3-4.5.6", "", false, "1.2.3-4.5.6"],
  ["v2-v1.2.3", "v2-", true, "1.2.3"],
])("%s", (text, prefix, hasV, version) => {
  const tag = parseTag(text)!;
  expect([tag.text, tag.prefix, tag.hasV, formatVersion(tag.version)]).toEqual([text, prefix, hasV, version]);
  expect(tagProblem(text)).toBeUndefined();
});

const GENERAL = "write v1.2.3, or pkg-v1.2.3 for a package";

test.each([
  ["", `is empty; ${GENERAL}`],
  ["v1", "has no minor number; write v1.0.0"],
  ["v1.2", "has no patch number; write v1.2.0"],
  ["pkg-v1.2", "has no patch number; write pkg-v1.2.0"],
  ["V1.2.3", "has a capital V; write v1.2.3"],
  ["v01.2.3", 'has a leading zero in its major number "01"; write v1.2.3'],
  ["v1.2.3.4", `has 4 numbers where SemVer has three; ${GENERAL}`],
  ["v.1.2.3", "has a dot before its version; write v1.2.3"],
  ["v1.2.3 ", "has blanks around it; write v1.2.3"],
  ["refs/tags/v1.2.3", "is a whole ref; write v1.2.3"],
  ["pkgv1.2.3", "holds no version; write pkg-v1.2.3"],
  ["-v1.2.3", `has a separator without a name before it; ${GENERAL}`],
  ["x//v1.2.3", `has an empty name before or between slashes; ${GENERAL}`],
  [
    "a b-v1.2.3",
    `has a name that is not made of letters, digits, \`_\`, \`.\`, \`+\`, \`@\` and \`-\`, beginning with one of the first three; ${GENERAL}`,
  ],
  ["a..b-v1.2.3", `has the name \`a..b\`, which git does not take; ${GENERAL}`],
  ["a.lock/v1.2.3", `has the name \`a.lock\`, which git does not take; ${GENERAL}`],
  [
    "v1.2.3-rc_1",
    `has "rc_1" in its prerelease, where only letters, digits and hyphens of ASCII may stand; ${GENERAL}`,
  ],
  ["1.2", "has no patch number; write 1.2.0"],
  ["v1.22", "has no patch number; write v1.22.0"],
  ["V1.2.3-rc.1", "has a capital V; write v1.2.3-rc.1"],
  [".1.2.3", `has a dot before its version; ${GENERAL}`],
  ["refs/heads/v1.2.3", "is a whole ref; write v1.2.3"],
  ["refs/v1.2.3", "is a whole ref; write v1.2.3"],
  ["x/refs/tags/v1", "has no minor number; write x/refs/tags/v1.0.0"],
  ["a.-v1.2.3", `has the name \`a.\`, which git does not take; ${GENERAL}`],
  [`${"a".repeat(59)}..b-v1.2.3`, `has the name \`${"a".repeat(59)}.\`, which git does not take; ${GENERAL}`],
  [`${"x".repeat(MAX_TAG_CHARACTERS - 5)}-1.2.3`, "has more than 500 characters"],
  ["latest", `holds no version; ${GENERAL}`],
  ["v1.2.3\n::error::x", `has "3\\n::error::x" for a patch number; ${GENERAL}`],
  ["x".repeat(MAX_TAG_CHARACTERS + 1), "has more than 500 characters"],
])("%j %s", (text, problem) => {
  expect(parseTag(text)).toBeUndefined();
  expect(tagProblem(text)).toBe(problem);
});

test("a tag of as many characters as one may have", () => {
  const prefix = `${"x".repeat(MAX_TAG_CHARACTERS - 6)}-`;
  expect(parseTag(`${prefix}1.2.3`)?.prefix).toBe(prefix);
});

test.each([
  ["v1.2.3", ""],
  ["pkg-v1.2.3", "pkg"],
  ["x/pkg/v1.2.3", "x/pkg"],
  ["@scope/pkg@1.2.3", "pkg"],
  ["x/a@b/pkg@1.2.3", "x/a@b/pkg"],
])("the package of %s lies in %j", (text, folder) => {
  expect(packageFolder(parseTag(text)!)).toBe(folder);
});

test("names of prefixes", () => {
  expect(["pkg-", "x/pkg/", "@scope/pkg@", ""].map(prefixName)).toEqual(["pkg", "x/pkg", "@scope/pkg", ""]);
});

test("any text is a tag made of its parts, or has a problem on one line", () => {
  const near = fc.array(fc.constantFrom("v", "1", ".", "-", "/", "@", "+", "0", "pkg", "1.2.3", " ", "\n", "\u00e4"), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        near.map((parts) => parts.join("")),
      ),
      (text) => {
        const tag = parseTag(text);
        const problem = tagProblem(text);
        expect(tag === undefined).toBe(problem !== undefined);
        if (tag !== undefined) expect(tag.prefix + (tag.hasV ? "v" : "") + formatVersion(tag.version)).toBe(text);
        if (problem !== undefined) expect(problem).not.toMatch(/[\r\n]/);
        const suggestion = /; write (\S+)$/.exec(problem ?? "")?.[1];
        if (suggestion !== undefined) expect(parseTag(suggestion)).toBeDefined();
      },
    ),
    runs(2000),
  );
});
