import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EmulatedGitHub } from "../../../../packages/local-runner/src/github/gateway.ts";
import { advisoryFiles, lockOf } from "../../testing/advisory-database.ts";
import {
  ADVISORY_INPUTS,
  AdvisoryRepository,
  advisoryIo,
  cacheVariables,
  folderOf,
} from "../../testing/advisory-run.ts";
import type { Inputs } from "../inputs.ts";
import { openAdvisories } from "./open-advisories.ts";

const RECORDED = readFileSync(
  join(import.meta.dirname, "../../../../packages/security/testing/govulncheck-1.9.0.txt"),
  "utf8",
);

let github: EmulatedGitHub;
let repository: AdvisoryRepository;

beforeEach(async () => {
  const tokens = { t: { login: "octocat", write: false } };
  github = await EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens });
  github.cache.scopes = { read: ["refs/heads/main"], write: "refs/heads/main" };
  repository = new AdvisoryRepository(github);
  repository.push(advisoryFiles({ id: "RUSTSEC-2026-0001", package: "deep", patched: [">=1.0.1"] }), 0);
  for (const [name, value] of Object.entries(cacheVariables(github))) vi.stubEnv(name, value);
  vi.stubEnv("RUNNER_TEMP", mkdtempSync(join(tmpdir(), "jessy-temp-")));
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await github.close();
});

const INPUTS = {
  targets: [{ kind: "fs", location: ".", name: "." }],
  skipFolders: [],
  skipFiles: [],
} as const satisfies Partial<Inputs>;

function open(workspace: string, files: readonly string[], changes: Partial<Inputs["advisories"]> = {}, more = {}) {
  const inputs = { ...INPUTS, ...more, advisories: { ...ADVISORY_INPUTS, ...changes } };
  return openAdvisories(inputs, files, advisoryIo(github, workspace));
}

test.each<[string, readonly string[], Partial<Inputs["advisories"]>, object]>([
  ["no Cargo.lock", ["cargo.lock", "src/main.rs"], { index: "https://127.0.0.1:9" }, {}],
  ["a Cargo.lock that is skipped", ["a/Cargo.lock"], {}, { skipFolders: ["a"] }],
  ["`rustsec: off`", ["Cargo.lock"], { rustsec: false, commit: "main" }, {}],
])("with %s nobody is asked", async (_, files, changes, more) => {
  const { databases, audit } = await open(folderOf({}), files, changes, more);
  expect(databases).toEqual([]);
  expect(await audit(folderOf({}), files, "head")).toEqual({ findings: [], locks: [], problems: [] });
  expect(github.requests).toEqual([]);
});

test("one database for both sides, and govulncheck's word for both", async () => {
  const goMod = "module example.com/app\nrequire github.com/tidwall/gjson v1.6.5\nrequire golang.org/x/text v0.3.5\n";
  const head = folderOf({ "Cargo.lock": lockOf("deep 1.0.0"), "go.mod": goMod, "vulns.json": RECORDED });
  const base = folderOf({ "Cargo.lock": lockOf("deep 1.0.1"), "go.mod": goMod.replace(/require golang.*\n/, "") });
  const files = ["Cargo.lock", "go.mod"];
  const { databases, audit } = await open(head, files, { govulncheck: ["vulns.json"] });
  expect(databases.map(({ name }) => name)).toEqual(["rustsec", "govulncheck"]);
  const ids = async (folder: string, side: "head" | "base") =>
    (await audit(folder, files, side)).findings.map(({ id }) => id);
  expect(await ids(head, "head")).toEqual(["RUSTSEC-2026-0001", "GO-2021-0054", "GO-2021-0113", "GO-2021-0265"]);
  expect(await ids(base, "base")).toEqual(["GO-2021-0054", "GO-2021-0265"]);
  expect(github.requests.filter(({ path }) => path.includes("/tarball/"))).toHaveLength(1);
});

test("problems of govulncheck's files are the head's alone", async () => {
  const folder = folderOf({ "vulns.json": "" });
  const { audit } = await open(folder, [], { govulncheck: ["vulns.json"] });
  expect((await audit(folder, [], "head")).problems).toHaveLength(1);
  expect((await audit(folder, [], "base")).problems).toEqual([]);
});

test("yanked versions are looked for where an index is given", async () => {
  const folder = folderOf({
    "Cargo.lock": lockOf("fine 1.0.0"),
    "index/fi/ne/fine": '{"name":"fine","vers":"1.0.0","yanked":true}\n',
  });
  const { databases, audit } = await open(folder, ["Cargo.lock"], { index: "index" });
  expect(databases.map(({ name }) => name)).toEqual(["rustsec", "crates-index"]);
  expect((await audit(folder, ["Cargo.lock"], "head")).findings.map(({ kind }) => kind)).toEqual(["yanked"]);
});

test("a missing index, database or file of govulncheck ends the run", async () => {
  const folder = folderOf({ "Cargo.lock": lockOf("fine 1.0.0") });
  await expect(open(folder, ["Cargo.lock"], { index: "none" })).rejects.toThrow(
    "input `crates-index`: there is no folder",
  );
  await expect(open(folder, ["Cargo.lock", "index/se/rd/serde"], { index: "index" })).rejects.toThrow(
    "input `crates-index`: `index` is tracked by git, so a change could say that nothing was yanked",
  );
  await expect(open(folder, ["Cargo.lock"], { folder: "none" })).rejects.toThrow("input `rustsec-folder`: `none`");
  await expect(open(folder, ["Cargo.lock"], { govulncheck: ["none"] })).rejects.toThrow("`none` finds no file");
});
