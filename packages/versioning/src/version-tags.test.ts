import fc from "fast-check";
import { expect, test } from "vitest";
import { type FloatingTagOptions, planFloatingTags } from "./floating-tags.ts";
import { decideLatest } from "./latest.ts";
import { findPreviousTag } from "./previous-tag.ts";
import { compareVersions, isPrerelease } from "./semver.ts";
import { parseTag } from "./tag.ts";
import { versionTags } from "./version-tags.ts";

const tagOf = (text: string) => parseTag(text)!;

test.each<[names: string, prefix: string, sorted: string]>([
  ["v1.9.0 v1.10.0 v1 nightly v1.10.0-rc.1", "", "v1.10.0 v1.10.0-rc.1 v1.9.0"],
  ["pkg-v1.0.0 v2.0.0 pkg-v1.1.0 other-v1.0.0", "pkg-", "pkg-v1.1.0 pkg-v1.0.0"],
  // SemVer gives these no order: by name.
  ["v1.2.3+b1 v1.2.3+b3 v1.2.3+b2 1.2.3", "", "v1.2.3+b3 v1.2.3+b2 v1.2.3+b1 1.2.3"],
  ["1.2.3 v1.2.3+b3 v1.2.3+b2 v1.2.3+b1", "", "v1.2.3+b3 v1.2.3+b2 v1.2.3+b1 1.2.3"],
  ["v1.2.3+b1 v1.2.3+b2 v1.2.3+b3", "", "v1.2.3+b3 v1.2.3+b2 v1.2.3+b1"],
])("the version tags of %j with the prefix %j", (names, prefix, sorted) => {
  expect(versionTags(names.split(" "), prefix).map(({ text }) => text)).toEqual(sorted.split(" "));
});

test.each<[name: string, tag: string, tags: string, previous: string | undefined]>([
  ["the one before", "v1.2.3", "v1.2.2 v1.2.1 v1.2.3 v1.3.0", "v1.2.2"],
  ["by number, not by letter", "v1.0.11", "v1.0.9 v1.0.10 v1.0.1", "v1.0.10"],
  ["a first release", "v1.0.0", "v1 nightly pkg-v0.9.0", undefined],
  ["a back-port", "v1.9.9", "v2.0.0 v1.9.8 v1.10.0", "v1.9.8"],
  ["only its own prefix", "pkg-v1.1.0", "v1.0.5 pkg-v1.0.0 pkgs-v1.0.9 x/pkg-v1.0.8 other-v1.0.7", "pkg-v1.0.0"],
  ["no prefix is a prefix, too", "v1.1.0", "pkg-v1.0.9 v1.0.0", "v1.0.0"],
  ["a stable release skips its prereleases", "v2.0.0", "v2.0.0-rc.2 v2.0.0-rc.1 v1.9.0", "v1.9.0"],
  ["and ones that never became stable", "v2.0.0", "v1.10.0-beta.1 v1.9.0", "v1.9.0"],
  ["a stable first release after prereleases", "v1.0.0", "v1.0.0-rc.1", undefined],
  ["a prerelease follows a prerelease", "v2.0.0-rc.2", "v2.0.0-rc.1 v1.9.0 v2.0.0", "v2.0.0-rc.1"],
  ["rc.10 follows rc.9", "v2.0.0-rc.10", "v2.0.0-rc.1 v2.0.0-rc.9 v2.0.0-rc.11", "v2.0.0-rc.9"],
  ["a first prerelease follows a stable one", "v2.0.0-rc.1", "v1.9.0 v2.0.0-beta.3+x v1.8.0", "v2.0.0-beta.3+x"],
  ["builds of one version have no order", "v1.2.3+b2", "v1.2.3+b1 v1.2.2", "v1.2.2"],
  ["of two builds the later name", "v1.2.4", "v1.2.3+b1 v1.2.3+b2 v1.2.2", "v1.2.3+b2"],
  ["with and without v", "v1.2.4", "1.2.3 v1.2.2", "1.2.3"],
  ["floating tags are no versions", "v1.2.4", "v1 v1.2 v1.2.3", "v1.2.3"],
])("previous tag: %s", (_, tag, tags, previous) => {
  const found = findPreviousTag(tagOf(tag), tags.split(" "));
  expect(found.tag?.text).toBe(previous);
  expect(found.problems).toEqual([]);
});

test("one version under two names is a problem, where it matters", () => {
  const twin = (tag: string, tags: string) => findPreviousTag(tagOf(tag), tags.split(" ")).problems;
  expect(twin("v1.2.3", "1.2.3 v1.2.2")).toEqual([
    "the tags v1.2.3 and 1.2.3 both name version 1.2.3; delete one of them",
  ]);
  expect(twin("v1.2.4", "1.2.3 v1.2.3")).toEqual([
    "the tags v1.2.3 and 1.2.3 both name version 1.2.3; delete one of them",
  ]);
  expect(twin("v1.2.5", "v1.2.4 1.2.3 v1.2.3")).toEqual([]);
  expect(twin("v1.2.3", "pkg-1.2.3 v1.2.2")).toEqual([]);
});

test.each<[tag: string, published: string, latest: boolean, reason: string]>([
  ["v1.0.0", "", true, "no published stable version is greater"],
  ["v1.9.9", "v2.0.0 v1.9.8", false, "v2.0.0 is greater"],
  ["v1.0.10", "v1.0.9 v1.0.1", true, "no published stable version is greater"],
  ["v1.0.9", "v1.0.10", false, "v1.0.10 is greater"],
  ["v2.0.0-rc.1", "v1.0.0", false, "a prerelease is never the latest"],
  ["v2.0.0", "v2.0.1-rc.1 v3.0.0-alpha", true, "no published stable version is greater"],
  ["v2.0.0", "v2.0.0 v1.0.0", true, "no published stable version is greater"],
  ["v1.2.3+b2", "v1.2.3+b1", true, "no published stable version is greater"],
  ["v1.2.3", "nightly v2 pkg-v9.0.0", true, "no published stable version is greater"],
  ["pkg-v9.0.0", "v1.2.3", false, "the latest is one without prefix, as v1.2.3 is"],
  ["pkg-v1.1.0", "pkg-v1.0.0 other-v5.0.0", true, "no published stable version is greater"],
  ["pkg-v1.1.0", "pkg-v2.0.0", false, "pkg-v2.0.0 is greater"],
])("latest: %s beside %s is %s", (tag, published, isLatest, reason) => {
  expect(decideLatest(tagOf(tag), published.split(" "))).toEqual({ isLatest, reason });
});

const ALL: FloatingTagOptions = { minor: true, zero: false };

/** `v1=v1.2.3` puts v1 on the commit of v1.2.3; a name alone is a tag on a commit of its own. */
function plan(tag: string, tags: string, options = ALL) {
  const commits = new Map<string, string>();
  for (const each of tags.split(" ")) {
    const [name = "", target = name] = each.split("=");
    commits.set(name, `c:${target}`);
  }
  return planFloatingTags(tagOf(tag), `c:${tag}`, commits, options).map((each) => [
    each.name,
    each.action,
    each.reason,
  ]);
}

test.each<[name: string, tag: string, tags: string, plan: [string, string, string][], options?: FloatingTagOptions]>([
  [
    "a first release",
    "v1.0.0",
    "v1.0.0",
    [
      ["v1", "create", "is new, for v1.0.0"],
      ["v1.0", "create", "is new, for v1.0.0"],
    ],
  ],
  [
    "forward",
    "v1.2.4",
    "v1.2.3 v1=v1.2.3 v1.2=v1.2.3 v1.2.4 v2.0.0",
    [
      ["v1", "move", "moves from v1.2.3 to v1.2.4"],
      ["v1.2", "move", "moves from v1.2.3 to v1.2.4"],
    ],
  ],
  [
    "a back-port moves only its own line",
    "v1.2.4",
    "v1.3.0 v1=v1.3.0 v1.2.3 v1.2=v1.2.3",
    [
      ["v1", "keep", "stays: v1.3.0 is greater"],
      ["v1.2", "move", "moves from v1.2.3 to v1.2.4"],
    ],
  ],
  [
    "a prerelease",
    "v1.3.0-rc.1",
    "v1.2.3 v1=v1.2.3",
    [
      ["v1", "keep", "stays: v1.3.0-rc.1 is a prerelease"],
      ["v1.3", "keep", "stays: v1.3.0-rc.1 is a prerelease"],
    ],
  ],
  [
    "a greater prerelease is no reason to stay",
    "v1.2.4",
    "v1.3.0-rc.1 v1.2.3 v1=v1.2.3",
    [["v1", "move", "moves from v1.2.3 to v1.2.4"]],
    { minor: false, zero: false },
  ],
  [
    "build metadata",
    "v1.2.3+b",
    "v1.2.2",
    [
      ["v1", "keep", "stays: v1.2.3+b has build metadata"],
      ["v1.2", "keep", "stays: v1.2.3+b has build metadata"],
    ],
  ],
  [
    "below 1.0.0",
    "v0.3.1",
    "v0.3.0",
    [
      ["v0", "keep", "stays: versions below 1.0.0 may break each other"],
      ["v0.3", "create", "is new, for v0.3.1"],
    ],
  ],
  ["v0 on wish", "v0.3.1", "v0.3.0", [["v0", "create", "is new, for v0.3.1"]], { minor: false, zero: true }],
  [
    "again",
    "v1.2.3",
    "v1.2.3 v1=v1.2.3 v1.2=v1.2.3",
    [
      ["v1", "keep", "stands on v1.2.3 already"],
      ["v1.2", "keep", "stands on v1.2.3 already"],
    ],
  ],
  [
    "from a commit that no version names",
    "v1.2.3",
    "v1.2.2 v1=elsewhere",
    [["v1", "move", "moves from a commit without a version to v1.2.3"]],
    { minor: false, zero: false },
  ],
  [
    "from a version of another line",
    "v1.2.3",
    "v2.0.0 v1=v2.0.0",
    [["v1", "keep", "stays: it stands on v2.0.0, which is not a version of its line; move it by hand"]],
    { minor: false, zero: false },
  ],
  [
    "with a prefix",
    "x/pkg/v1.2.3",
    "v1.9.0 v1=v1.9.0 x/pkg/v1.2.2 x/pkg/v1=x/pkg/v1.2.2",
    [["x/pkg/v1", "move", "moves from x/pkg/v1.2.2 to x/pkg/v1.2.3"]],
    { minor: false, zero: false },
  ],
  ["without v", "1.2.3", "1.2.2", [["1", "create", "is new, for 1.2.3"]], { minor: false, zero: false }],
])("floating tags: %s", (_, tag, tags, expected, options = ALL) => {
  expect(plan(tag, tags, options)).toEqual(expected);
});

const names = fc
  .tuple(fc.constantFrom("", "p-"), fc.nat(2), fc.nat(2), fc.nat(2), fc.constantFrom("", "", "-rc.1", "-rc.2", "+b"))
  .map(([prefix, major, minor, patch, rest]) => `${prefix}v${major}.${minor}.${patch}${rest}`);

test("releasing in any order, floating tags only ever move forward and end on the greatest stable version", () => {
  fc.assert(
    fc.property(fc.uniqueArray(names, { minLength: 1, maxLength: 12 }), (order) => {
      const tags = new Map<string, string>();
      for (const name of order) {
        tags.set(name, name);
        const tag = tagOf(name);
        for (const floating of planFloatingTags(tag, name, tags, { minor: true, zero: true })) {
          if (floating.action === "keep") continue;
          if (floating.fromTag !== undefined)
            expect(compareVersions(tagOf(floating.fromTag).version, tag.version)).toBeLessThan(0);
          tags.set(floating.name, name);
        }
        expect(findPreviousTag(tag, tags.keys()).tag?.text).not.toBe(name);
      }
      for (const [name, target] of tags) {
        if (parseTag(name) !== undefined) continue;
        const line = order.filter((each) => {
          const { prefix, version } = tagOf(each);
          return `${prefix}v${version.major}` === name || `${prefix}v${version.major}.${version.minor}` === name;
        });
        const stable = line.map(tagOf).filter((each) => !isPrerelease(each.version) && each.version.build.length === 0);
        for (const each of stable) {
          expect(compareVersions(each.version, tagOf(target).version)).toBeLessThanOrEqual(0);
        }
      }
    }),
    { numRuns: 500 },
  );
});
