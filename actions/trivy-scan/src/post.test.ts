import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PhaseIo } from "@jessy-actions/kit/action/io";
import { Git } from "@jessy-actions/kit/git/git";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DemoRepository } from "../../../test/demo-repository.ts";
import { post } from "./post.ts";

let demo: DemoRepository;
let folder: string;

beforeEach(() => {
  demo = new DemoRepository();
  folder = mkdtempSync(join(tmpdir(), "jessy-post-"));
});

afterEach(() => {
  demo.remove();
  rmSync(folder, { recursive: true, force: true });
});

const run = (directory = demo.folder) =>
  post.run({ gate: "images" }, {
    temporary: (gate) => join(folder, gate),
    git: async () => new Git(directory, { environment: { PATH: process.env.PATH } }),
  } as Partial<PhaseIo> as PhaseIo);

test("the base, also half checked out, images and credentials go; reports and other gates stay", async () => {
  demo.commit({ a: "1\n" });
  const temporary = join(folder, "images");
  for (const path of ["scan-abc/config.json", "scan-def/layers/x", "results/trivy.sarif", "../other/base/a"]) {
    mkdirSync(join(temporary, path, ".."), { recursive: true });
    writeFileSync(join(temporary, path), "");
  }
  demo.git("worktree", "add", "--quiet", "--detach", join(temporary, "base"));
  await run();
  expect(readdirSync(temporary)).toEqual(["results"]);
  expect(existsSync(join(folder, "other/base/a"))).toBe(true);
  expect(demo.git("worktree", "list", "--porcelain").match(/^worktree/gm)).toHaveLength(1);
});

test("nothing to remove, and no repository", async () => {
  await run(folder);
  expect(readdirSync(folder)).toEqual([]);
});
