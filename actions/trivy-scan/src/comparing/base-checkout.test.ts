import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DemoRepository } from "../../../../test/demo-repository.ts";
import { exampleEvent, repositoryIo } from "../../testing/repository-io.ts";
import { checkOutBase } from "./base-checkout.ts";

let demo: DemoRepository;
let temporary: string;

beforeEach(() => {
  demo = new DemoRepository();
  temporary = mkdtempSync(join(tmpdir(), "jessy-checkout-"));
});

afterEach(() => {
  expect(existsSync(join(temporary, "pwned")), "a program ran that must not run").toBe(false);
  expect(demo.git("worktree", "list", "--porcelain").match(/^worktree/gm)).toHaveLength(1);
  demo.remove();
  rmSync(temporary, { recursive: true, force: true });
});

const checkOut = (commit: string, workspace = demo.folder) =>
  checkOutBase(commit, repositoryIo(workspace, exampleEvent(), temporary));

/** Files below a folder, sorted. */
function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

const read = (folder: string, file: string) => readFileSync(join(folder, file), "utf8");
const program = () => {
  const path = join(temporary, "evil");
  writeFileSync(path, `#!/bin/sh\ntouch ${temporary}/pwned\ncat\n`, { mode: 0o755 });
  return path;
};

test("the files of the base alone: none of the head, none that git does not track, no repository", async () => {
  const base = demo.commit({ "Cargo.lock": "1\n", "a b/ü": "2\n" });
  execFileSync("ln", ["-s", "/etc/passwd", "link"], { cwd: demo.folder });
  const head = demo.commit({ "Cargo.lock": "3\n", "new": "4\n" });
  demo.write({ stray: "5\n" });
  const folder = await checkOut(base);
  expect(folder).toBe(join(temporary, "base"));
  expect(filesOf(folder)).toEqual(["Cargo.lock", "a b/ü"]);
  expect(read(folder, "Cargo.lock")).toBe("1\n");
  // What an earlier run left is gone.
  expect(filesOf(await checkOut(head))).toEqual(["Cargo.lock", "a b/ü", "link", "new"]);
  expect(lstatSync(join(folder, "link")).isSymbolicLink()).toBe(true);
  expect(demo.git("status", "--porcelain")).toBe("?? stray");
});

test("from a workspace below the root", async () => {
  const base = demo.commit({ "sub/a": "1\n" });
  expect(filesOf(await checkOut(base, join(demo.folder, "sub")))).toEqual(["sub/a"]);
});

test("a temporary folder that does not exist yet", async () => {
  const base = demo.commit({ a: "1\n" });
  temporary = join(temporary, "x/y");
  expect(filesOf(await checkOut(base))).toEqual(["a"]);
});

describe("what a change, or a step before, prepared", () => {
  test("hooks", async () => {
    const base = demo.commit({ a: "1\n" });
    const hooks = join(demo.folder, ".git/hooks");
    mkdirSync(hooks, { recursive: true });
    writeFileSync(join(hooks, "post-checkout"), `#!/bin/sh\ntouch ${temporary}/pwned\n`, { mode: 0o755 });
    demo.git("config", "core.hooksPath", hooks);
    expect(filesOf(await checkOut(base))).toEqual(["a"]);
  });

  test.each(["smudge", "process"])("a filter's %s, such as Git LFS has", async (key) => {
    const base = demo.commit({ ".gitattributes": "*.lock filter=lfs\n", "Cargo.lock": "pointer\n" });
    demo.git("config", `filter.lfs.${key}`, program());
    demo.git("config", "filter.lfs.required", "true");
    expect(read(await checkOut(base), "Cargo.lock")).toBe("pointer\n");
  });

  test("attributes of the head do not change the base", async () => {
    const base = demo.commit({ "Cargo.lock": "1\n2\n" });
    demo.commit({ ".gitattributes": "*.lock eol=crlf\n" });
    expect(read(await checkOut(base), "Cargo.lock")).toBe("1\n2\n");
  });

  test("attributes of the clone are refused", async () => {
    const base = demo.commit({ "Cargo.lock": "1\n2\n" });
    mkdirSync(join(demo.folder, ".git/info"), { recursive: true });
    writeFileSync(join(demo.folder, ".git/info/attributes"), "*.lock eol=crlf\n");
    await expect(checkOut(base)).rejects.toThrow("changes what git checks out, and no commit says so; remove it");
  });

  test("a sparse checkout is none of the base's", async () => {
    const base = demo.commit({ "a/x": "1\n", "b/x": "1\n" });
    demo.git("sparse-checkout", "set", "a");
    expect(filesOf(await checkOut(base))).toEqual(["a/x", "b/x"]);
  });
});

describe("submodules", () => {
  /** Has one at `lib`, checked out. @returns its commit. */
  function addSubmodule(): string {
    const origin = new DemoRepository();
    const commit = origin.commit({ "Cargo.lock": "of a submodule\n", "x/y": "1\n" });
    demo.git("-c", "protocol.file.allow=always", "submodule", "add", "--quiet", origin.folder, "lib");
    demo.git("commit", "--quiet", "--message=submodule");
    origin.remove();
    return commit;
  }

  test("one that has not moved is the workspace's", async () => {
    addSubmodule();
    const base = demo.head;
    demo.commit({ a: "1\n" });
    expect(filesOf(await checkOut(base))).toEqual([".gitmodules", "lib/Cargo.lock", "lib/x/y"]);
  });

  test("one that has moved, or is not checked out, is empty", async () => {
    const commit = addSubmodule();
    const base = demo.head;
    execFileSync("git", ["commit", "--quiet", "--allow-empty", "--message=x"], {
      cwd: join(demo.folder, "lib"),
      env: {
        PATH: process.env.PATH,
        ...Object.fromEntries(
          ["AUTHOR", "COMMITTER"].flatMap((who) => [
            [`GIT_${who}_NAME`, "D"],
            [`GIT_${who}_EMAIL`, "d@example.com"],
          ]),
        ),
      },
    });
    expect(filesOf(await checkOut(base))).toEqual([".gitmodules"]);
    execFileSync("git", ["checkout", "--quiet", commit], { cwd: join(demo.folder, "lib") });
    expect(filesOf(await checkOut(base))).toContain("lib/Cargo.lock");
    rmSync(join(demo.folder, "lib"), { recursive: true });
    mkdirSync(join(demo.folder, "lib"));
    expect(filesOf(await checkOut(base))).toEqual([".gitmodules"]);
  });
});
