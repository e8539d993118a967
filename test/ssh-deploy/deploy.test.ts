import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { Farm, startFarm } from "../../scripts/farm/farm.ts";
import { FleetScenario } from "./fleet-scenario.ts";

const farm = await startFarm({ hosts: 4 });
if (!(farm instanceof Farm)) process.stderr.write(`skipped: ssh-deploy on real hosts: ${farm.missing}\n`);

describe.skipIf(!(farm instanceof Farm))("a fleet", () => {
  let fleet: FleetScenario;

  beforeEach(async () => {
    fleet = await FleetScenario.start(farm as Farm);
    fleet.site("v1");
  });

  afterEach(() => fleet.close());

  afterAll(() => (farm as Farm).stop());

  test("gets a release, nothing a second time, and then the next one", async () => {
    const first = await fleet.deploy();
    expect(first).toMatchObject({ outcome: "success", states: "deployed deployed deployed deployed" });
    expect(fleet.served).toBe("v1 v1 v1 v1");
    expect(first.result).toMatchObject({ outcome: "deployed", verdict: "pass", previousRelease: null });
    const again = await fleet.deploy();
    expect(again).toMatchObject({ outcome: "success", states: "unchanged unchanged unchanged unchanged" });
    fleet.site("v2");
    const second = await fleet.deploy();
    expect(second).toMatchObject({ outcome: "success", states: "deployed deployed deployed deployed" });
    expect(second.outputs.get("previous-release")).toBe(first.outputs.get("release"));
    expect(fleet.served).toBe("v2 v2 v2 v2");
    expect(fleet.locks).toBe("free free free free");
    expect(JSON.parse(second.outputs.get("hosts")!)).toMatchObject(
      fleet.hosts.map(({ name }) => ({ name, state: "deployed", serving: second.outputs.get("release") })),
    );
  });

  test.each([
    ["1", 0],
    ["3", 2],
    ["last", 3],
  ])("goes back to the old release on every host when the gate of host %s fails", async (_, index) => {
    await fleet.deploy();
    fleet.site("v2");
    const ill = fleet.hosts[index]!;
    const gates = `command test "$(hostname)" != ${ill.name}`;
    const failed = await fleet.deploy({ gates, batches: "1" });
    expect(failed).toMatchObject({ outcome: "failure", result: { outcome: "rolled-back", verdict: "fail" } });
    expect(fleet.served).toBe("v1 v1 v1 v1");
    const states = fleet.hosts.map((_, at) => (at <= index ? "rolled-back" : "not-touched"));
    expect(failed.states).toBe(states.join(" "));
    expect(failed.result.hosts[index]!.failure).toMatchObject({ phase: "gate" });
    expect(fleet.locks).toBe("free free free free");
    const healed = await fleet.deploy();
    expect(healed).toMatchObject({ outcome: "success", states: "deployed deployed deployed deployed" });
    expect(fleet.served).toBe("v2 v2 v2 v2");
  });

  test("says that there is nothing to go back to when its first release fails", async () => {
    fleet.site("v1", false);
    const failed = await fleet.deploy();
    expect(failed.outcome).toBe("failure");
    expect(failed.result.outcome).not.toBe("deployed");
    expect(fleet.served).toBe("- - - -");
    fleet.site("v1");
    expect((await fleet.deploy()).outcome).toBe("success");
  });

  test("is not touched when one host is down", async () => {
    await fleet.deploy();
    fleet.site("v2");
    const [, , third] = fleet.hosts;
    fleet.farm.cut(third!);
    const refused = await fleet.deploy();
    fleet.farm.heal(third!);
    expect(refused).toMatchObject({ outcome: "failure", result: { outcome: "refused" } });
    expect(fleet.served).toBe("v1 v1 v1 v1");
    expect(refused.summary).toContain("h3");
    expect(fleet.locks).toBe("free free free free");
    expect((await fleet.deploy()).outcome).toBe("success");
  });

  test("prints the plan of each host, and is not touched by a dry run", async () => {
    const planned = await fleet.deploy({ "dry-run": "true", canary: "1" });
    expect(planned).toMatchObject({ outcome: "success", states: "planned planned planned planned" });
    expect(fleet.served).toBe("- - - -");
    for (const { name } of fleet.hosts) expect(planned.summary).toContain(name);
    expect(fleet.locks).toBe("free free free free");
  });

  test("is refused without host keys, with the line to paste", async () => {
    const refused = await fleet.deploy({ "host-keys": "" });
    expect(refused.outcome).toBe("failure");
    expect(refused.log).toContain(fleet.hosts[0]!.fingerprint);
  });
});
