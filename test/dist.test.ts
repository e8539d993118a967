import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";

const root = resolve(import.meta.dirname, "..");

test("dist/ is what the sources build, byte for byte: run `make build` and commit it", () => {
  const built = join(root, "build/dist-check");
  execFileSync(process.execPath, ["scripts/build.ts", "--out", built], { cwd: root, stdio: "pipe" });
  expect(readdirSync(built).sort()).toEqual(readdirSync(join(root, "dist")).sort());
  const different = readdirSync(built).filter(
    (name) => !readFileSync(join(built, name)).equals(readFileSync(join(root, "dist", name))),
  );
  expect(different).toEqual([]);
  rmSync(built, { recursive: true });
});

test("nothing of this machine is in it", () => {
  for (const name of readdirSync(join(root, "dist"))) {
    expect(readFileSync(join(root, "dist", name), "utf8").includes(root), name).toBe(false);
  }
});
