import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DemoRepository, sourceOf } from "../../../../test/demo-repository.ts";
import { Git } from "./git.ts";
import { parseChanges } from "./listing.ts";

let demo: DemoRepository;

beforeEach(() => {
  demo = new DemoRepository();
});

afterEach(() => demo.remove());

const git = () => new Git(demo.folder, { environment: { PATH: process.env.PATH, HOME: "/nonexistent" } });

async function changes(base: string, head: string) {
  const { paths, renames } = await git().changes(base, head);
  return { paths: [...paths].sort(), renames: Object.fromEntries(renames) };
}

describe("what differs between two commits", () => {
  test("added, edited, removed, moved, moved and edited, copied, another kind of file", async () => {
    const base = demo.commit({
      edited: "1\n",
      gone: "2\n",
      "a/lock": sourceOf(40),
      "b/x y": sourceOf(40, "b"),
      origin: sourceOf(40, "c"),
      kind: "3\n",
      same: "4\n",
    });
    for (const [from, to] of [
      ["a/lock", "new\nfolder/lock"],
      ["b/x y", "ünï"],
    ] as const) {
      mkdirSync(join(demo.folder, to, ".."), { recursive: true });
      demo.git("mv", from, to);
    }
    demo.git("rm", "--quiet", "gone");
    demo.write({ ünï: `${sourceOf(40, "b")}more\n`, edited: "5\n", added: "6\n", copy: sourceOf(40, "c") });
    execFileSync("ln", ["-sf", "same", "kind"], { cwd: demo.folder });
    const head = demo.commit({});
    const moved = { "a/lock": "new\nfolder/lock", "b/x y": "ünï" };
    const all = ["edited", "gone", "kind", "added", "copy", ...Object.keys(moved), ...Object.values(moved)];
    expect(await changes(base, head)).toEqual({ paths: all.sort(), renames: moved });
    expect(await changes(base, base)).toEqual({ paths: [], renames: {} });
  });

  test("two files that change places have not moved: each has another content", async () => {
    const base = demo.commit({ a: sourceOf(40), b: sourceOf(40, "b") });
    const head = demo.commit({ a: sourceOf(40, "b"), b: sourceOf(40) });
    expect(await changes(base, head)).toEqual({ paths: ["a", "b"], renames: {} });
  });

  test("what the clone says of renames does not count", async () => {
    const base = demo.commit({ a: sourceOf(40) });
    demo.git("mv", "a", "b");
    const head = demo.commit({ ".gitattributes": "* -diff\n" });
    for (const [key, value] of [
      ["diff.renames", "false"],
      ["diff.renameLimit", "1"],
      ["diff.noprefix", "true"],
    ] as const)
      demo.git("config", key, value);
    expect((await changes(base, head)).renames).toEqual({ a: "b" });
  });

  test("only files of which a line that differs matches", async () => {
    const base = demo.commit({ a: "x: 1\n", b: "x: 1\n", c: "\0x\n", moved: `${sourceOf(40)}x: 1\n` });
    demo.git("mv", "moved", "other");
    const head = demo.commit({
      a: "x: 1\ny\n",
      b: "z\nx: 2\n",
      c: "\0x: 1\n",
      other: `${sourceOf(40)}x: 1\nx: 2\n`,
      ".gitattributes": "* -diff\n",
    });
    const { paths, renames } = await git().changes(base, head, "(x|y): ");
    expect([paths.toSorted(), [...renames]]).toEqual([["b", "c", "moved", "other"], [["moved", "other"]]]);
  });

  test("a submodule at another commit", async () => {
    const one = demo.commit({ a: "1\n" });
    const gitlink = (id: string) => demo.git("update-index", "--add", "--cacheinfo", `160000,${id},lib`);
    gitlink(one);
    demo.git("commit", "--quiet", "--message=one");
    const base = demo.head;
    gitlink(base);
    demo.git("commit", "--quiet", "--message=two");
    expect((await changes(base, demo.head)).paths).toEqual(["lib"]);
    expect(await git().submodules(demo.head)).toEqual(new Map([["lib", base]]));
  });

  test("a folder of 6,000 files that was renamed, one of them edited", async () => {
    const commits = ["old", "new"].map((folder, at) => {
      const files = Array.from({ length: 6000 }, (_, file) => {
        const text = `${sourceOf(20, String(file))}${at === 1 && file === 7 ? "edited\n" : ""}`;
        return `M 644 inline ${folder}/f${file}.lock\ndata ${Buffer.byteLength(text)}\n${text}\n`;
      });
      const message = `commit refs/heads/${folder}\ncommitter D <d@example.com> ${at} +0000\ndata 1\nm\n`;
      execFileSync("git", ["fast-import", "--quiet"], { cwd: demo.folder, input: message + files.join("") });
      return demo.git("rev-parse", folder);
    });
    const { renames } = await git().changes(commits[0]!, commits[1]!);
    expect(renames.size).toBe(6000);
    expect(renames.get("old/f7.lock")).toBe("new/f7.lock");
  });

  test("a name that is not UTF-8 is a path, and no rename", () => {
    const moved = Buffer.from("R100\0a\xff\0b\xff\0M\0c\0", "latin1").toString();
    const { paths, renames } = parseChanges(moved);
    expect(paths).toEqual(["a\ufffd", "b\ufffd", "c"]);
    expect(renames.size).toBe(0);
  });
});

test("what is not tracked: files, and folders as a whole", async () => {
  demo.commit({ ".gitignore": "target\n", "src/a": "1\n" });
  demo.write({ "src/b c": "", "target/debug/x": "", "target/y": "", "new\nline": "" });
  mkdirSync(join(demo.folder, "empty"));
  mkdirSync(join(demo.folder, "other"));
  execFileSync("git", ["init", "--quiet", join(demo.folder, "other")]);
  writeFileSync(join(demo.folder, "other/lock"), "");
  expect((await git().untrackedEntries()).sort()).toEqual(["new\nline", "other/", "src/b c", "target/"]);
});
