import { describe, expect, test } from "vitest";
import { metadataOf } from "../../testing/build-context.ts";
import { tagOf } from "./expressions.ts";
import { decideLatest, withLatest } from "./latest.ts";
import { metadataOutputs } from "./metadata.ts";

const SEMVER = "type=semver,pattern={{version}}";

/** Whether `latest` moves for tags on a ref, with the tags that stand. */
function decision(ref: string, tags: string, registry: readonly string[], flavor = "", git: readonly string[] = []) {
  return decideLatest(metadataOf({ tags, flavor }, { ref }).plan, { registry, git }, tagOf(ref));
}

describe("latest moves only to the highest stable version", () => {
  test.each([
    ["the first version", "v1.2.3", SEMVER, [], true],
    ["a higher one", "v1.2.3", SEMVER, ["1.2.2", "1.2", "1", "latest", "sha-860c190", "main"], true],
    ["by number, not by text", "v1.10.0", SEMVER, ["1.9.0"], true],
    ["the same again", "v1.2.3", SEMVER, ["1.2.3"], true],
    ["a back-port", "v1.2.4", SEMVER, ["1.3.0"], false],
    ["a back-port, with a v", "v1.2.4", SEMVER, ["v1.3.0"], false],
    ["after a greater pre-release", "v1.2.4", SEMVER, ["2.0.0-rc.1"], true],
    ["build metadata does not count", "v1.2.3+b", SEMVER, ["1.2.3"], true],
    ["a number alone is a date or a commit", "v1.2.3", SEMVER, ["20260110", "8604619"], true],
    ["a git tag that is no semver", "v1.2", "type=ref,event=tag", ["1.10"], false],
    ["a git tag that is the highest", "v1.2", "type=ref,event=tag", ["1.1"], true],
    ["PEP 440", "1.2.3", "type=pep440,pattern={{version}}", ["1.10"], false],
    ["PEP 440, against a pre-release", "1.2.3", "type=pep440,pattern={{version}}", ["1.10rc1"], true],
    ["a match", "app-1.2.3", "type=match,pattern=\\d.\\d.\\d", ["1.2.4"], false],
  ])("%s", (_, tag, tags, standing, moves) => {
    expect(decision(`refs/tags/${tag}`, tags, standing)?.moves).toBe(moves);
  });

  test.each([
    ["v1.0.0-rc.1", "type=ref,event=tag", []],
    ["v1.0.0-rc.1", `${SEMVER}\ntype=raw,value=latest`, []],
    ["1.0.0rc1", "type=ref,event=tag", []],
  ])("a pre-release never takes it: %s with %j", (tag, tags, standing) => {
    const ref = `refs/tags/${tag}`;
    expect(metadataOutputs(metadataOf({ tags }, { ref })).tags).toContain("latest");
    expect(decision(ref, tags, standing)).toEqual({ moves: false, reason: `${tag} is a pre-release` });
  });

  test("the git repository's tags count too, of the same product", () => {
    const git = (...names: string[]) => decision("refs/tags/v1.2.3", SEMVER, [], "", names)?.moves;
    expect(git("v1.2.2", "v1.2.3")).toBe(true);
    expect(git("v1.2.3", "v2.0.0")).toBe(false);
    const tags = "type=semver,pattern={{version}},match=(v.*)$";
    const product = (...names: string[]) => decision("refs/tags/p1/v1.2.3", tags, [], "", names)?.moves;
    expect(product("p1/v1.2.3", "p2/v2.0.0", "v3.0.0")).toBe(true);
    expect(product("p1/v1.2.3", "p1/v1.3.0")).toBe(false);
  });

  test("another series does not count", () => {
    const suffix = "suffix=-alpine,onlatest=true";
    expect(decision("refs/tags/v1.2.3", SEMVER, ["1.3.0", "1.2.2-alpine"], suffix)?.moves).toBe(true);
    expect(decision("refs/tags/v1.2.3", SEMVER, ["1.3.0-alpine"], suffix)?.moves).toBe(false);
    expect(decision("refs/tags/v1.2.3", SEMVER, ["1.3.0-alpine"])?.moves).toBe(true);
    expect(decision("refs/tags/v1.2.3", SEMVER, ["x-1.3.0", "9.0.0"], "prefix=x-")?.moves).toBe(false);
    expect(decision("refs/tags/v1.2.3", SEMVER, ["x-1.2.0", "9.0.0"], "prefix=x-")?.moves).toBe(true);
  });

  test("asked for by name, it follows the versions too, where there is one", () => {
    expect(decision("refs/tags/v1.2.3", SEMVER, ["1.3.0"], "latest=true")?.moves).toBe(false);
    expect(decision("refs/tags/v1.2.3", `${SEMVER}\nlatest`, ["1.3.0"])?.moves).toBe(false);
  });

  test("of a branch there is nothing to compare", () => {
    const branch = "refs/heads/main";
    expect(decision(branch, "type=raw,value=latest,enable={{is_default_branch}}\ntype=sha", ["1.3.0"])).toEqual({
      moves: true,
      reason: '"type=raw,value=latest,enable={{is_default_branch}}" asks for it',
    });
    expect(decision(branch, "type=ref,event=branch", ["1.3.0"], "latest=true")?.moves).toBe(true);
    expect(decision(branch, "type=ref,event=branch", ["1.3.0"])).toBeUndefined();
  });

  test("a git tag that is no version takes it only while there are none", () => {
    const tags = "type=ref,event=tag";
    expect(decision("refs/tags/sometag", tags, ["1.3.0"])).toEqual({
      moves: false,
      reason: '"sometag" is not a version, and "1.3.0" is',
    });
    expect(decision("refs/tags/sometag", tags, ["other", "1.3.0-rc.1"])?.moves).toBe(true);
    expect(decision("refs/tags/sometag", tags, [], "", ["v1.0.0"])?.moves).toBe(false);
  });
});

describe("what does not move", () => {
  const settled = (tags: string) => {
    const { plan } = metadataOf({ images: "acme/app", tags }, { ref: "refs/tags/v1.2.3" });
    return withLatest(plan, decideLatest(plan, { registry: ["1.3.0"], git: [] }, "v1.2.3")!);
  };

  test("is left out, with a note", () => {
    const { tags, notes } = settled(SEMVER);
    expect(tags.map(({ name }) => name)).toEqual(["1.2.3"]);
    expect(notes).toEqual(['latest does not move: "1.3.0" is greater than "v1.2.3"']);
  });

  test("is not the version either", () => {
    expect(settled(`type=raw,value=latest,priority=2000\n${SEMVER}`).version).toBe("1.2.3");
  });
});
