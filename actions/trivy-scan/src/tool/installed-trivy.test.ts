import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { UserError } from "@jessy-actions/reading/user-error";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ioOf } from "../../../../packages/local-runner/testing/action-io.ts";
import { installTrivy } from "./install-trivy.ts";
import { KNOWN_TRIVY } from "./known-trivy.ts";

let place: string;
let workspace: string;
let io: ActionIo & { readonly logged: string[] };

const SAYS = "#!/bin/sh\necho 'Version: 0.76.0'\necho 'Vulnerability DB:'\n";
const sha256 = (content: string) => createHash("sha256").update(content).digest("hex");

beforeEach(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), "jessy-installed-")));
  workspace = join(place, "workspace");
  mkdirSync(workspace);
  const run = ioOf(workspace, { name: "push", branch: "main", before: "0".repeat(40), sha: "1".repeat(40) });
  io = { ...run, environment: { ...run.environment, RUNNER_OS: "Linux", RUNNER_ARCH: "X64" } };
});

afterEach(() => {
  for (const folder of [place, io.environment.RUNNER_TEMP!]) rmSync(folder, { recursive: true });
});

function program(path: string, content = SAYS, mode = 0o755): string {
  const absolute = join(place, path);
  mkdirSync(join(absolute, ".."), { recursive: true });
  writeFileSync(absolute, content);
  chmodSync(absolute, mode);
  return absolute;
}

/** @param path folders, relative ones as they are. */
function find(installed: string, path: readonly string[] = [], more: Readonly<Record<string, string>> = {}) {
  const folders = [...path, ...(io.environment.PATH ?? "").split(delimiter)];
  const environment = { ...io.environment, PATH: folders.join(delimiter), ...more };
  const inputs = { version: "0.74.0", sha256: undefined, url: undefined, cache: true, installed };
  return installTrivy(inputs, { ...io, environment });
}

async function refusal(...args: Parameters<typeof find>): Promise<string> {
  const error = await find(...args).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(UserError);
  return (error as Error).message;
}

describe("a Trivy that is there", () => {
  test("is found by its path, hashed, asked for its version, and named", async () => {
    const path = program("opt/trivy");
    expect(await find(path)).toEqual({ version: "0.76.0", path, origin: "installed", sha256: sha256(SAYS) });
    expect(io.logged).toEqual([`Trivy 0.76.0, installed as ${path} and not verified, SHA-256 ${sha256(SAYS)}\n`]);
  });

  test("is found relative to the workspace, where the workflow means that", async () => {
    const path = program("workspace/tools/trivy");
    expect(await find("./tools/trivy")).toMatchObject({ path, origin: "installed" });
  });

  test("is found by its name, and stated by where it really is", async () => {
    const path = program("opt/trivy-0.76");
    mkdirSync(join(place, "bin"));
    symlinkSync(path, join(place, "bin", "trivy"));
    expect(await find("trivy", [join(place, "bin")])).toMatchObject({ path });
  });

  test("is not the one that a pull request brings, and PATH leads to first", async () => {
    const path = program("bin/trivy");
    program("workspace/bin/trivy", "#!/bin/sh\ntouch started\n");
    mkdirSync(join(place, "links"));
    symlinkSync(join(workspace, "bin/trivy"), join(place, "links/trivy"));
    symlinkSync(join(workspace, "bin"), join(place, "folder"));
    const before = [".", "bin", "", join(workspace, "bin"), join(place, "links"), join(place, "folder")];
    expect(await find("trivy", [...before, join(place, "bin")])).toMatchObject({ path });
    expect(await refusal("trivy", before, { PATH: before.join(delimiter) })).toBe(
      `input \`trivy-path\`: no program \`trivy\` is on the PATH outside of the workspace; \`${join(workspace, "bin/trivy")}\` is in the workspace, where a pull request could put it: write its path if you mean it`,
    );
  });

  test("gets nothing of the run, and starts in a folder without a `trivy.yaml`", async () => {
    const seen = join(place, "seen");
    const path = program("opt/trivy", `#!/bin/sh\nenv > ${seen}\npwd >> ${seen}\necho 'Version: 0.76.0'\n`);
    writeFileSync(join(workspace, "trivy.yaml"), "db:\n  repository: evil.example/db\n");
    await find(path, [], {
      GITHUB_TOKEN: "secret",
      ACTIONS_RUNTIME_TOKEN: "secret",
      INPUT_PASSWORD: "secret",
      TRIVY_CONFIG: "/evil.yaml",
      AWS_SECRET_ACCESS_KEY: "secret",
      LD_PRELOAD: "/evil.so",
    });
    const text = readFileSync(seen, "utf8");
    expect(text).not.toMatch(/secret|TRIVY|GITHUB|ACTIONS|RUNNER|evil/);
    expect(text.trim().split("\n").at(-1)).toBe(realpathSync(join(io.temporary, "trivy")));
  });
});

describe("no Trivy, and why", () => {
  test("one that is malicious is not started", async () => {
    const content = `#!/bin/sh\ntouch ${join(place, "started")}\necho 'Version: 0.76.0'\n`;
    const path = program("opt/trivy", content);
    const inputs = { version: "0.74.0", sha256: undefined, url: undefined, cache: true, installed: path };
    const known = { ...KNOWN_TRIVY, denied: { [sha256(content)]: "trivy 0.69.4 for Linux x64" } };
    await expect(installTrivy(inputs, io, known)).rejects.toThrow(
      `input \`trivy-path\`: \`${path}\` is trivy 0.69.4 for Linux x64, which is malicious (CVE-2026-33634); remove it, and see what it did on this machine`,
    );
    expect(existsSync(join(place, "started"))).toBe(false);
  });

  test.each(["0.69.4", "v0.69.4", "0.69.5", "0.69.6"])("one that says it is %s", async (version) => {
    const path = program("opt/trivy", `#!/bin/sh\necho 'Version: ${version}'\n`);
    expect(await refusal(path)).toBe(
      `input \`trivy-path\`: \`${path}\`: Trivy ${version.replace("v", "")} is malicious (CVE-2026-33634) and is never used`,
    );
  });

  test.each<[string, string, string]>([
    ["says nothing", "#!/bin/sh\n", 'is not Trivy: `--version` ended with exit code 0 and said ""'],
    ["is another program", "#!/bin/sh\necho 'grype 1.0'\n", 'exit code 0 and said "grype 1.0"'],
    ["fails", "#!/bin/sh\necho 'Version: 1.0.0'\necho no >&2\nexit 3\n", 'exit code 3 and said "no"'],
    ["writes without end", "#!/bin/sh\nyes\n", "does not run: "],
    ["has no interpreter", "#!/nowhere/sh\n", "does not run: spawn "],
  ])("one that %s", async (_, content, words) => {
    const message = await refusal(program("opt/trivy", content));
    expect(message).toContain(words);
    expect(message).not.toContain("\n");
  });

  test("one that is not there, is a folder, or may not be run", async () => {
    const locked = program("opt/trivy", SAYS, 0o644);
    expect(await refusal(join(place, "none"))).toBe(`input \`trivy-path\`: \`${join(place, "none")}\` is not a file`);
    expect(await refusal(place)).toBe(`input \`trivy-path\`: \`${place}\` is not a file`);
    expect(await refusal(locked)).toBe(`input \`trivy-path\`: \`${locked}\` is not executable`);
    expect(await refusal("trivy-of-nobody")).toBe(
      "input `trivy-path`: no program `trivy-of-nobody` is on the PATH outside of the workspace; install it in an earlier step, or write its path",
    );
  });

  test.each([{ sha256: "a".repeat(64) }, { url: "https://mirror.example/{asset}" }])("beside %j", async (more) => {
    const inputs = {
      version: "0.74.0",
      sha256: undefined,
      url: undefined,
      cache: true,
      installed: program("opt/trivy"),
    };
    await expect(installTrivy({ ...inputs, ...more }, io)).rejects.toThrow(
      "input `trivy-path`: nothing is downloaded with it, so `trivy-sha256` and `trivy-url` would say nothing",
    );
  });
});
