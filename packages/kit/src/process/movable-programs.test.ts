import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { copyPrograms, readLinkedFiles } from "./movable-programs.ts";

describe("what ldd says", () => {
  test.each<[string, string, object | undefined]>([
    [
      "on Debian",
      `\tlinux-vdso.so.1 (0x00007ffa54acf000)
\tlibacl.so.1 => /lib/x86_64-linux-gnu/libacl.so.1 (0x00007ffa54a2f000)
\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007ffa5481f000)
\t/lib64/ld-linux-x86-64.so.2 (0x00007ffa54ad1000)
`,
      {
        loader: "/lib64/ld-linux-x86-64.so.2",
        libraries: new Map([
          ["libacl.so.1", "/lib/x86_64-linux-gnu/libacl.so.1"],
          ["libc.so.6", "/lib/x86_64-linux-gnu/libc.so.6"],
        ]),
      },
    ],
    [
      "on Alpine",
      "\t/lib/ld-musl-x86_64.so.1 (0x7f1)\n\tlibc.musl-x86_64.so.1 => /lib/ld-musl-x86_64.so.1 (0x7f1)\n",
      {
        loader: "/lib/ld-musl-x86_64.so.1",
        libraries: new Map([["libc.musl-x86_64.so.1", "/lib/ld-musl-x86_64.so.1"]]),
      },
    ],
    [
      "on Arch",
      "\tlibc.so.6 => /usr/lib/libc.so.6 (0x7f1)\n\t/lib64/ld-linux-x86-64.so.2 => /usr/lib64/ld-linux-x86-64.so.2 (0x7f2)\n",
      { loader: "/usr/lib64/ld-linux-x86-64.so.2", libraries: new Map([["libc.so.6", "/usr/lib/libc.so.6"]]) },
    ],
    ["of a static program", "\tstatically linked\n", undefined],
    ["of something else", "not a dynamic executable\n", undefined],
    ["of nothing", "", undefined],
  ])("%s", (_, text, expected) => {
    expect(readLinkedFiles(text)).toEqual(expected);
  });
});

describe.skipIf(process.platform !== "linux")("programs", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "jessy-programs-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const copy = (names: readonly string[], environment = process.env) =>
    copyPrograms(names, join(folder, "tools"), { cwd: folder, environment });

  test("start by their own loader and libraries alone", async () => {
    await copy(["sh", "tar", "rm"]);
    const at = (name: string) => join(folder, "tools", name);
    writeFileSync(join(folder, "file"), "content");
    const run = (...args: string[]) =>
      execFileSync(at("ld.so"), ["--library-path", at("lib"), ...args], { cwd: folder, env: {}, encoding: "utf8" });
    run(at("tar"), "-cf", "a.tar", "file");
    expect(run(at("sh"), "-c", `${at("ld.so")} --library-path ${at("lib")} ${at("tar")} -xOf a.tar`)).toBe("content");
    run(at("rm"), "file");
    expect(readdirSync(folder).sort()).toEqual(["a.tar", "tools"]);
  });

  test("that are not there are named", async () => {
    await expect(copy(["nowhere-to-be-found"])).rejects.toThrow("this runner has no `nowhere-to-be-found`");
  });

  test("without a loader are named", async () => {
    writeFileSync(join(folder, "script"), "#!/bin/sh\n", { mode: 0o755 });
    const environment = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    await expect(copy(["script"], environment)).rejects.toThrow("`script` of this runner cannot be moved");
  });
});
