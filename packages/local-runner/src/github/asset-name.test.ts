import { expect, test } from "vitest";
import { assetName } from "./asset-name.ts";

test.each([
  ["tool-1.2.3_x86@64+b.tar.gz", "tool-1.2.3_x86@64+b.tar.gz"],
  ["a tool.zip", "a.tool.zip"],
  ["a (1)  b.zip", "a.1.b.zip"],
  ["tool.zip ", "tool.zip"],
  ["a..b.zip", "a.b.zip"],
  ["café.txt", "cafe.txt"],
  [".bashrc", "default.bashrc"],
  ["日本.zip", "default.zip"],
  ["日本", "default."],
  ["naïve", "default.naive"],
  ["a/b.txt", "a.b.txt"],
])("%j becomes %j", (given, name) => {
  expect(assetName(given)).toBe(name);
});
