import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { Farm, startFarm } from "../../scripts/farm/farm.ts";
import { FleetScenario } from "./fleet-scenario.ts";

const farm = await startFarm({ hosts: 2 });
if (!(farm instanceof Farm)) process.stderr.write(`skipped: locks of deployments: ${farm.missing}\n`);

/** Of the run that holds the lock. */
const OTHER = 12;
const OTHER_URL = `https://github.com/org/demo/actions/runs/${OTHER}`;

describe.skipIf(!(farm instanceof Farm))("the lock of another run", () => {
  const hosts = farm as Farm;
  let fleet: FleetScenario;
  let otherTemporary: string;

  beforeEach(async () => {
    fleet = await FleetScenario.start(hosts);
    otherTemporary = mkdtempSync(join(tmpdir(), "jessy-other-"));
    fleet.site("v1");
    expect((await fleet.deploy()).outcome).toBe("success");
    fleet.site("v2");
    const job = { id: 120, name: "deploy", conclusion: null, runner: "local" };
    fleet.inner.github.workflowRuns.add({
      id: OTHER,
      number: 3,
      workflow: "deploy.yml",
      branch: "main",
      event: "push",
      headSha: fleet.inner.repository.head,
      conclusion: null,
      createdAt: "2026-11-28T10:00:00Z",
      jobs: [job],
    });
  });

  afterEach(async () => {
    rmSync(otherTemporary, { recursive: true, force: true });
    await fleet.close();
  });

  afterAll(() => hosts.stop());

  /** Another run, on a runner of its own, that holds the lock of all hosts and stands still. */
  const startOther = async () => {
    const [first] = hosts.hosts;
    const marks = `${fleet.path}/.jessy`;
    const script = `: >${marks}/reached; while ! test -e ${marks}/go; do sleep 0.1; done`;
    const context = { run_id: String(OTHER), run_number: "3" };
    const running = fleet.deploy({ "before-deploy": script }, { context, temporary: otherTemporary });
    for (const end = Date.now() + 60_000; hosts.run(first!, `test -e ${marks}/reached`).exitCode !== 0; await sleep(50))
      if (Date.now() > end) throw new Error("the other run did not start");
    return { running, goOn: () => hosts.run(first!, `: >${marks}/go`) };
  };

  test("is not taken while that run runs: it is named, with its address, and goes on", async () => {
    const other = await startOther();
    const refused = await fleet.deploy();
    expect(refused, refused.log).toMatchObject({
      outcome: "failure",
      result: { outcome: "refused", lock: { state: "held-by-other", owner: `org/demo run ${OTHER}, attempt 1` } },
    });
    expect(refused.result.lock.ownerUrl).toMatch(new RegExp(`^${OTHER_URL}(?:$|/)`));
    expect(refused.summary).toContain(OTHER_URL);
    expect(refused.log).toContain("the run that holds it still runs");
    expect(fleet.served).toBe("v1 v1");
    other.goOn();
    const ended = await other.running;
    expect(ended, ended.log).toMatchObject({ outcome: "success", states: "deployed deployed" });
    expect(fleet.served).toBe("v2 v2");
    expect(fleet.locks).toBe("free free");
  });

  test("is taken over at once when that run has ended, and what it left running is ended", async () => {
    const other = await startOther();
    fleet.inner.github.workflowRuns.end(OTHER, "cancelled");
    const taken = await fleet.deploy();
    expect(taken, taken.log).toMatchObject({
      outcome: "success",
      states: "deployed deployed",
      result: { lock: { state: "taken-over", owner: `org/demo run ${OTHER}, attempt 1` } },
    });
    expect(taken.log).toContain("the run that held it has ended (the run is completed)");
    expect(hosts.processes(hosts.hosts[0]!).filter((line) => line.includes("sleep 0.1"))).toEqual([]);
    // If that run is alive nevertheless, it touches nothing any more, and leaves the lock of others alone.
    const late = await other.running;
    expect(late.outcome).toBe("failure");
    expect(fleet.served).toBe("v2 v2");
    expect(fleet.locks).toBe("free free");
  });

  test("is taken over at once when a later attempt of that run has begun", async () => {
    const other = await startOther();
    const { runs } = fleet.inner.github.workflowRuns;
    runs[0] = { ...runs[0]!, earlier: ["failure"] };
    const taken = await fleet.deploy();
    expect(taken, taken.log).toMatchObject({ outcome: "success", result: { lock: { state: "taken-over" } } });
    expect(taken.log).toContain("attempt 2 has begun");
    expect((await other.running).outcome).toBe("failure");
  });

  test.each([
    ["a text of somebody else", "ln -s 'not ours' 1"],
    ["a file", ": >1"],
    ["a folder", "mkdir 1"],
    ["a record that was cut", `ln -s '{"id":"12-1-abc","serverUrl":"https://github.com","repos' 1`],
  ])("is refused when it is %s, with the line that removes it", async (_, planted) => {
    const [, second] = hosts.hosts;
    const folder = `${fleet.path}/.jessy/lock-deploy`;
    const made = hosts.run(second!, `rm -rf ${folder} && mkdir ${folder} && cd ${folder} && ${planted}`);
    expect(made.exitCode, made.stderr).toBe(0);
    const refused = await fleet.deploy();
    expect(refused, refused.log).toMatchObject({
      outcome: "failure",
      result: { outcome: "refused", lock: { state: "held-by-other", owner: null } },
    });
    expect(refused.summary).toContain(second!.name);
    expect(fleet.served).toBe("v1 v1");
    const [line] = /rm -r \/srv\/[\w./-]*\w/.exec(refused.summary) ?? [];
    expect(line).toBe(`rm -r ${folder}`);
    expect(hosts.run(second!, line!).exitCode).toBe(0);
    const healed = await fleet.deploy();
    expect(healed, healed.log).toMatchObject({ outcome: "success", states: "deployed deployed" });
  });
});
