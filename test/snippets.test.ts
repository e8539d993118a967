import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readActionFile } from "../packages/local-runner/src/action-file.ts";
import { actionNames } from "../scripts/action-names.ts";

const root = resolve(import.meta.dirname, "..");
const names = actionNames(root);
const documents = ["README.md", ...names.map((name) => `actions/${name}/README.md`)];

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
      .filter(({ uses }) => uses.includes("jessy-actions/"));
    expect(ours.length).toBeGreaterThan(0);
    for (const step of ours) {
      const name = /jessy-actions\/(?:actions\/)?([\w-]+)@/.exec(step.uses)?.[1] ?? "";
      expect(names).toContain(name);
      const known = [...readActionFile(join(root, "actions", name)).inputs.keys()];
      expect(known, `${step.uses} in ${path}`).toEqual(expect.arrayContaining(Object.keys(step.with)));
    }
  });
});

test("the root README shows examples/ci.yml as it is: run `npm run readme`", () => {
  const readme = readFileSync(join(root, "README.md"), "utf8");
  const shown = /<!-- examples\/ci\.yml -->\n```yaml\n([\s\S]*?)```\n<!-- \/examples\/ci\.yml -->/.exec(readme)?.[1];
  expect(shown).toBe(readFileSync(join(root, "examples/ci.yml"), "utf8"));
});
