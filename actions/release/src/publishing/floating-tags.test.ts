import { parseTag } from "@jessy-actions/versioning/tag";
import { expect, test } from "vitest";
import { COMMIT, factsOf, OTHER_COMMIT, releaseOf } from "../../testing/facts.ts";
import type { Facts } from "../facts.ts";
import { floatingTagsOf } from "./floating-tags.ts";

const both = { major: true, minor: true };

/** Tags of the repository besides `v1.2.3`, with their commits. */
function tagged(all: Record<string, string>, isAncestor: Record<string, boolean | undefined> = {}): Partial<Facts> {
  return {
    tags: { all: new Map([["v1.2.3", COMMIT], ...Object.entries(all)]), here: COMMIT, onGitHub: { known: COMMIT } },
    isAncestor: new Map(Object.entries(isAncestor)),
  };
}
const v122 = { "v1.2.2": OTHER_COMMIT, v1: OTHER_COMMIT };
const UNKNOWN_COMMIT =
  "v1 keep stays: it stands on dddddddddd, which has no version and is not known to be an ancestor of this commit; move it by hand";

test.each<[string, Partial<Facts>, { major: boolean; minor: boolean }, string[], object?]>([
  ["none is wanted", {}, { major: false, minor: false }, []],
  ["both are new", {}, both, ["v1 create is new, for v1.2.3", "v1.2 create is new, for v1.2.3"]],
  ["only the major one", {}, { major: true, minor: false }, ["v1 create is new, for v1.2.3"]],
  ["only the minor one", {}, { major: false, minor: true }, ["v1.2 create is new, for v1.2.3"]],
  ["one moves forward", tagged(v122), { major: true, minor: false }, ["v1 move moves from v1.2.2 to v1.2.3"]],
  [
    "one is there already",
    tagged({ v1: COMMIT }),
    { major: true, minor: false },
    ["v1 keep stands on v1.2.3 already"],
    { prerelease: true },
  ],
  [
    "a prerelease by input",
    tagged(v122),
    both,
    ["v1 keep stays: v1.2.3 is a prerelease", "v1.2 keep stays: v1.2.3 is a prerelease"],
    { prerelease: true },
  ],
  [
    "a release of its own",
    tagged(v122),
    { major: true, minor: false },
    ["v1 keep stays: it has a release of its own, which may be immutable"],
    { releases: [releaseOf(), releaseOf({ tag_name: "v1" })] },
  ],
  [
    "a release of the version itself does not hold it",
    tagged(v122),
    { major: true, minor: false },
    ["v1 move moves from v1.2.2 to v1.2.3"],
    { releases: [releaseOf()] },
  ],
  [
    "v0 moves, too",
    { tag: parseTag("v0.3.0")!, tags: { all: new Map(), here: undefined, onGitHub: { known: undefined } } },
    { major: true, minor: false },
    ["v0 create is new, for v0.3.0"],
  ],
  [
    "a draft of its own does not hold it",
    tagged(v122),
    { major: true, minor: false },
    ["v1 move moves from v1.2.2 to v1.2.3"],
    { releases: [releaseOf({ tag_name: "v1", draft: true })] },
  ],
  [
    "a commit without a version that is an ancestor",
    tagged({ v1: OTHER_COMMIT }, { v1: true }),
    { major: true, minor: false },
    ["v1 move moves from a commit without a version to v1.2.3"],
  ],
  [
    "one that is no ancestor",
    tagged({ v1: OTHER_COMMIT }, { v1: false }),
    { major: true, minor: false },
    [UNKNOWN_COMMIT],
  ],
  ["one that nobody knows of", tagged({ v1: OTHER_COMMIT }), { major: true, minor: false }, [UNKNOWN_COMMIT]],
])("%s", (_, facts, wanted, expected, more = {}) => {
  const { prerelease = false, releases } = more as { prerelease?: boolean; releases?: ReturnType<typeof releaseOf>[] };
  const planned = floatingTagsOf(wanted, factsOf(facts), prerelease, releases);
  expect(planned.map(({ name, action, reason }) => `${name} ${action} ${reason}`)).toEqual(expected);
});
