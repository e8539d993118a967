import { UserErrors } from "@jessy-actions/reading/user-error";
import { describe, expect, test } from "vitest";
import { linesOf } from "../../testing/build-context.ts";
import { flavorOf, parseFlavorLine } from "./flavor.ts";
import { parseImageLine } from "./image-list.ts";
import { parseTagInputs } from "./tag-inputs.ts";

describe("images", () => {
  const names = (text: string) => parseTagInputs(linesOf({ images: text })).images.map(({ name }) => name);

  test.each([
    ["name/foo", ["name/foo"]],
    ["name/foo,name/bar", ["name/foo", "name/bar"]],
    ["name/foo\nname/bar", ["name/foo", "name/bar"]],
    [
      "name=name/bar\nname/foo,enable=false\nname=ghcr.io/UserName/Foo,enable=true",
      ["name/bar", "ghcr.io/username/foo"],
    ],
    ["# none\nacme/app", ["acme/app"]],
    ["", []],
  ])("%j", (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  test.each([
    ["value=name/foo", '"value" is not known; write name= and enable='],
    ["name/foo,enable=bar", '"enable=bar" is not known'],
    ["name=,enable=true", "it has no name"],
    ["name/foo,name=name/bar", 'it names two images, "name/foo" and "name/bar"; write each on a line of its own'],
    ["a/b,c/d\ne/f", 'it names two images, "a/b" and "c/d"'],
    ["a/b,,c/d", "is empty"],
    ["acme/app:1.0", 'it has the tag "1.0"; write "acme/app" here, and the tag in `tags`'],
    ["https://ghcr.io/acme/app", 'it begins with "https://"; write "ghcr.io/acme/app"'],
    ["User/App_", '"app_" in "user/app_" ends with "_"'],
    ["acme/app/", 'it ends with a slash; write "acme/app"'],
    ["ghcr.io", "is a registry without a repository"],
    ["name=a=b", 'holds "="'],
    ["a/b$(x)", 'holds "$"'],
  ])("%j is an error", (text, message) => {
    expect(() => names(text)).toThrow(message);
  });

  test("a disabled image may have any name, as from a variable that is empty", () => {
    expect(parseImageLine("name=/app,enable=false", true)).toEqual([]);
  });
});

describe("flavor", () => {
  const flavor = (...lines: string[]) => flavorOf(lines.map(parseFlavorLine));

  test.each([
    [["latest=true"], { latest: "true" }],
    [["latest=false", "prefix=dev-", "suffix=-alpine"], { latest: "false", prefix: ["dev-"], suffix: ["-alpine"] }],
    [["prefix=dev-,onlatest=true"], { prefix: ["dev-"], prefixesLatest: true, suffixesLatest: false }],
    [["prefix=dev-,onlatest=true", "suffix=-a,onlatest=true"], { prefixesLatest: true, suffixesLatest: true }],
    [["prefix= "], { prefix: [] }],
    [["latest=true", "latest=auto"], { latest: "auto" }],
    [["onlatest=true"], { prefixesLatest: false, suffixesLatest: false }],
  ])("%j", (lines, expected) => {
    expect(flavor(...lines)).toMatchObject(expected);
  });

  test.each([
    ["randomstr", '"randomstr" is not known; write latest=, prefix=, suffix=, onlatest='],
    ["unknown=foo", '"unknown" is not known'],
    ["latest", '"latest" is not known'],
    ["latest=foo", '"latest=foo" is not known; write latest=auto, latest=true or latest=false'],
    ["prefix=a,onlatest=yes", '"onlatest=yes" is not known'],
    ["prefix={{vesion}}", "{{vesion}} is not an expression here"],
  ])("%s is an error", (line, message) => {
    expect(() => flavor(line)).toThrow(message);
  });
});

test("everything wrong in all inputs is told at once, each with its line", () => {
  const texts = {
    images: "Acme/app_\nb/c",
    tags: "type=foo\ntype=sha\ntype=match",
    flavor: "latest=maybe",
    labels: "a={{x}}",
    annotations: "{{#if}}",
  };
  const problems = problemsOf(() => parseTagInputs(linesOf(texts)));
  expect(problems.map((problem) => problem.split(": ")[0])).toEqual([
    'input `images`, line "Acme/app_"',
    'input `tags`, line "type=foo"',
    'input `tags`, line "type=match"',
    'input `flavor`, line "latest=maybe"',
    'input `labels`, line "a={{x}}"',
    'input `annotations`, line "{{#if}}"',
  ]);
});

function problemsOf(action: () => unknown): readonly string[] {
  try {
    action();
  } catch (error) {
    if (error instanceof UserErrors) return error.problems;
  }
  return [];
}
