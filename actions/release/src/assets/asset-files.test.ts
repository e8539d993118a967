import { linkSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { findAssetFiles } from "./asset-files.ts";
import { namesOf } from "./hard-links.ts";

let folder: string;
let workspace: string;

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "jessy-assets-")));
  workspace = join(folder, "work/space");
  write("secrets/key", "secret");
  write("work/space/out/app", "app");
  write("work/space/.git/config", "[http] extraheader = AUTHORIZATION: basic x");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return join(folder, path);
}

const find = (pattern = "out/*") => findAssetFiles([{ pattern, name: undefined }], [], workspace, workspace);

test.each<[name: string, lay: () => void, problem: string | undefined]>([
  ["a file", () => undefined, undefined],
  [
    "one that Cargo links to its own folder",
    () => linkSync(write("work/space/out/deps/app-1a", "x"), at("x")),
    undefined,
  ],
  [
    "three names, far from one another",
    () => {
      linkSync(write("work/space/a/b/c/d", "x"), at("x"));
      linkSync(at("x"), join(workspace, "e"));
    },
    undefined,
  ],
  ["a link within the workspace", () => symlinkSync("app", at("x")), undefined],
  [
    "a link out of it",
    () => symlinkSync(join(folder, "secrets/key"), at("x")),
    "is a link that leads out of the workspace; copy the file into it",
  ],
  [
    "a hard link out of it",
    () => linkSync(join(folder, "secrets/key"), at("x")),
    "is a hard link to a file outside of the workspace, which may be anything; copy the file (`cp --no-preserve=links`)",
  ],
  [
    "a link to a hard link out of it",
    () => {
      mkdirSync(join(workspace, "in"));
      linkSync(join(folder, "secrets/key"), join(workspace, "in/key"));
      symlinkSync("../in/key", at("x"));
    },
    "is a hard link to a file outside of the workspace, which may be anything; copy the file (`cp --no-preserve=links`)",
  ],
  [
    "a hard link to the checkout's credentials",
    () => linkSync(join(workspace, ".git/config"), at("x")),
    "is a hard link to a file of `.git`, which may hold credentials",
  ],
  [
    "a link to them",
    () => symlinkSync("../.git/config", at("x")),
    "is a link to a file of `.git`, which may hold credentials",
  ],
  ["a link to their folder", () => symlinkSync("../.git", at("x")), undefined],
])("%s", async (_, lay, problem) => {
  lay();
  const { problems } = await find();
  expect(problems).toEqual(problem === undefined ? [] : [`\`out/x\` ${problem}`]);
});

const at = (name: string) => join(workspace, "out", name);

test("a linked folder does not bring the files of .git along", async () => {
  symlinkSync("../.git", at("x"));
  const { files, problems } = await find("out/x/*");
  expect(files).toEqual([]);
  expect(problems).toEqual(["`out/x/config` is a link to a file of `.git`, which may hold credentials"]);
});

test("other names are looked for beside the file first, and links lead the search nowhere", () => {
  symlinkSync(folder, join(workspace, "loop"));
  linkSync(at("app"), at("second"));
  linkSync(at("app"), join(folder, "outside"));
  const names = namesOf(at("app"), statSync(at("app")), workspace);
  expect([...names].sort()).toEqual([at("app"), at("second")]);
});
