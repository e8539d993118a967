import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { EmulatedGitHub } from "../../../local-runner/src/github/gateway.ts";
import { restoreFolder, saveFolder } from "./folder-cache.ts";

let github: EmulatedGitHub;
let place: string;

beforeEach(async () => {
  github = await EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens: {} });
  github.cache.scopes = { read: ["refs/heads/main"], write: "refs/heads/main" };
  place = mkdtempSync(join(tmpdir(), "jessy-folder-"));
  vi.stubEnv("ACTIONS_RESULTS_URL", `${github.url}/`);
  vi.stubEnv("ACTIONS_CACHE_SERVICE_V2", "True");
  vi.stubEnv("ACTIONS_RUNTIME_TOKEN", "t");
  vi.stubEnv("GITHUB_SERVER_URL", "https://github.com");
  vi.stubEnv("GITHUB_WORKSPACE", "/nowhere");
  vi.stubEnv("RUNNER_TEMP", place);
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(place, { recursive: true });
  await github.close();
});

function folderWith(machine: string, content: string): string {
  const folder = join(place, machine, "archives");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "a.tar"), content);
  return folder;
}

test("a folder is found on another machine, by its key and by beginnings", async () => {
  const before = process.cwd();
  expect(await saveFolder(folderWith("one", "first"), "a..main..1")).toBe(true);
  expect(await saveFolder(folderWith("one", "second"), "a..main..2")).toBe(true);
  expect(await saveFolder(folderWith("one", "again"), "a..main..2")).toBe(false);
  const other = join(place, "two", "archives");
  expect(await restoreFolder(other, ["a..main..1", "a..main.."])).toBe("a..main..1");
  expect(readFileSync(join(other, "a.tar"), "utf8")).toBe("first");
  expect(await restoreFolder(other, ["a..feature..3", "a..feature..", "a..main.."])).toBe("a..main..2");
  expect(readFileSync(join(other, "a.tar"), "utf8")).toBe("second");
  expect(await restoreFolder(other, ["b"])).toBeUndefined();
  expect([process.cwd(), process.env.GITHUB_WORKSPACE]).toEqual([before, "/nowhere"]);
});

test("a service that refuses has nothing, and takes nothing", async () => {
  github.fault({ path: /CacheEntry/, times: 100, kind: { status: 403, message: "no" } });
  expect(await saveFolder(folderWith("one", "x"), "a")).toBe(false);
  expect(await restoreFolder(join(place, "two", "archives"), ["a"])).toBeUndefined();
});

test("a runner without a cache keeps nothing", async () => {
  vi.stubEnv("ACTIONS_RESULTS_URL", "");
  expect(await saveFolder(folderWith("one", "x"), "a")).toBe(false);
  expect(await restoreFolder(join(place, "two", "archives"), ["a"])).toBeUndefined();
  expect(await restoreFolder(join(place, "two", "archives"), [])).toBeUndefined();
});

test("a place that cannot be used, and a key that the service does not take, are named", async () => {
  await expect(restoreFolder("/dev/null/x/archives", ["a"])).rejects.toThrow(
    /^the Actions cache cannot be read: `\/dev\/null\/x` .*ENOTDIR/,
  );
  await expect(saveFolder(folderWith("one", "x"), "a,b")).rejects.toThrow("the Actions cache cannot be written: Key");
  await expect(saveFolder(join(place, "none", "archives"), "a")).rejects.toThrow(
    "the Actions cache cannot be written: Path Validation Error",
  );
});
