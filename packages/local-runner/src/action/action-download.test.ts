import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DemoRepository } from "../../../../test/demo-repository.ts";
import { downloadAction } from "./action-download.ts";
import { parseUses } from "./uses.ts";

let origin: DemoRepository;
let actions: string;

const actionFile = (main: string) => `name: x\nruns: {using: node24, main: ${main}}\n`;

beforeEach(() => {
  origin = new DemoRepository();
  actions = mkdtempSync(join(tmpdir(), "jessy-"));
  origin.commit({ "dist/x.js": "// 1", "x/action.yml": actionFile("../dist/x.js"), "hidden.txt": "x" });
  origin.git("tag", "v1");
  origin.commit({ "dist/x.js": "// 2", ".gitattributes": "hidden.txt export-ignore\n" });
  origin.git("tag", "--annotate", "--message=two", "v2");
  origin.git("branch", "v1", "HEAD");
});

afterEach(() => {
  origin.remove();
  rmSync(actions, { recursive: true });
});

const download = (uses: string, from = origin.folder) => downloadAction(parseUses(uses), from, actions);
const script = (uses: string) => {
  const { directory, runs } = download(uses);
  return readFileSync(join(directory, runs.kind === "node24" ? runs.main : ""), "utf8");
};

test("a tag, an annotated tag, a branch and a commit; a tag goes before the branch of its name", () => {
  expect(["v1", "v2", "main", origin.head].map((ref) => script(`org/repo/x@${ref}`))).toEqual([
    "// 1",
    "// 2",
    "// 2",
    "// 2",
  ]);
  expect(download("org/repo/x@v1").directory).toBe(join(actions, "org/repo/v1/x"));
});

test("the tree is the one that an archive has, and is downloaded once", () => {
  const { directory } = download("org/repo/x@v2");
  expect(() => readFileSync(join(directory, "../hidden.txt"))).toThrow("ENOENT");
  writeFileSync(join(directory, "../dist/x.js"), "// kept");
  expect(script("org/repo/x@v2")).toBe("// kept");
});

test("a folder that is not a repository is the tree itself", () => {
  const { directory } = download("org/repo/x@v2");
  const copy = downloadAction(parseUses("org/repo/x@v9"), join(directory, ".."), join(actions, "second"));
  expect(copy.directory).toBe(join(actions, "second/org/repo/v9/x"));
});

test.each([
  ["org/repo/x@v3", /cannot be downloaded at `v3`: it has no tag or branch of that name$/],
  ["org/repo/y@v1", /^org\/repo\/y@v1 has no action\.yml in `y`$/],
  ["org/repo@v1", /^org\/repo@v1 has no action\.yml in its root$/],
  [`org/repo/x@${"1".repeat(40)}`, /cannot be downloaded at `1{40}`: /],
])("%s says what is missing", (uses, message) => {
  expect(() => download(uses)).toThrow(message);
});

test.each(["gone.js", "../../outside.js"])("an action that runs %s cannot be started", (main) => {
  origin.commit({ "z/action.yml": actionFile(main) });
  expect(() => download("org/repo/z@main")).toThrow(`org/repo/z@main runs \`${main}\`, which its tree does not have`);
});
