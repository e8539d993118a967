import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ioOf } from "../../../packages/local-runner/testing/action-io.ts";
import { BASE, factsOf, HEAD, inputsOf } from "../testing/facts.ts";
import { resultWith } from "../testing/gates.ts";
import { conclude } from "./conclude.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-conclude-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

const trigger = { name: "push", branch: "feature", before: BASE, sha: HEAD } as const;

/** What the step leaves in GITHUB_OUTPUT: name and value. */
async function outputsOf(facts: Parameters<typeof conclude>[1]): Promise<Record<string, string>> {
  const io = ioOf(folder, trigger);
  const output = join(folder, "output");
  vi.stubEnv("GITHUB_OUTPUT", output);
  writeFileSync(output, "");
  await conclude(await inputsOf(), facts, io);
  vi.unstubAllEnvs();
  const text = readFileSync(output, "utf8");
  return Object.fromEntries(
    [...text.matchAll(/^(.+?)<<(.+)\n(.*)\n\2$/gm)].map(([, name, , value]) => [name!, value!]),
  );
}

test("the merged report is left in two formats, with the outputs that lead to them", async () => {
  const outputs = await outputsOf(factsOf({ head: { "src/a.rs": "1:1 2:0" } }));
  expect(Object.keys(outputs)).toEqual(["cobertura-file", "lcov-file"]);
  expect(readFileSync(outputs["lcov-file"]!, "utf8")).toContain("SF:src/a.rs\n");
  expect(readFileSync(outputs["cobertura-file"]!, "utf8")).toContain('filename="src/a.rs"');
});

test("a published result has no merged report", async () => {
  expect(await outputsOf({ kind: "published", result: resultWith() })).toEqual({});
});
