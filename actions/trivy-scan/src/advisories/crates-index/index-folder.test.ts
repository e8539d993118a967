import { mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { folderOf } from "../../../testing/advisory-run.ts";
import { openIndexFolder } from "./index-folder.ts";

const LINE = '{"name":"serde","vers":"1.0.0","yanked":true}\n';

test("crates that it has are answered, others are not known", async () => {
  const workspace = folderOf({
    "index/se/rd/serde": LINE,
    "index/3/b/bad": "{",
    "index/3/o/one": '{"name":"two","vers":"1.0.0","yanked":false}',
  });
  mkdirSync(join(workspace, "index/1/a"), { recursive: true });
  writeFileSync(join(workspace, "index/1/b"), "");
  truncateSync(join(workspace, "index/1/b"), 50_000_001);
  const index = openIndexFolder("index", { workspace });
  expect(index.about.origin).toBe("the folder index");
  const { answers, refusals } = await index.ask(["serde", "gone", "bad", "one", "a", "b", "../x", "serde"]);
  expect([...answers]).toEqual([["serde", new Map([["1.0.0", true]])]]);
  expect(Object.fromEntries(refusals)).toEqual({
    gone: "the folder has no go/ne/gone",
    bad: "3/b/bad is not valid JSON on line 1: was it cut off?",
    one: "3/o/one is about another crate on line 1",
    a: "1/a is not a file",
    b: "1/b is larger than 50 MB",
    "../x": "is not a name that crates.io has",
  });
});

test.each(["missing", "file"])("%s is not a folder", (folder) => {
  const workspace = folderOf({ file: "" });
  expect(() => openIndexFolder(folder, { workspace })).toThrow(
    `input \`crates-index\`: there is no folder \`${folder}\``,
  );
});
