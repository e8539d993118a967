import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readProject } from "./read-project.ts";

let workspace: string;

beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), "jessy-project-"));
  for (const name of ["compose.yaml", "deploy/prod.yml", "config/a.conf", "config/deep/b.conf", "config/run", ".env"]) {
    mkdirSync(dirname(join(workspace, name)), { recursive: true });
    writeFileSync(join(workspace, name), name);
  }
  chmodSync(join(workspace, "config/run"), 0o755);
});

afterEach(() => rmSync(workspace, { recursive: true, force: true }));

test("files where they are, folders with all in them, and secrets for the user alone", () => {
  const tree = readProject(workspace, ["compose.yaml", "deploy/prod.yml", "config/"], ".env");
  expect(tree.files.map(({ name, mode }) => `${mode} ${name}`)).toEqual([
    "644 compose.yaml",
    "644 deploy/prod.yml",
    "644 config/a.conf",
    "644 config/deep/b.conf",
    "755 config/run",
    "600 .env",
  ]);
  expect(tree.folders).toEqual(["config", "config/deep", "deploy"]);
});

test("a file that is named twice is there once, for the user alone if it is the one with secrets", () => {
  const tree = readProject(workspace, [".", "config", "compose.yaml"], ".env");
  expect(tree.files.map(({ name }) => name).sort()).toEqual([...new Set(tree.files.map(({ name }) => name))].sort());
  expect(tree.files.find(({ name }) => name === ".env")?.mode).toBe("600");
});

test("what is missing is named, all at once", () => {
  expect(() => readProject(workspace, ["compose.yml", "compose.yaml"], "prod.env")).toThrow(
    /`compose-files` names `compose.yml`, which is not in the workspace[\s\S]*`env-file` names `prod.env`/,
  );
});
