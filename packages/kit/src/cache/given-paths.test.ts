import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { create } from "./given-paths.ts";

let folder: string;
let before: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "jessy-paths-")));
  before = process.cwd();
  process.chdir(folder);
});

afterEach(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true });
});

test("names of what is there become absolute paths, in their order", async () => {
  writeFileSync("file.json", "");
  mkdirSync("folder");
  const found: string[] = [];
  for await (const path of (await create("folder\nmissing\n\nfile.json")).globGenerator()) found.push(path);
  expect(found).toEqual([join(folder, "folder"), join(folder, "file.json")]);
});

test.each(["*.json", "a?", "[a]", "{a,b}", "!a", "~/a", "# a"])(
  "%s is refused: nothing here matches patterns",
  async (text) => {
    await expect((await create(text)).globGenerator().next()).rejects.toThrow("is a pattern");
  },
);
