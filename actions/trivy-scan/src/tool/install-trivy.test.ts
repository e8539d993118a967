import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { cacheKey } from "@jessy-actions/kit/cache/cache-key";
import { saveToCache } from "@jessy-actions/kit/cache/file-cache";
import { UserError } from "@jessy-actions/reading/user-error";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tarOf } from "../../../../packages/kit/testing/tar.ts";
import { zipOf } from "../../../../packages/kit/testing/zip.ts";
import { EmulatedGitHub } from "../../../../packages/local-runner/src/github/gateway.ts";
import { LoopbackServer } from "../../../../packages/local-runner/src/github/loopback-server.ts";
import { ioOf } from "../../../../packages/local-runner/testing/action-io.ts";
import { recordedLog } from "../../../../packages/local-runner/testing/recorded-log.ts";
import type { Inputs } from "../inputs.ts";
import { installTrivy } from "./install-trivy.ts";
import type { KnownTrivy } from "./known-trivy.ts";
import { PLATFORMS, type Platform, platformWords } from "./release-platform.ts";

const PROGRAM = "#!/bin/sh\necho 'Version: 0.74.0'\n";
const MALICIOUS = "#!/bin/sh\necho 'Version: 0.69.4'\n";
const sha256 = (content: string | Uint8Array) => createHash("sha256").update(content).digest("hex");
const archiveWith = (program: string) =>
  gzipSync(
    tarOf([
      { name: "LICENSE", type: "0", content: "Apache" },
      { name: "trivy", type: "0", content: program },
    ]),
  );
const ARCHIVE = archiveWith(PROGRAM);
const ALTERED = archiveWith(`${PROGRAM}# and more\n`);
const MALICIOUS_ARCHIVE = archiveWith(MALICIOUS);
const ZIP = zipOf([{ name: "trivy.exe", content: PROGRAM }]);

const DENIED_NAME = "trivy_0.69.4_Linux-64bit.tar.gz";
const KNOWN: KnownTrivy = {
  digests: {
    "0.74.0": Object.fromEntries(PLATFORMS.map((each) => [each, sha256(each === "windows-x64" ? ZIP : ARCHIVE)])),
  },
  denied: { [sha256(MALICIOUS_ARCHIVE)]: DENIED_NAME, [sha256(MALICIOUS)]: "trivy 0.69.4 for Linux x64" },
};
const KEY = cacheKey("jessy-trivy", "0.74.0", "linux-x64", sha256(ARCHIVE));

let mirror: LoopbackServer;
let github: EmulatedGitHub;
let workspace: string;
let requests: string[];
let files: Readonly<Record<string, string | Uint8Array | ((response: ServerResponse) => void)>>;
let io: ActionIo & { readonly logged: string[] };

beforeEach(async () => {
  [mirror, github] = await Promise.all([
    LoopbackServer.start(),
    EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens: {} }),
  ]);
  github.cache.scopes = { read: ["refs/heads/main"], write: "refs/heads/main" };
  requests = [];
  files = { "trivy_0.74.0_Linux-64bit.tar.gz": ARCHIVE };
  mirror.onRequest((request, response) => {
    requests.push(request.url ?? "");
    const file = files[(request.url ?? "").split("/").at(-1)!];
    if (typeof file === "function") file(response);
    else response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  workspace = mkdtempSync(join(tmpdir(), "jessy-workspace-"));
  const cache = {
    ACTIONS_RESULTS_URL: `${github.url}/`,
    ACTIONS_CACHE_SERVICE_V2: "True",
    ACTIONS_RUNTIME_TOKEN: "t",
    GITHUB_SERVER_URL: "https://github.com",
  };
  for (const [name, value] of Object.entries(cache)) vi.stubEnv(name, value);
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const run = ioOf(workspace, { name: "push", branch: "main", before: "0".repeat(40), sha: "1".repeat(40) });
  io = { ...run, environment: { ...run.environment, ...cache, RUNNER_OS: "Linux", RUNNER_ARCH: "X64" } };
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  // Nothing of ours lies in the workspace.
  expect(readdirSync(workspace)).toEqual([]);
  for (const folder of [workspace, io.environment.RUNNER_TEMP!]) rmSync(folder, { recursive: true });
  await Promise.all([mirror.close(), github.close()]);
});

type Tool = Inputs["tool"];

function install(tool: Partial<Tool> = {}, on: ActionIo = io) {
  const url = `${mirror.url}/v{version}/{asset}`;
  const inputs: Tool = { version: "0.74.0", sha256: undefined, installed: undefined, url, cache: true, ...tool };
  return installTrivy(inputs, on, KNOWN);
}

const folder = () => join(io.temporary, "trivy");
const warnings = () => io.logged.filter((line) => line.startsWith("::warning::"));

/** Why there is no Trivy; then there is no program either. */
async function refusal(tool: Partial<Tool> = {}, on: ActionIo = io): Promise<string> {
  const error = await install(tool, on).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  expect(existsSync(folder()) ? readdirSync(folder()) : []).toEqual([]);
  return (error as Error).message;
}

const keep = (content: Uint8Array, key = KEY) =>
  saveToCache({ file: "trivy_0.74.0_Linux-64bit.tar.gz" }, key, [content], {
    folder: join(io.temporary, "elsewhere"),
    log: recordedLog(),
  });

describe("a Trivy that was verified", () => {
  test("is downloaded once, and comes from the cache after that", async () => {
    const tool = await install();
    const path = join(folder(), "trivy");
    expect(tool).toEqual({ version: "0.74.0", path, origin: "downloaded", sha256: sha256(PROGRAM) });
    expect(readFileSync(path, "utf8")).toBe(PROGRAM);
    expect(readdirSync(folder())).toEqual(["trivy"]);
    if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o700);
    expect(requests).toEqual(["/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz"]);
    expect(await install()).toEqual({ ...tool, origin: "cached" });
    expect(requests).toHaveLength(1);
    expect(io.logged.filter((line) => !line.startsWith("::debug::"))).toEqual([
      "::group::Installing Trivy\n",
      `Downloading trivy_0.74.0_Linux-64bit.tar.gz from ${new URL(mirror.url).host}\n`,
      `Trivy 0.74.0 for Linux x64, downloaded; its archive has the SHA-256 ${sha256(ARCHIVE)}, as it must\n`,
      "::endgroup::\n",
      "::group::Installing Trivy\n",
      `Trivy 0.74.0 for Linux x64, cached; its archive has the SHA-256 ${sha256(ARCHIVE)}, as it must\n`,
      "::endgroup::\n",
    ]);
  });

  test("stands anew where something else stood, and not behind a link", async () => {
    const elsewhere = join(io.environment.RUNNER_TEMP!, "elsewhere");
    mkdirSync(elsewhere);
    mkdirSync(io.temporary, { recursive: true });
    symlinkSync(elsewhere, folder());
    const { path } = await install();
    expect(readdirSync(elsewhere)).toEqual([]);
    writeFileSync(path, "altered");
    await install();
    expect(readFileSync(path, "utf8")).toBe(PROGRAM);
  });

  test.each<[Platform, string, string]>([
    ["linux-x64", "trivy_0.74.0_Linux-64bit.tar.gz", "trivy"],
    ["linux-arm64", "trivy_0.74.0_Linux-ARM64.tar.gz", "trivy"],
    ["macos-x64", "trivy_0.74.0_macOS-64bit.tar.gz", "trivy"],
    ["macos-arm64", "trivy_0.74.0_macOS-ARM64.tar.gz", "trivy"],
    ["windows-x64", "trivy_0.74.0_windows-64bit.zip", "trivy.exe"],
  ])("for %s is %s", async (platform, asset, program) => {
    const [system = "", architecture = ""] = platformWords(platform).split(" ");
    const environment = { ...io.environment, RUNNER_OS: system, RUNNER_ARCH: architecture.toUpperCase() };
    files = { [asset]: platform === "windows-x64" ? ZIP : ARCHIVE };
    const { path } = await install({ cache: false }, { ...io, environment });
    expect(path).toBe(join(folder(), program));
    expect(requests).toEqual([`/v0.74.0/${asset}`]);
  });

  test("of a version that only `trivy-sha256` knows", async () => {
    files = { "trivy_0.75.0_Linux-64bit.tar.gz": ALTERED };
    const tool = await install({ version: "v0.75.0", sha256: sha256(ALTERED).toUpperCase() });
    expect(tool).toMatchObject({ version: "0.75.0", origin: "downloaded" });
  });

  test("from a mirror that wants a password, which nobody is told", async () => {
    const host = new URL(mirror.url).host;
    await install({ url: `http://me:secret@${host}/{asset}` });
    expect(requests).toEqual(["/trivy_0.74.0_Linux-64bit.tar.gz"]);
    expect(io.logged.join("")).not.toContain("secret");
    files = {};
    expect(await refusal({ url: `http://me:secret@${host}/{asset}?sig=secret`, cache: false })).not.toContain("secret");
  });

  test("without the cache, where the input says so", async () => {
    await install({ cache: false });
    await install({ cache: false });
    expect(requests).toHaveLength(2);
    expect(github.requests).toEqual([]);
  });
});

describe("the cache", () => {
  test("an altered copy is thrown away and said, each time until it is deleted", async () => {
    expect(await keep(ALTERED)).toBe(true);
    for (const _ of [1, 2]) {
      expect(await install()).toMatchObject({ origin: "downloaded", sha256: sha256(PROGRAM) });
      expect(readFileSync(join(folder(), "trivy"), "utf8")).toBe(PROGRAM);
    }
    expect(requests).toHaveLength(2);
    const line = `::warning::Trivy 0.74.0 is downloaded anew: the copy in the cache was altered. It has the SHA-256 ${sha256(ALTERED)}, and was kept with ${sha256(ARCHIVE)}. Delete \`${KEY}\` in the repository's caches\n`;
    expect(warnings()).toEqual([line, line]);
  });

  test("a copy that is only cut off is one, too", async () => {
    await keep(ARCHIVE.subarray(0, 50));
    expect(await install()).toMatchObject({ origin: "downloaded" });
    expect(warnings()).toHaveLength(1);
  });

  test("a malicious copy ends the run: somebody put it there", async () => {
    await keep(MALICIOUS_ARCHIVE);
    expect(await refusal()).toBe(
      `the cache entry \`${KEY}\` holds ${DENIED_NAME}, which is malicious (CVE-2026-33634): somebody put it there; delete it, and find out who can write this repository's caches`,
    );
    expect(requests).toEqual([]);
  });

  test("an entry of another digest, version or platform is not asked for", async () => {
    for (const parts of [
      ["0.74.0", "linux-x64", sha256(ALTERED)],
      ["0.74.0", "linux-arm64", sha256(ARCHIVE)],
      ["0.73.0", "linux-x64", sha256(ARCHIVE)],
    ])
      await keep(ARCHIVE, cacheKey("jessy-trivy", ...parts));
    expect(await install()).toMatchObject({ origin: "downloaded" });
  });

  test("that refuses costs a download, and nothing else", async () => {
    github.fault({ path: /CacheEntry/, times: 100, kind: { status: 403, message: "no" } });
    expect(await install()).toMatchObject({ origin: "downloaded", sha256: sha256(PROGRAM) });
    expect(io.logged.join("")).toMatch(/^Trivy 0\.74\.0 is downloaded: the Actions cache cannot be read: .* 403/m);
    expect(warnings()).toEqual([]);
  });

  test.each<[string, number, Uint8Array, string]>([
    ["is gone", 404, Buffer.from(""), "its archive is not there (status 404)"],
    ["is a page", 200, Buffer.from("<html>"), "it is packed neither by zstd nor by gzip"],
    [
      "leads out of its folder",
      200,
      gzipSync(tarOf([{ name: "../../../bin/sh", type: "2", content: "" }])),
      "it holds something else than a file",
    ],
  ])("whose entry %s costs a download, and nothing is unpacked", async (_, status, content, reason) => {
    const service = await LoopbackServer.start();
    service.onRequest((request, response) => {
      if (request.url === "/blob") response.writeHead(status).end(content);
      else response.end(JSON.stringify({ ok: true, matched_key: KEY, signed_download_url: `${service.url}/blob` }));
    });
    const environment = { ...io.environment, ACTIONS_RESULTS_URL: `${service.url}/` };
    expect(await install({}, { ...io, environment })).toMatchObject({ origin: "downloaded" });
    expect(warnings()).toEqual([expect.stringContaining(reason)]);
    await service.close();
  });
});

describe("March 2026: the release is not what it was", () => {
  test("an archive that was replaced, and the checksum file along with it", async () => {
    files = {
      "trivy_0.74.0_Linux-64bit.tar.gz": ALTERED,
      "trivy_0.74.0_checksums.txt": `${sha256(ALTERED)}  trivy_0.74.0_Linux-64bit.tar.gz\n`,
      "trivy_0.74.0_Linux-64bit.tar.gz.sigstore.json": "{}",
    };
    expect(await refusal()).toBe(
      `Trivy 0.74.0 is not used: what ${new URL(mirror.url).host} sends has the SHA-256 ${sha256(ALTERED)}, and it must be ${sha256(ARCHIVE)}; \`trivy_0.74.0_Linux-64bit.tar.gz\` was replaced, or \`trivy-sha256\` is wrong`,
    );
    // Nothing that came with it was asked, and nothing of it is kept.
    expect(requests).toEqual(["/v0.74.0/trivy_0.74.0_Linux-64bit.tar.gz"]);
    files = { "trivy_0.74.0_Linux-64bit.tar.gz": ARCHIVE };
    expect(await install()).toMatchObject({ origin: "downloaded" });
  });

  test("an archive that was replaced by the malicious one", async () => {
    files = { "trivy_0.74.0_Linux-64bit.tar.gz": MALICIOUS_ARCHIVE };
    expect(await refusal()).toBe(
      `Trivy 0.74.0 is not used: what was sent as \`trivy_0.74.0_Linux-64bit.tar.gz\` is ${DENIED_NAME}, which is malicious (CVE-2026-33634)`,
    );
    expect(requests).toHaveLength(1);
  });

  test("the malicious program in another archive, whose digest somebody wrote down", async () => {
    const repacked = gzipSync(tarOf([{ name: "trivy", type: "0", content: MALICIOUS }]));
    files = { "trivy_1.0.0_Linux-64bit.tar.gz": repacked };
    expect(await refusal({ version: "1.0.0", sha256: sha256(repacked) })).toBe(
      "Trivy 1.0.0 is not used: `trivy_1.0.0_Linux-64bit.tar.gz` holds trivy 0.69.4 for Linux x64, which is malicious (CVE-2026-33634)",
    );
  });

  test.each<[string, Partial<Tool>, string]>([
    ["its version", { version: "0.69.4", sha256: sha256(ARCHIVE) }, "Trivy 0.69.4 is malicious"],
    ["its digest", { version: "1.0.0", sha256: sha256(MALICIOUS_ARCHIVE) }, `this is the digest of ${DENIED_NAME}`],
    ["whatever is the latest", { version: "latest" }, "`latest` is refused"],
    ["a version that nobody has looked at", { version: "0.75.0" }, "is not built in; write one of 0.74.0,"],
    [
      "another digest for a version that is known",
      { sha256: sha256(ALTERED) },
      "which is built in, and the input says",
    ],
    ["a version that leads elsewhere", { version: "../../x", sha256: sha256(ARCHIVE) }, "is not a version"],
  ])("whoever asks for %s is refused before anything is asked", async (_, tool, words) => {
    expect(await refusal(tool)).toContain(words);
    expect(requests).toEqual([]);
    expect(github.requests).toEqual([]);
  });
});

describe("no Trivy, and why", () => {
  const name = "trivy_0.74.0_Linux-64bit.tar.gz";

  test.each<[string, typeof files, string]>([
    ["not there", {}, "answers with status 404: there is no such file; correct `trivy-version` or `trivy-url`"],
    [
      "a page",
      { [name]: "<html>Log in</html>" },
      "sends a page instead of the file: a proxy or a login stands before it",
    ],
    [
      "elsewhere",
      { [name]: (response) => void response.writeHead(302, { location: "https://evil.example/trivy" }).end() },
      "redirects to evil.example, which is not one of 127.0.0.1:",
    ],
  ])("%s", async (_, served, words) => {
    files = served;
    const message = await refusal();
    expect(message).toMatch(/^Trivy 0\.74\.0 cannot be downloaded: /);
    expect(message).toContain(words);
    expect(message).not.toContain("\n");
  });

  test("an archive that is not as Aqua makes it", async () => {
    const two = gzipSync(tarOf(["trivy", "./trivy"].map((each) => ({ name: each, type: "0", content: PROGRAM }))));
    files = { "trivy_1.0.0_Linux-64bit.tar.gz": two };
    expect(await refusal({ version: "1.0.0", sha256: sha256(two) })).toBe(
      "Trivy 1.0.0 is not used: `trivy_1.0.0_Linux-64bit.tar.gz` is not as Aqua makes it: it has several files named `trivy`",
    );
  });

  test("a runner that Aqua builds nothing for", async () => {
    const environment = { ...io.environment, RUNNER_OS: "Windows", RUNNER_ARCH: "ARM64" };
    expect(await refusal({}, { ...io, environment })).toMatch(/^Aqua releases no Trivy for Windows ARM64, but for /);
  });
});
