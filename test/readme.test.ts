import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { ownActions } from "../packages/local-runner/src/action/kinds.ts";
import { withTables } from "../scripts/action-tables.ts";

const root = resolve(import.meta.dirname, "..");
const actions = ownActions(root);

test.each(actions)("the tables of $name are those of its action.yml: run `npm run readme`", ({ file, readme }) => {
  const text = readFileSync(join(root, readme.source), "utf8");
  expect(withTables(text, dirname(join(root, file.source)))).toBe(text);
});

test("the root README knows every action", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  for (const action of actions) expect(readme).toContain(action.readme.source);
});

describe("links between our own documents lead somewhere", () => {
  const documents = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "*.md"], {
    cwd: root,
    encoding: "utf8",
  })
    .trim()
    .split("\n");

  test.each(documents)("%s", (path) => {
    const text = readFileSync(join(root, path), "utf8");
    for (const [, target = ""] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)) {
      expect(existsSync(resolve(root, dirname(path), target)), `${path} links to ${target}`).toBe(true);
    }
  });
});
