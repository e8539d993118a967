import { UserError } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../reading/testing/depth.ts";
import { metadataOf, tagsOf } from "../../testing/build-context.ts";
import { parseReference } from "../reference.ts";
import { tagProblem } from "../tag-name.ts";
import { metadataOutputs, parseShortShaLength, references } from "./metadata.ts";

describe("what is as in metadata-action, odd or not", () => {
  test.each([
    ["refs/heads/a&b", "type=ref,event=branch\n{{branch}}\n{{{branch}}}x", ["a-b", "a-amp-b", "a-bx"]],
    ["refs/heads/my/branch", "type=ref,event=branch", ["my-branch"]],
    ["refs/heads/a//**b", "type=ref,event=branch", ["a-b"]],
    ["refs/tags/0.3.0", "type=semver,pattern={{major}}", ["0", "latest"]],
    [
      "refs/tags/v1.0.0-rc.1",
      "type=semver,pattern={{major}}.{{minor}}\ntype=semver,pattern={{raw}}",
      ["1.0.0-rc.1", "v1.0.0-rc.1"],
    ],
    [
      "refs/tags/v1.2.3",
      "type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}",
      ["1.2.3", "1.2", "latest"],
    ],
    ["refs/tags/p1/v1.2.3", "type=semver,pattern={{version}},match=v(\\d.\\d.\\d)$", ["1.2.3", "latest"]],
    ["refs/tags/1.2.3post1", "type=pep440,pattern={{major}}", ["1.2.3.post1"]],
    // As metadata-action joins the parts of a local version.
    ["refs/tags/1.2.3+build.5", "type=pep440,pattern={{version}}", ["1.2.3-build-5", "latest"]],
    ["refs/tags/1.2.3rc1+a.b.7", "type=pep440,pattern={{version}}", ["1.2.3rc1-a-b-7"]],
    ["refs/tags/1.2.3+build.5", "type=pep440,pattern={{raw}}", ["1.2.3-build.5", "latest"]],
    [
      "refs/tags/v1.2.3+b.1",
      "type=semver,pattern={{version}}\ntype=semver,pattern={{raw}}",
      ["1.2.3", "v1.2.3-b.1", "latest"],
    ],
    ["refs/tags/v1.2.3", "type=raw,value=latest\ntype=semver,pattern={{version}}", ["1.2.3", "latest", "latest"]],
    ["refs/heads/main", "type=semver,pattern={{version}}", []],
    ["refs/pull/318/merge", "", ["pr-318"]],
    ["refs/heads/dev", "type=edge\ntype=edge,branch=dev\ntype=sha", ["edge", "sha-860c190"]],
    ["refs/heads/main", "{{date YYYY}}", ["2020-01-10T00-30-00Z"]],
    ["refs/tags/v1", "type=match,pattern=/\\d/g,group=0", ["1", "latest"]],
    ["refs/tags/v1.2.3", "type=match,pattern=v(.*),group=9", []],
    [
      "refs/heads/main",
      "type=raw,value=on-{{branch}},enable={{is_default_branch}}\noff,enable={{is_not_default_branch}}",
      ["on-main"],
    ],
  ])("%s with %j", (ref, tags, expected) => {
    expect(tagsOf(tags, ref)).toEqual(expected);
  });

  test("prefix and suffix of a rule replace those of the flavor, which never reach sha and pr", () => {
    const tags = "type=ref,event=branch\ntype=raw,a,prefix=x-\ntype=raw,b,suffix=\ntype=sha";
    expect(tagsOf(tags, "refs/heads/main", "prefix=p-\nsuffix=-s")).toEqual([
      "p-main-s",
      "x-a-s",
      "p-b",
      "sha-860c190-s",
    ]);
  });

  test("events whose commit is the default branch's", () => {
    const tags = (eventName: string, ref: string) =>
      metadataOutputs(metadataOf({ tags: "x,enable={{is_default_branch}}" }, { eventName, ref })).tags;
    expect(tags("schedule", "refs/heads/other")).toEqual(["x"]);
    expect(tags("issues", "refs/heads/other")).toEqual(["x"]);
    expect(tags("push", "refs/heads/other")).toEqual([]);
    expect(tags("push", "")).toEqual([]);
  });
});

describe("what is not, since a reference would be invalid or dangerous", () => {
  test.each([
    ["refs/heads/#5", "type=ref,event=branch", '"#5" cannot be a tag: the tag "-5" begins with "-"'],
    ["refs/heads/.x", "type=ref,event=branch", 'the tag ".x" begins with "."'],
    [`refs/heads/${"x".repeat(200)}`, "type=ref,event=branch", "has 200 characters; a tag has at most 128"],
    ["refs/pull/1/merge", "type=sha,prefix={{branch}}-", '"-860c190" cannot be a tag'],
    ["refs/heads/\u00e9", "type=ref,event=branch", 'the tag "-" begins with "-"'],
    ["refs/heads/latest", "type=ref,event=branch", "a branch with this name would move the tag that everyone pulls"],
    ["refs/heads/latest", "{{branch}}", "a branch with this name would move the tag that everyone pulls"],
    ["refs/heads/main", "type=raw,a,enable=yes", 'enable gives "yes"; it must give true or false'],
    ["refs/heads/main", "type=raw,{{date ''}}", "{{date}} needs one format; write {{date 'YYYYMMDD'}}"],
    [
      "refs/heads/main",
      "type=raw,value={{date 'YYYY' zone='UTC'}}",
      "{{date}} does not know \"zone\"; it takes tz='UTC'",
    ],
    ["refs/heads/main", "type=raw,value={{date 'YYYY' tz='Mars'}}", '"Mars" is not a time zone'],
    ["refs/tags/v1", "type=semver,pattern={{version}},match=v", "gives no group"],
  ])("%s with %j", (ref, tags, message) => {
    expect(() => tagsOf(tags, ref)).toThrow(message);
    expect(() => tagsOf(tags, ref)).toThrow(UserError);
  });

  test("the repository's own branch may be called latest", () => {
    const repository = { name: "", description: "", htmlUrl: "", licence: "", defaultBranch: "latest" };
    const { plan } = metadataOf({ tags: "type=ref,event=branch" }, { ref: "refs/heads/latest", repository });
    expect(plan.tags.map(({ name }) => name)).toEqual(["latest"]);
  });

  test("each rule that is wrong is told", () => {
    expect(() => tagsOf("{{branch}}\ntype=ref,event=branch\na,enable=1", "refs/heads/#5")).toThrow(
      /line "type=ref[\s\S]*line "\{\{branch[\s\S]*line "a,enable=1"/,
    );
  });

  test("a new branch is not the default branch, whatever the event", () => {
    const context = { eventName: "create", ref: "refs/heads/dev" };
    expect(metadataOf({ tags: "latest,enable={{is_default_branch}}" }, context).plan.tags).toEqual([]);
  });

  test("a template in the flavor's prefix is written out in latest too", () => {
    expect(tagsOf("type=ref,event=branch", "refs/heads/main", "latest=true\nprefix={{branch}}-,onlatest=true")).toEqual(
      ["main-main", "main-latest"],
    );
  });

  test("with all images disabled nothing is tagged, instead of docker.io/library/main", () => {
    const metadata = metadataOf({ images: "acme/app,enable=false" });
    expect(metadataOutputs(metadata)).toMatchObject({ tags: [], "tag-names": ["main"] });
    expect(references(metadata)).toEqual([]);
  });

  test("a label keeps its lines in the JSON", () => {
    const { json } = metadataOutputs(metadataOf({ labels: '"a=b\nc"\n__proto__=x' }));
    expect(json.labels.a).toBe("b\nc");
    expect(Object.hasOwn(json.labels, "__proto__")).toBe(true);
  });

  test.each(["0", "-1", "1.5", "x", "", " "])("short commits of %j characters", (text) => {
    expect(() => parseShortShaLength(text)).toThrow("is not a length for short commits");
  });
});

describe("full versions do not move", () => {
  const immutable = (tags: string, ref: string, flavor = "") =>
    metadataOf({ tags, flavor }, { ref }).plan.tags.flatMap(({ name, isImmutable }) => (isImmutable ? name : []));

  test.each([
    [
      "type=semver,pattern={{version}}\ntype=semver,pattern={{major}}.{{minor}}\ntype=semver,pattern=v{{major}}",
      ["1.2.3"],
    ],
    ["type=semver,pattern={{raw}}\ntype=semver,pattern={{major}}.{{minor}}.{{patch}}", ["v1.2.3", "1.2.3"]],
    ["type=semver,pattern={{version}},suffix=-alpine", ["1.2.3-alpine"]],
    ["type=ref,event=tag", ["v1.2.3"]],
    ["type=match,pattern=\\d.\\d.\\d", ["1.2.3"]],
    ["type=match,pattern=\\d.\\d", []],
    ["type=pep440,pattern={{version}}\ntype=pep440,pattern={{major}}.{{minor}}", ["1.2.3"]],
    ["type=raw,value=1.2.3", ["1.2.3"]],
    ["type=raw,value=edge\ntype=sha\ntype=sha,format=long", []],
    ["type=raw,value={{date 'Y.M.D'}}", []],
  ])("%j", (tags, expected) => {
    expect(immutable(tags, "refs/tags/v1.2.3")).toEqual(expected);
  });

  test("a branch that is called like a version cannot replace it", () => {
    expect(immutable("type=ref,event=branch", "refs/heads/1.2.3")).toEqual(["1.2.3"]);
  });

  test("a local version", () => {
    expect(immutable("type=pep440,pattern={{version}}", "refs/tags/1.2.3+build.5")).toEqual(["1.2.3-build-5"]);
  });

  test("a pre-release and a flavor's prefix", () => {
    expect(immutable("type=semver,pattern={{major}}", "refs/tags/v1.0.0-rc.1", "prefix=x-")).toEqual(["x-1.0.0-rc.1"]);
  });
});

test("notes say why a rule gave nothing", () => {
  const { plan } = metadataOf(
    { tags: "type=semver,pattern={{version}}\ntype=match,pattern=z\ntype=sha,prefx=a" },
    { ref: "refs/tags/sometag" },
  );
  expect(plan.notes).toEqual([
    '`tags` line "type=semver,pattern={{version}}": "sometag" is not a version by https://semver.org',
    '`tags` line "type=match,pattern=z": "pattern=z" does not match "sometag"',
    '`tags` line "type=sha,prefx=a": "prefx" is ignored: type=sha does not know it; did you mean prefix?',
  ]);
});

test("any name of a branch, tag or title gives valid references or a named error", () => {
  const name = fc.oneof(
    fc.string({ maxLength: 60 }),
    fc.string({ unit: "binary", maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(..."a1.-_/#&'\"{}=,v"), maxLength: 200 }),
    fc.constantFrom("latest", "1.2.3", "v1.2.3-rc.1", "$(rm -rf /)", "`x`", "'; x", "\u202e", "a\nb"),
  );
  const tags = [
    "type=ref,event=branch",
    "type=ref,event=tag",
    "type=ref,event=pr",
    "type=semver,pattern={{version}}",
    "type=pep440,pattern={{raw}}",
    "type=match,pattern=.*",
    "type=raw,value={{branch}}{{tag}}{{base_ref}}-x",
    "type=sha,prefix={{branch}}-",
  ].join("\n");
  const kind = fc.constantFrom("refs/heads/", "refs/tags/", "refs/pull/", "");
  fc.assert(
    fc.property(name, kind, (text, prefix) => {
      try {
        const labels = "title={{branch}}";
        const repository = { name: text, description: text, htmlUrl: text, licence: text, defaultBranch: text };
        const context = { ref: `${prefix}${text}`, baseRef: text, repository };
        const metadata = metadataOf({ images: "acme/app\nghcr.io/acme/app", tags, labels }, context);
        const outputs = metadataOutputs(metadata);
        for (const tag of outputs.tags) parseReference(tag);
        for (const tag of outputs["tag-names"]) expect(tagProblem(tag)).toBeUndefined();
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
    runs(3000),
  );
});

test("a very long name takes no longer than its length", () => {
  for (const unit of ["a", "-", "/", "&", "1.", "{{", "v1.2.3-", "#"]) {
    expect(() => tagsOf("type=ref,event=branch\n{{branch}}", `refs/heads/${unit.repeat(50_000)}`)).toThrow(UserError);
    const tags = "type=semver,pattern={{version}}\ntype=pep440,pattern={{version}}";
    expect(tagsOf(tags, `refs/tags/${unit.repeat(50_000)}`)).toEqual([]);
  }
});
