import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { DemoRepository, hits, lcovOf, sourceOf } from "./demo-repository.ts";

const root = resolve(import.meta.dirname, "..");
let demo: DemoRepository;

beforeEach(() => {
  demo = new DemoRepository();
  demo.commit({ "src/a.rs": sourceOf(4) });
  demo.commit({ "src/a.rs": sourceOf(6) });
  demo.write({ "lcov.info": lcovOf({ "src/a.rs": hits(5, 1) }) });
});

afterEach(() => demo.remove());

const jessy = (node: string, ...args: string[]) =>
  spawnSync(node, [join(root, "packages/local-runner/bin/jessy.js"), ...args], { cwd: demo.folder, encoding: "utf8" });

test("a shipped action in somebody's repository, with its page", () => {
  const { status, stdout } = jessy(
    process.execPath,
    "run",
    "coverage-gate",
    "--with",
    "files=lcov.info",
    "--with",
    "min-patch-coverage=90",
    "--report",
    "out/report.html",
  );
  expect(status).toBe(1);
  expect(stdout).toContain("❌ Coverage 83.33 % (needs 80 %), changed lines 50.00 % (needs 90 %): fail");
  expect(stdout).not.toContain("\u001b[");
  const page = join(demo.folder, "out/report.html");
  expect(readFileSync(page, "utf8")).toContain("uncovered changed line");
  rmSync(page);
});

/** The oldest Node that people may have; GitHub's images and Debian still bring it. */
const older = ["/usr/bin/node", "/usr/local/bin/node"].find(
  (path) =>
    existsSync(path) && Number(execFileSync(path, ["--version"], { encoding: "utf8" }).slice(1).split(".")[0]) < 24,
);

test.skipIf(older === undefined)("an older Node hands over to the Node 24 that npm brought", () => {
  const { status, stdout } = jessy(older!, "list");
  expect([status, stdout.split("\n")[0]]).toEqual([0, "bench-compare"]);
});
