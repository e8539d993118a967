import { describe, expect, test } from "vitest";
import { readChecks } from "./checks.ts";

const range = (start: unknown, end = start) => ({ ranges: [{ start: { line: start }, end: { line: end } }] });
const WARNING = {
  ruleName: "FromAsCasing",
  description: "The 'as' keyword should match the case of the 'from' keyword",
  detail: "'as' and 'FROM' keywords' casing do not match",
  url: "https://docs.docker.com/go/dockerfile/rule/from-as-casing/",
  location: range(1, 2),
};
const READ = {
  text: "FromAsCasing: 'as' and 'FROM' keywords' casing do not match",
  detail: [WARNING.description],
  url: WARNING.url,
  line: 1,
  endLine: 2,
};

const read = (value: unknown, ...images: readonly string[]) => readChecks(JSON.stringify(value), images);

describe("the answer of `--call=check,format=json`", () => {
  test("of bake has the checks of each target", () => {
    const answer = {
      group: { default: { targets: ["a", "b"] } },
      target: { a: { build: {}, check: { warnings: [WARNING], sources: [] } }, b: { check: { sources: [] } } },
    };
    expect(read(answer, "a", "b")).toEqual([
      { image: "a", warnings: [READ] },
      { image: "b", warnings: [] },
    ]);
  });

  test("of a single build has its own; a Dockerfile that cannot be built has an error", () => {
    const answer = { warnings: null, sources: [], buildError: { message: "x", location: range(1) } };
    expect(read(answer, "image")).toEqual([{ image: "image", warnings: [], error: { message: "x", line: 1 } }]);
  });

  test.each<[string, unknown]>([
    ["a line that is not one", { ...WARNING, location: range("1") }],
    ["no place", { ...WARNING, location: null }],
    ["no range", { ...WARNING, location: { ranges: [] } }],
  ])("a warning with %s has no line", (_, warning) => {
    const [{ warnings } = { warnings: [] }] = read({ warnings: [warning] }, "image");
    expect(warnings).toEqual([{ text: READ.text, detail: READ.detail, url: READ.url }]);
  });

  test.each(["", "{", "null", "[]", "{}", '{"target":{}}', '{"target":{"image":{}}}'])("%j is not one", (text) => {
    expect(() => readChecks(text, ["image"])).toThrow("--call=check");
  });

  test("what is no warning is skipped", () => {
    expect(read({ warnings: [1, null, "x", []] }, "image")).toEqual([{ image: "image", warnings: [] }]);
  });
});
