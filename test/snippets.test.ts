import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readActionFile } from "../packages/local-runner/src/action/action-file.ts";
import { ownActions } from "../packages/local-runner/src/action/kinds.ts";

const root = resolve(import.meta.dirname, "..");
const actions = ownActions(root);
const documents = ["README.md", ...actions.map(({ readme }) => readme.source)];

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
}

/** Every step that a YAML value holds, wherever it stands. */
function stepsIn(value: unknown): Step[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.values(value).flatMap(stepsIn);
  if (!("uses" in value) || typeof value.uses !== "string") return inner;
  const inputs = "with" in value && typeof value.with === "object" && value.with !== null ? value.with : {};
  return [{ uses: value.uses, with: inputs as Step["with"] }, ...inner];
}

const blocks = (text: string) => [...text.matchAll(/^```ya?ml\n([\s\S]*?)^```$/gm)].map((match) => match[1]!);

describe.each(documents)("the snippets of %s", (path) => {
  const snippets = blocks(readFileSync(join(root, path), "utf8"));

  test("are YAML", () => {
    expect(snippets.length).toBeGreaterThan(0);
    for (const snippet of snippets) expect(() => parse(snippet)).not.toThrow();
  });

  test("name inputs that our actions have", () => {
    const ours = snippets
      .flatMap((snippet) => stepsIn(parse(snippet)))
      .filter(({ uses }) => /\/jessy-actions[/@]/.test(uses));
    expect(ours.length).toBeGreaterThan(0);
    for (const step of ours) {
      const path = /jessy-actions(?:\/actions)?\/?([\w-]*)@/.exec(step.uses)?.[1] ?? "";
      const action = actions.find(({ file }) => dirname(file.published) === (path || "."));
      expect(action, step.uses).toBeDefined();
      const known = [...readActionFile(dirname(join(root, action!.file.source))).inputs.keys()];
      expect(known, step.uses).toEqual(expect.arrayContaining(Object.keys(step.with)));
    }
  });
});

test("the root README shows examples/ci.yml as it is: run `npm run readme`", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const shown = /<!-- examples\/ci\.yml -->\n```yaml\n([\s\S]*?)```\n<!-- \/examples\/ci\.yml -->/.exec(readme)?.[1];
  expect(shown).toBe(readFileSync(join(root, "examples/ci.yml"), "utf8"));
});
