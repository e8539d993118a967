import { chmodSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { Git } from "@jessy-actions/kit/git/git";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DemoRepository } from "../../../../test/demo-repository.ts";
import { type Binaries, type BuiltSides, hashBinaries, tellIdentity } from "./binaries.ts";

let demo: DemoRepository;

beforeEach(() => {
  demo = new DemoRepository();
});

afterEach(() => demo.remove());

const hash = (patterns: readonly string[] = []) =>
  hashBinaries(demo.folder, new Git(demo.folder, { environment: { PATH: process.env.PATH } }), patterns);

/** Files that begin as an ELF program does, and may be run. */
function build(files: Readonly<Record<string, string>>): void {
  demo.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, `\u007fELF${text}`])));
  for (const path of Object.keys(files)) chmodSync(join(demo.folder, path), 0o755);
}

describe("what a build made", () => {
  test("are the programs that git does not track, ignored ones too", async () => {
    demo.commit({ ".gitignore": "target/\n", "tool.sh": "#!/bin/sh\n" });
    build({ "target/release/app": "1", "out/über app": "2", "committed-bin": "3" });
    demo.git("add", "committed-bin");
    demo.write({ "target/notes.txt": "x", "target/app.d": "\u007fELF not executable", "target/script": "#!/bin/sh" });
    chmodSync(join(demo.folder, "target/script"), 0o755);
    symlinkSync("release/app", join(demo.folder, "target/link"));
    expect([...(await hash()).keys()]).toEqual(["out/über app", "target/release/app"]);
  });

  test("or the files that are named, whatever they are", async () => {
    build({ "target/app": "1", "target/other": "2" });
    demo.write({ "app.jar": "x" });
    expect([...(await hash(["*.jar", "target/**", "!other"])).keys()]).toEqual(["app.jar", "target/app"]);
  });

  test("the hash is of the content", async () => {
    build({ a: "1", b: "1", c: "2" });
    const [a, b, c] = (await hash()).values();
    expect(a).toMatch(/^[0-9a-f]{64}$/);
    expect(b).toBe(a);
    expect(c).not.toBe(a);
  });

  test("of more than can be told apart none is told: a part may be equal where the whole is not", async () => {
    build(Object.fromEntries(Array.from({ length: 500 }, (_, at) => [`bin/${at}`, "x"])));
    expect((await hash()).size).toBe(500);
    build({ "bin/one-more": "x" });
    expect((await hash()).size).toBe(0);
  });

  test("an empty file and one that cannot be a program are none", async () => {
    demo.write({ empty: "", short: "\u007fE" });
    for (const path of ["empty", "short"]) chmodSync(join(demo.folder, path), 0o755);
    expect((await hash()).size).toBe(0);
  });
});

describe("whether both sides are the same program", () => {
  const files = (...hashes: readonly string[]): Binaries => new Map(hashes.map((each, at) => [`bin/${at}`, each]));
  const sides = (fields: Partial<BuiltSides>): BuiltSides => ({
    base: files("x"),
    head: files("x"),
    changed: ["src/a.rs"],
    isNamed: false,
    programs: ["./bin/0"],
    workingDirectory: ".",
    ...fields,
  });
  const none: Binaries = new Map();

  test.each<[string, Partial<BuiltSides>, boolean | undefined]>([
    ["equal programs that are started, of changed sources", {}, true],
    ["other programs", { head: files("y") }, false],
    ["one more program", { head: files("x", "x") }, false],
    ["a program of another name", { head: new Map([["bin/other", "x"]]) }, false],
    ["nothing was built", { base: none, head: none }, undefined],
    ["only one side built something", { base: none }, undefined],
    ["nothing changed at all", { changed: [], base: none, head: none }, true],
    // A JavaScript project whose dependencies hold a program.
    ["equal programs that nobody starts", { programs: ["node"] }, undefined],
    ["one of two commands starts another", { programs: ["./bin/0", "cargo"] }, undefined],
    [
      "a program of that name on the path",
      { base: new Map([["bench", "x"]]), head: new Map([["bench", "x"]]), programs: ["bench"] },
      undefined,
    ],
    ["data that they may read has changed", { changed: ["src/a.rs", "fixtures/input.json"] }, undefined],
    ["a program below the working directory", { workingDirectory: "bin", programs: ["./0"] }, true],
    ["a program above it", { workingDirectory: "crates/a", programs: ["../../bin/0"] }, true],
    ["named files are believed", { isNamed: true, programs: ["cargo"], changed: ["README.md"] }, true],
    ["named files that differ", { isNamed: true, head: files("y") }, false],
    ["named files that are not there", { isNamed: true, base: none, head: none }, undefined],
  ])("%s", (_, fields, identical) => {
    expect(tellIdentity(sides(fields))).toBe(identical);
  });
});
