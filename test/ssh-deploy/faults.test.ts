import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { Farm, type FarmHost, startFarm } from "../../scripts/farm/farm.ts";
import { type FleetRun, FleetScenario } from "./fleet-scenario.ts";

/** Every row of docs/deploy-faults.md: what a fault leaves, and what the same run does after it. */

const farm = await startFarm({ hosts: 3, disk: { 3: "size=4m,nr_inodes=400" } });
if (!(farm instanceof Farm)) process.stderr.write(`skipped: faults of deployments: ${farm.missing}\n`);

/** Where a deployment stands still, so that something can happen to it: the input and the script that does it on a host. */
const PHASES = ["before-deploy", "before-host", "activate", "gates", "after-host", "after-deploy"] as const;

type Phase = (typeof PHASES)[number];

describe.skipIf(!(farm instanceof Farm))("a deployment to which something happens", () => {
  const hosts = farm as Farm;
  let fleet: FleetScenario;

  beforeEach(async () => {
    fleet = await FleetScenario.start(hosts);
    fleet.site("v1");
    expect((await fleet.deploy()).outcome).toBe("success");
    fleet.site("v2");
  });

  afterEach(async () => {
    for (const host of hosts.hosts) hosts.heal(host);
    await fleet.close();
  });

  afterAll(() => hosts.stop());

  /** Inputs with which a phase tells that it was reached on a host, and goes on when it is told to. */
  const stopAt = (phase: Phase, host: FarmHost): Record<string, string> => {
    const [reached, go] = [`/tmp/reached`, `/tmp/go`];
    for (const one of hosts.hosts) hosts.run(one, `rm -f ${reached} ${go}`);
    const script = `if test "$(hostname)" = ${host.name} && ! test -e ${go}${phase === "activate" ? ` && grep -q v2 ${fleet.path}/current/version` : ""}; then : >${reached}; while ! test -e ${go}; do sleep 0.1; done; fi`;
    return { [phase]: phase === "gates" ? `command ${script}` : script, batches: "1", "gate-deadline": "60s" };
  };

  const goOn = (host: FarmHost) => hosts.run(host, ": >/tmp/go");

  const whenReached = async (host: FarmHost): Promise<void> => {
    for (const end = Date.now() + 60_000; Date.now() < end; await sleep(50))
      if (hosts.run(host, "test -e /tmp/reached").exitCode === 0) return;
    throw new Error("the phase was not reached");
  };

  /** The report and the hosts must never contradict each other, whatever happened. */
  const expectTruth = (run: FleetRun): void => {
    const served = fleet.served.split(" ");
    if (run.result === undefined) return;
    if (run.result.outcome === "deployed") expect(new Set(served)).toEqual(new Set(["v2"]));
    if (new Set(served).size > 1) expect(["mixed", "unknown"]).toContain(run.result.outcome);
    if (run.outcome === "success") expect(new Set(served)).toEqual(new Set(["v2"]));
  };

  const expectHealed = async (): Promise<void> => {
    const healed = await fleet.deploy();
    expect(healed, healed.log).toMatchObject({ outcome: "success" });
    expect(fleet.served).toBe("v2 v2 v2");
    expect(fleet.locks).toBe("free free free");
    expect(existsSync(fleet.temporary) ? leftKeys() : []).toEqual([]);
  };

  /** Files of the runner that hold the private key. */
  const leftKeys = (): readonly string[] => {
    const secret = hosts.keys.user.split("\n")[2]!;
    return readdirSync(fleet.temporary, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => `${entry.parentPath}/${entry.name}`)
      .filter((file) => readFileSync(file, "latin1").includes(secret));
  };

  /** No process of a script of ours runs on. */
  const expectNoOrphans = async (): Promise<void> => {
    for (const end = Date.now() + 15_000; ; await sleep(200)) {
      const left = hosts.hosts.flatMap((host) => hosts.processes(host).filter((line) => line.includes("sleep 0.1")));
      if (left.length === 0) return;
      if (Date.now() > end) expect(left).toEqual([]);
    }
  };

  test.each(PHASES)("cancelled during %s: unlocked, one release everywhere, no key left", async (phase) => {
    const host = phase === "before-deploy" || phase === "after-deploy" ? hosts.hosts[0]! : hosts.hosts[1]!;
    const cancel = new AbortController();
    const running = fleet.deploy(stopAt(phase, host), { signal: cancel.signal });
    await whenReached(host);
    cancel.abort();
    const run = await running;
    expectTruth(run);
    expect(fleet.locks, run.log).toBe("free free free");
    expect(leftKeys()).toEqual([]);
    await expectNoOrphans();
    goOn(host);
    await expectHealed();
  });

  test.each(["before-host", "activate", "gates"] as const)(
    "a host is cut off during %s, and comes back",
    async (phase) => {
      const host = hosts.hosts[1]!;
      const running = fleet.deploy({ ...stopAt(phase, host), "connect-timeout": "2s" });
      await whenReached(host);
      hosts.cut(host);
      const run = await running;
      expect(run.outcome).toBe("failure");
      expectTruth(run);
      expect(run.result.hosts[1]).toMatchObject({ serving: null, state: "unreachable" });
      hosts.heal(host);
      goOn(host);
      await expectNoOrphans();
      await expectHealed();
    },
  );

  test("a full disk on one host touches none", async () => {
    fleet.inner.repository.commit({ "site/large.bin": "x".repeat(6_000_000) });
    const run = await fleet.deploy();
    expect(run.outcome).toBe("failure");
    expect(fleet.served).toBe("v1 v1 v1");
    expect(run.summary).toContain("h3");
    expect(run.summary).toMatch(/the disk has 3\.9 MB free/);
    expect(fleet.locks).toBe("free free free");
  });

  test("a host without inodes touches none", async () => {
    fleet.inner.repository.commit(
      Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`site/many/${index}`, `${index}`])),
    );
    const run = await fleet.deploy();
    expect(run.outcome).toBe("failure");
    expect(fleet.served).toBe("v1 v1 v1");
    expect(run.summary).toContain("h3");
    expect(run.summary).toMatch(/inode|files/i);
  });

  test("a rollback that fails is told, with what each host serves", async () => {
    const [first, second] = hosts.hosts;
    const activate = `test "$(hostname)" != ${first!.name} || ! grep -q v1 ${fleet.path}/current/version`;
    const run = await fleet.deploy({ activate, gates: `command test "$(hostname)" != ${second!.name}`, batches: "1" });
    expect(run.outcome).toBe("failure");
    expectTruth(run);
    expect(run.summary).toContain(first!.name);
    await expectHealed();
  });

  test.each(PHASES)("killed during %s, with what runs it: post unlocks, and the same run heals", async (phase) => {
    const host = phase === "before-deploy" || phase === "after-deploy" ? hosts.hosts[0]! : hosts.hosts[1]!;
    const running = fleet.deploy(stopAt(phase, host));
    await whenReached(host);
    killAction();
    const run = await running;
    expect(run.outcome).toBe("failure");
    expect(fleet.locks, run.log).toBe("free free free");
    expect(leftKeys()).toEqual([]);
    await expectNoOrphans();
    goOn(host);
    await expectHealed();
  });

  /** SIGKILL for the node that runs the action: it works in the checkout. */
  const killAction = (): void => {
    for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
      try {
        const isNode = /\/node$/.test(readlinkSync(`/proc/${pid}/exe`));
        if (isNode && readlinkSync(`/proc/${pid}/cwd`) === fleet.inner.repository.folder)
          process.kill(Number(pid), "SIGKILL");
      } catch {
        // Gone meanwhile.
      }
    }
  };
});
