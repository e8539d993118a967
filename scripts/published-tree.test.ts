import { describe, expect, test } from "vitest";
import { actionScripts, minify, publishedActionFile, publishedReadme } from "./published-tree.ts";

describe("an action's file", () => {
  const text =
    "name: x # ../../dist/ stays in prose\nruns:\n  using: node24\n  pre: ../../dist/x-pre.js\n  main: ../../dist/x.js\n";

  test("moves one folder up, and nothing else of it changes", () => {
    expect(publishedActionFile(text, "actions/x/action.yml")).toBe(
      "name: x # ../../dist/ stays in prose\nruns:\n  using: node24\n  pre: ../dist/x-pre.js\n  main: ../dist/x.js\n",
    );
    expect(actionScripts(text, "")).toEqual(["../../dist/x-pre.js", "../../dist/x.js"]);
  });

  test.each([
    ["runs: {using: composite, steps: []}", "a runs with `composite`; the published tree has only JavaScript actions"],
    ["name: x", "a runs with `nothing`"],
    ["runs:\n  using: node24\n  main: main.js", "a runs `main.js`; write a file of dist/"],
    ["runs:\n  using: node24\n  main: ../../dist/../x.js", "a runs `../dist/../x.js`"],
  ])("%j is an error", (text, message) => {
    expect(() => publishedActionFile(text, "a")).toThrow(message);
  });
});

test("links to what the tree lacks lead to the source's commit; the others stay", () => {
  const source = { repository: "o/r", commit: "abc" };
  const text =
    "![a](docs/i.png) [b [c]](x) [d](docs/e.md#f) [g](LICENSE) [h](./LICENSE#i) [j](https://k) [l](#m) [n](mailto:o)";
  expect(publishedReadme(text, source, new Set(["LICENSE"]))).toBe(
    "![a](https://raw.githubusercontent.com/o/r/abc/docs/i.png) [b [c]](x) [d](https://github.com/o/r/blob/abc/docs/e.md#f) [g](LICENSE) [h](./LICENSE#i) [j](https://k) [l](#m) [n](mailto:o)",
  );
});

test("a minified script keeps its names and top-level await", async () => {
  const code = await minify(
    "/* @license x */\nclass LongName extends Error {}\nfunction longFunction() { return LongName.name; }\nexport const value = await longFunction();\n",
  );
  expect(code).not.toContain("license");
  const { value } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { value: string };
  expect(value).toBe("LongName");
});
