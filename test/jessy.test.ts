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
  expect(stdout).toContain("❌ Coverage 83.33 % (needs 80 %), but changed lines 50.00 % (needs 90 %): fail");
  expect(stdout).not.toContain("\u001b[");
  const page = join(demo.folder, "out/report.html");
  expect(readFileSync(page, "utf8")).toContain("uncovered changed line");
  rmSync(page);
});

test("titles and commits of a local change, by the rules of its base", () => {
  const base = demo.commit({ ".commitlintrc.yml": "rules:\n  type-enum: [2, always, [feat]]\n" }, "feat: rules");
  demo.commit({ ".commitlintrc.yml": "rules: {}" }, "feat: one");
  demo.commit({ "src/a.rs": "x" }, "fix: two");
  const lint = (...args: string[]) => jessy(process.execPath, "run", "commit-lint", "--base", base, ...args);
  expect(lint().stdout).toContain("❌ The title and 1 of 2 commits break the rules: fail");
  expect(lint("--title", "feat: both").stdout).toContain("❌ 1 of 2 commits breaks the rules: fail");
  expect(lint("--event", "push").stdout).toContain("❌ 1 of 2 commits breaks the rules: fail");
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
