import { describe, expect, test } from "vitest";
import type { OwnAction } from "../packages/local-runner/src/action/kinds.ts";
import {
  actionScripts,
  linkedFiles,
  minify,
  publishedActionFile,
  publishedDocument,
  treePlaces,
} from "./published-tree.ts";

const place = (source: string, published = source) => ({ source, published });
const actions = ["x", "y"].map(
  (name): OwnAction => ({
    name,
    kind: "node24",
    file: place(`actions/${name}/action.yml`, `${name}/action.yml`),
    readme: place(`actions/${name}/README.md`, `${name}/README.md`),
    behind: name === "y" ? [place("actions/y/behind/action.yml", "y/behind/action.yml")] : [],
    isBundled: true,
  }),
);
const places = treePlaces(actions, ["x-result.v1.json"]);

test("the places of a tree", () => {
  expect(places.map(({ published }) => published)).toEqual([
    "README.md",
    "LICENSE",
    "docs/schema/x-result.v1.json",
    "x/action.yml",
    "x/README.md",
    "y/action.yml",
    "y/README.md",
    "y/behind/action.yml",
  ]);
});

describe("an action's file", () => {
  const file = actions[0]!.file;
  const text =
    "name: x # ../../dist/ stays in prose\nruns:\n  using: node24\n  pre: ../../dist/x-pre.js\n  main: ../../dist/x.js\n";

  test("moves one folder up, and nothing else of it changes", () => {
    expect(publishedActionFile(text, file, places)).toBe(
      "name: x # ../../dist/ stays in prose\nruns:\n  using: node24\n  pre: ../dist/x-pre.js\n  main: ../dist/x.js\n",
    );
    expect(actionScripts(text, "")).toEqual(["../../dist/x-pre.js", "../../dist/x.js"]);
  });

  test("the root action's stays where it is, and one behind a composite moves as far", () => {
    const root = "runs:\n  using: node24\n  main: dist/x.js\n";
    expect(publishedActionFile(root, place("action.yml"), places)).toBe(root);
    const behind = "runs:\n  using: node24\n  main: ../../../dist/y.js\n";
    expect(publishedActionFile(behind, actions[1]!.behind[0]!, places)).toContain("main: ../../dist/y.js\n");
  });

  test("a composite's uses lead to where the actions are in the tree; foreign ones stay", () => {
    const composite = [
      "runs:",
      "  using: composite",
      "  steps:",
      "    - uses: $/actions/x",
      "    - id: behind",
      "      uses: $/actions/y/behind # ours",
      "    - uses: actions/cache@0123456789012345678901234567890123456789",
      "    - {run: 'echo uses: $/actions/x', shell: bash}",
      "",
    ].join("\n");
    expect(publishedActionFile(composite, file, places).match(/uses: \S+/g)).toEqual([
      "uses: $/x",
      "uses: $/y/behind",
      "uses: actions/cache@0123456789012345678901234567890123456789",
      "uses: $/actions/x',",
    ]);
  });

  test.each([
    [
      "runs: {using: docker, image: x}",
      "x/action.yml runs with `docker`; the published tree has only JavaScript actions",
    ],
    ["name: x", "x/action.yml runs with `nothing`"],
    [
      "runs:\n  using: node24\n  main: main.js",
      "x/action.yml runs `main.js`; write a file of dist/ (`../../dist/NAME.js`)",
    ],
    ["runs:\n  using: node24\n  main: ../../dist/../x.js", "x/action.yml runs `../../dist/../x.js`"],
    [
      "runs: {using: composite, steps: [{uses: ./actions/x}]}",
      "x/action.yml uses `./actions/x`, which is the consumer's",
    ],
    [
      "runs: {using: composite, steps: [{uses: $/actions/z}]}",
      "x/action.yml uses `$/actions/z`, which the tree does not",
    ],
  ])("%j is an error", (text, message) => {
    expect(() => publishedActionFile(text, file, places)).toThrow(message);
  });
});

describe("links", () => {
  const source = { repository: "o/r", commit: "abc" };
  const blob = "https://github.com/o/r/blob/abc";
  const raw = "https://raw.githubusercontent.com/o/r/abc";

  test("of the front door: those to what the tree lacks lead to the source's commit, the others into the tree", () => {
    const text =
      "![a](docs/i.png) [b [c]](z) [d](docs/e.md#f) [g](LICENSE) [h](./LICENSE#i) [j](https://k) [l](#m) [n](mailto:o) [p](actions/x/README.md#q)";
    expect(publishedDocument(text, place("README.md"), source, places)).toBe(
      `![a](${raw}/docs/i.png) [b [c]](${blob}/z) [d](${blob}/docs/e.md#f) [g](LICENSE) [h](LICENSE#i) [j](https://k) [l](#m) [n](mailto:o) [p](x/README.md#q)`,
    );
  });

  test("of an action's README, images in HTML and linked images too", () => {
    const text = [
      "[s](../../docs/schema/x-result.v1.json) [t](../y/README.md) [u](../../docs/v.md) [w](src/main.ts) [![b](../../i.png)](../../docs/e.md)",
      '<picture><source srcset="../../d.png"><img src="../../l.png" alt="x"></picture> <a href="../../LICENSE">l</a>',
      "```md\n[code](../../docs/v.md)\n```",
    ].join("\n");
    expect(publishedDocument(text, actions[0]!.readme, source, places)).toBe(
      [
        `[s](../docs/schema/x-result.v1.json) [t](../y/README.md) [u](${blob}/docs/v.md) [w](${blob}/actions/x/src/main.ts) [![b](${raw}/i.png)](${blob}/docs/e.md)`,
        `<picture><source srcset="${raw}/d.png"><img src="${raw}/l.png" alt="x"></picture> <a href="../LICENSE">l</a>`,
        "```md\n[code](../../docs/v.md)\n```",
      ].join("\n"),
    );
    expect(linkedFiles(text)).toEqual(
      expect.arrayContaining(["../../docs/schema/x-result.v1.json", "../../i.png", "../../docs/e.md", "../../d.png"]),
    );
    expect(linkedFiles("```\n[a](b)\n```\n[c](https://d) [e](#f)")).toEqual([]);
  });
});

test("a minified script keeps the names of its errors and top-level await", async () => {
  const code = await minify(
    [
      "/* @license x */",
      "class LongNameError extends Error {}",
      "function longFunction() { return LongNameError.name; }",
      "export const value = await longFunction();",
    ].join("\n"),
  );
  expect(code).not.toMatch(/license|longFunction/);
  const { value } = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as { value: string };
  expect(value).toBe("LongNameError");
});
