import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseHosts } from "@jessy-actions/deployment/hosts/parse-hosts";
import { createPhaseIo } from "@jessy-actions/kit/action/io";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordedLog } from "../../../../packages/local-runner/testing/recorded-log.ts";
import { Farm, startFarm } from "../../../../scripts/farm/farm.ts";
import { fleetRun } from "../../testing/deployed-fleet.ts";
import { FakeFleet } from "../../testing/fake-fleet.ts";
import { post } from "../post.ts";
import type { Result } from "../result.ts";

const started = await startFarm({ hosts: 3 });
if (!(started instanceof Farm)) process.stderr.write(`skipped: deployments to real hosts: ${started.missing}\n`);

const PROCESS = fileURLToPath(new URL("../../testing/deploying-process.ts", import.meta.url));
const SECRET = "s3cr3t-0f-the-fleet";

describe.skipIf(!(started instanceof Farm))("on real hosts", () => {
  const farm = started as Farm;
  const hosts = started instanceof Farm ? started.hosts : [];
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "jessy-deploying-"));
    for (const host of hosts) farm.run(host, "rm -rf /srv/api; mkdir -p /srv/api; echo old >/srv/api/release");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  afterAll(() => farm.stop());

  const environment = (run: string) => ({
    PATH: process.env.PATH,
    HOME: folder,
    RUNNER_TEMP: folder,
    GITHUB_WORKSPACE: folder,
    GITHUB_REPOSITORY: "org/demo",
    GITHUB_RUN_ID: run,
    GITHUB_RUN_ATTEMPT: "1",
  });

  const served = () => hosts.map((host) => farm.run(host, "cat /srv/api/release").stdout.trim());
  const locks = () =>
    hosts.map((host) =>
      farm.run(host, "cd /srv/api/.jessy/lock-deploy && for each in *; do readlink $each; done").stdout.trim(),
    );
  const scripts = () => hosts.flatMap((host) => farm.processes(host).filter((line) => line.includes("jessy-script")));

  /** @param script of the switch, after it was done. */
  function start(
    run: string,
    release: string,
    script = "",
    staleAfter = 3_600_000,
  ): { child: ChildProcess; exit: Promise<number | null>; log: () => string } {
    const names = hosts.map(({ name }) => name);
    const lines = hosts.map(({ name, address }) => `${address} name=${name}`);
    const { plan, inputs } = fleetRun(new FakeFleet(names, "old"), {
      hosts: names,
      groups: [1, 2],
      run,
      release,
      inputs: {
        name: "",
        token: "",
        environment: "",
        record: "never",
        probeUrl: undefined,
        version: undefined,
        hosts: parseHosts(lines, { user: "root", port: 22, jumps: [] }),
        ssh: {
          privateKey: farm.keys.user,
          passphrase: "",
          certificate: "",
          agent: undefined,
          jumpKey: "",
          jumpPassphrase: "",
          hostKeys: farm.knownHosts,
        },
        environmentVariables: { SECRET },
        deploy: {
          mode: "command",
          switch: `echo "$JESSY_RELEASE" >release\n${script}`,
          rollback: `echo "$JESSY_PREVIOUS" >release`,
          serving: "cat release",
        },
        lock: { name: "deploy", wait: 0, staleAfter },
        timeouts: { connect: 5000, script: 60_000, total: 600_000 },
      },
    });
    const file = join(folder, `run-${run}.json`);
    writeFileSync(file, JSON.stringify({ inputs, plan: { ...plan, mode: "command", image: null } }));
    const child = spawn(process.execPath, [PROCESS, file], {
      env: environment(run),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let log = "";
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (log += chunk));
    return { child, exit: new Promise((done) => child.on("close", done)), log: () => log };
  }

  const resultOf = (run: string): Result => JSON.parse(readFileSync(join(folder, `run-${run}.json.result`), "utf8"));
  const whenServed = (releases: readonly string[]) => expect.poll(served, { timeout: 30_000 }).toEqual(releases);
  const runPost = async () => {
    const lines: string[] = [];
    const log = recordedLog((line) => lines.push(line));
    await post.run({ gate: "" }, createPhaseIo("ssh-deploy", environment("1"), log));
    return lines.join("");
  };

  test("a release is deployed to all, and nothing of it stays on the runner", async () => {
    const { exit, log } = start("1", "r1");
    expect([await exit, log()]).toEqual([0, expect.not.stringContaining(SECRET)]);
    expect(resultOf("1")).toMatchObject({ outcome: "deployed", verdict: "pass" });
    expect([served(), locks()]).toEqual([
      ["r1", "r1", "r1"],
      ["free", "free", "free"],
    ]);
    await runPost();
    expect(existsSync(join(folder, "jessy/ssh-deploy/ssh"))).toBe(false);
  });

  test("a run that is cancelled in the middle of a switch goes back everywhere, and leaves no lock and no script", async () => {
    const { child, exit } = start("1", "r1", `case $JESSY_HOST in ${hosts[2]!.name}) sleep 1000 ;; esac`);
    await whenServed(["r1", "r1", "r1"]);
    child.kill("SIGINT");
    expect(await exit).toBe(130);
    expect([served(), locks()]).toEqual([
      ["old", "old", "old"],
      ["free", "free", "free"],
    ]);
    await expect.poll(scripts, { timeout: 10_000 }).toEqual([]);
    await runPost();
  });

  test("what a run left that was killed is undone by post", async () => {
    const { child, exit } = start("1", "r1", `case $JESSY_HOST in ${hosts[2]!.name}) sleep 1000 ;; esac`);
    await whenServed(["r1", "r1", "r1"]);
    child.kill("SIGKILL");
    await exit;
    expect(await runPost()).toContain(`${hosts[0]!.name}: rolled back, unlocked.`);
    expect([served(), locks(), existsSync(join(folder, "jessy/ssh-deploy/ssh"))]).toEqual([
      ["old", "old", "old"],
      ["free", "free", "free"],
      false,
    ]);
    await expect.poll(scripts, { timeout: 10_000 }).toEqual([]);
  });

  test("what a run left that died with its runner is healed by the next", async () => {
    const { child, exit } = start("1", "r1", `case $JESSY_HOST in ${hosts[2]!.name}) sleep 1000 ;; esac`);
    await whenServed(["r1", "r1", "r1"]);
    child.kill("SIGKILL");
    await exit;
    expect(locks().every((lock) => lock.includes(`"runId":"1"`))).toBe(true);
    // Nobody knows of its owner without a token: age decides.
    const refused = start("2", "r2");
    await refused.exit;
    expect(resultOf("2")).toMatchObject({ outcome: "refused", lock: { state: "held-by-other" } });
    const next = start("3", "r3", "", 1);
    expect(await next.exit).toBe(0);
    expect(resultOf("3")).toMatchObject({ outcome: "deployed", lock: { state: "taken-over" } });
    expect([served(), locks(), scripts()]).toEqual([["r3", "r3", "r3"], ["free", "free", "free"], []]);
    await runPost();
  });
});
