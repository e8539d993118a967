import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordedLog } from "../../../../packages/local-runner/testing/recorded-log.ts";
import type { ImageFolder } from "../pushing/image-folder.ts";
import type { Inspection } from "./inspect-image.ts";
import { runScan } from "./run-scan.ts";

let folder: string;
let lines: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-scan-"));
  lines = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

const image = (name: string, ...platforms: readonly string[]) => ({
  name,
  image: { folder: `/layouts/${name}` } as ImageFolder,
  inspection: {
    parts: platforms.map((platform) => ({ platform, descriptor: { digest: platform } })),
  } as unknown as Inspection,
});

const scan = (command: readonly string[], images = [image("api", "linux/amd64")], time?: number) =>
  runScan(
    images,
    { scan: command, token: "ghs_0123456789abcdef" },
    {
      environment: { PATH: process.env.PATH, TRIVY_SEVERITY: "HIGH", NPM_TOKEN: "x", MY_COPY: "ghs_0123456789abcdef" },
      workspace: folder,
      temporary: join(folder, "temp"),
      log: recordedLog((line) => lines.push(line)),
    },
    time,
  );

const shell = (script: string, ...args: readonly string[]) => ["sh", "-c", script, "scan", "{layout}", ...args];

describe("the exit code decides", () => {
  test("none but 0 lets an image pass, and what a refusing scan said last is kept", async () => {
    expect(await scan(shell("echo $1"))).toEqual([{ name: "api", refusals: [], output: [] }]);
    expect(lines).toContain("/layouts/api\n");
    const [refused] = await scan(
      shell('for i in $(seq 100); do echo "line $i"; done; printf "\\033[31mred\\033[0m" >&2; exit 3'),
    );
    expect(refused?.refusals).toEqual(["the scan `sh` ended with exit code 3"]);
    expect(refused?.output).toHaveLength(40);
    expect(refused?.output).toEqual(expect.arrayContaining(["line 100", "red"]));
  });

  test("of each image and each platform, which has a layout of its own", async () => {
    const images = [image("api", "linux/amd64", "linux/arm64"), image("web", "linux/amd64")];
    const script =
      '[ "$2" = linux/amd64 ] || { grep -o linux/arm64 $1/index.json; readlink $1/blobs; cat $1/oci-layout; exit 1; }';
    expect(await scan(shell(script, "{platform}"), images)).toEqual([
      {
        name: "api",
        refusals: ["the scan `sh` of linux/arm64 ended with exit code 1"],
        output: ["linux/arm64", "/layouts/api/blobs", '{"imageLayoutVersion":"1.0.0"}'],
      },
      { name: "web", refusals: [], output: [] },
    ]);
    expect(lines.filter((line) => line.startsWith("::group::"))).toEqual([
      "::group::Scanning api for linux/amd64\n",
      "::group::Scanning api for linux/arm64\n",
      "::group::Scanning web\n",
    ]);
  });

  test("one that is killed, or takes too long, refuses", async () => {
    const [killed] = await scan(shell("kill -9 $$"));
    expect(killed?.refusals).toEqual(["the scan `sh` was killed (SIGKILL), most often for lack of memory"]);
    const [ended] = await scan(shell("kill -15 $$"));
    expect(ended?.refusals).toEqual(["the scan `sh` was ended by SIGTERM"]);
    const [late] = await scan(shell("echo waiting; sleep 60"), undefined, 600);
    expect(late).toEqual({
      name: "api",
      refusals: ["the scan `sh` took longer than 0.01 minutes and was ended"],
      output: ["waiting"],
    });
  });
});

describe("a program that cannot be started is a wrong input", () => {
  test.each<[string, (path: string) => void, RegExp]>([
    ["it is not there", () => undefined, /^input `scan`: there is no program `.*`; install it in an earlier step/],
    [
      "it is not executable",
      (path) => writeFileSync(path, "#!/bin/sh\n", { mode: 0o644 }),
      /^input `scan`: `.*` may not be run as a program; make it executable/,
    ],
  ])("%s", async (_, make, message) => {
    const path = join(folder, "scanner");
    make(path);
    await expect(scan([path, "{layout}"])).rejects.toThrow(message);
  });
});

test("it gets the settings of scanners, and no secret", async () => {
  await scan(shell("env"));
  expect(lines.join("")).toContain("TRIVY_SEVERITY=HIGH");
  expect(lines.join("")).not.toMatch(/NPM_TOKEN|ghs_/);
});
