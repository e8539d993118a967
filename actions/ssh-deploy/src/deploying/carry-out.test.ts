import { lockText } from "@jessy-actions/deployment/lock/lock-record";
import { describe, expect, test } from "vitest";
import { type FleetOptions, fleetRun, NEW, ownerOf } from "../../testing/deployed-fleet.ts";
import { FakeFleet, type Fault } from "../../testing/fake-fleet.ts";
import type { Result } from "../result.ts";
import { carryOut } from "./carry-out.ts";
import type { PassGate } from "./parts.ts";

const NAMES = ["a", "b", "c"];

interface Outcome extends Pick<Result, "outcome" | "verdict" | "headline"> {
  readonly states: string;
  readonly served: string;
}

async function run(fleet: FakeFleet, options: Partial<FleetOptions> = {}) {
  const started = fleetRun(fleet, { hosts: NAMES, groups: [1, 2], ...options });
  const result = await carryOut(started.plan, started.inputs, started.parts);
  const outcome: Outcome = {
    outcome: result.outcome,
    verdict: result.verdict,
    headline: result.headline,
    states: result.hosts.map(({ state }) => state).join(" "),
    served: Object.values(fleet.served).join(" "),
  };
  return { ...started, result, outcome, fleet };
}

/** All that does not wait for anything. */
const settled = () => new Promise((done) => setImmediate(done));

/** Fails on a host, with what a service says. */
const failingGate =
  (host: string): PassGate =>
  async (_, { name }) =>
    name === host
      ? { passed: false, message: "GET /health answered 503", status: 503, body: "down", log: "" }
      : { passed: true, note: "GET /health answered 200" };

const GATED = { gates: [{ kind: "tcp", from: "host", port: 80 }] } as const;

describe("a fleet", () => {
  test("is deployed to group by group, and unlocked", async () => {
    const { outcome, result, fleet, journal, ended } = await run(new FakeFleet(NAMES));
    expect(outcome).toEqual({
      outcome: "deployed",
      verdict: "pass",
      headline: "All 3 hosts serve the new release",
      states: "deployed deployed deployed",
      served: "new new new",
    });
    expect(result).toMatchObject({ fails: false, previousRelease: "old", lock: { state: "taken" } });
    expect(fleet.locks).toEqual(["free", "free", "free"]);
    expect(fleet.ran.indexOf("b switch")).toBeGreaterThan(fleet.ran.indexOf("a switch"));
    expect(fleet.ran.indexOf("a switch")).toBeGreaterThan(fleet.ran.indexOf("c prepare"));
    expect(fleet.ran.indexOf("a finish")).toBeGreaterThan(fleet.ran.indexOf("c switch"));
    expect([journal.plan, ended]).toEqual([undefined, ["success"]]);
  });

  test.each<[string, Partial<FleetOptions>, string]>([
    ["and no gate is set", {}, "All 3 hosts ran the switch; no gate and no `serving` says what they serve"],
    ["and gates passed", { inputs: GATED }, "All 3 hosts serve the new release"],
  ])("that nothing can ask %s", async (_, options, headline) => {
    const fleet = new FakeFleet(NAMES);
    fleet.isAssumed = true;
    expect((await run(fleet, options)).outcome).toMatchObject({ outcome: "deployed", headline });
  });

  test("that serves the release already is neither prepared nor switched, and its gates are asked", async () => {
    const fleet = new FakeFleet(NAMES, NEW);
    const { outcome } = await run(fleet);
    expect(outcome).toMatchObject({ outcome: "unchanged", verdict: "pass", states: "unchanged unchanged unchanged" });
    expect(new Set(fleet.ran.map((line) => line.slice(2)))).toEqual(new Set(["lock", "serving", "unlock"]));
    const failed = await run(fleet, { inputs: GATED, parts: { passGate: failingGate("b") } });
    expect(failed.outcome).toMatchObject({
      outcome: "failed",
      verdict: "fail",
      headline: "Failed: b failed its gate; all 3 hosts served this release already",
      states: "unchanged failed unchanged",
    });
    expect(failed.result.rerun).toBe("Another run asks the gates again, and changes nothing else.");
  });

  test.each(NAMES)("goes back as a whole when the gate of %s fails", async (host) => {
    const fleet = new FakeFleet(NAMES);
    const { outcome, result, ended } = await run(fleet, { inputs: GATED, parts: { passGate: failingGate(host) } });
    expect(outcome).toMatchObject({
      outcome: "rolled-back",
      verdict: "fail",
      headline: `Rolled back: ${host} failed its gate, and all 3 hosts serve the release before`,
      states: host === "a" ? "rolled-back not-touched not-touched" : "rolled-back rolled-back rolled-back",
      served: "old old old",
    });
    expect(result.hosts.find(({ name }) => name === host)?.failure).toEqual({
      phase: "gate",
      message: "GET /health answered 503",
      status: 503,
      body: "down",
      log: "last words of new",
    });
    expect(ended).toEqual(["failure"]);
    expect(fleet.locks).toEqual(["free", "free", "free"]);
    // What was never switched to is removed.
    expect(fleet.ran.includes("c discard")).toBe(host === "a");
  });

  test("goes back the last group first", async () => {
    const fleet = new FakeFleet(["a", "b", "c", "d"]);
    await run(fleet, {
      hosts: ["a", "b", "c", "d"],
      groups: [1, 2, 1],
      inputs: GATED,
      parts: { passGate: failingGate("d") },
    });
    expect(fleet.ran.filter((line) => line.endsWith("roll back"))).toEqual([
      "d roll back",
      "b roll back",
      "c roll back",
      "a roll back",
    ]);
  });

  test("goes on without a host that may fail, and says that it is mixed", async () => {
    const fleet = new FakeFleet(NAMES);
    const tolerant = { ...fleetRun(fleet, { hosts: NAMES }).inputs.fleet, maxFailures: { hosts: 1 } };
    const { outcome } = await run(fleet, {
      groups: [1, 1, 1],
      inputs: { ...GATED, fleet: tolerant },
      parts: { passGate: failingGate("b") },
    });
    expect(outcome).toMatchObject({ outcome: "mixed", verdict: "fail", states: "deployed rolled-back deployed" });
    expect(outcome.headline).toBe("Mixed: b failed its gate, and the 3 hosts serve different releases");
  });

  test("of a canary that fails goes back whatever may fail", async () => {
    const fleet = new FakeFleet(NAMES);
    const { outcome } = await run(fleet, {
      inputs: {
        ...GATED,
        fleet: { canary: 1, soak: 0, batches: [{ percent: 100 }], pause: 0, maxFailures: { hosts: 2 } },
      },
      parts: { passGate: failingGate("a") },
    });
    expect(outcome).toMatchObject({ outcome: "rolled-back", states: "rolled-back not-touched not-touched" });
  });

  test("of a canary that gets ill while it soaks goes back", async () => {
    const fleet = new FakeFleet(NAMES);
    let asked = 0;
    const started = fleetRun(fleet, {
      hosts: NAMES,
      groups: [1, 2],
      inputs: {
        ...GATED,
        fleet: { canary: 1, soak: 60_000, batches: [{ percent: 100 }], pause: 0, maxFailures: { hosts: 0 } },
      },
      parts: {
        passGate: async () =>
          ++asked < 5
            ? { passed: true, note: "" }
            : { passed: false, message: "ill", status: null, body: null, log: "" },
      },
    });
    const [first, second] = started.plan.groups;
    const plan = { ...started.plan, groups: [{ ...first!, soak: 60_000 }, second!] };
    const result = await carryOut(plan, started.inputs, started.parts);
    expect(result.outcome).toBe("rolled-back");
    expect(result.hosts.map(({ state }) => state)).toEqual(["rolled-back", "not-touched", "not-touched"]);
    expect(asked).toBe(5);
  });

  test("that was never deployed to goes back to nothing", async () => {
    const { outcome, result } = await run(new FakeFleet(NAMES, ""), {
      inputs: GATED,
      parts: { passGate: failingGate("c") },
    });
    expect(outcome).toMatchObject({
      outcome: "rolled-back",
      headline: "Rolled back: c failed its gate, and all 3 hosts serve nothing, as before",
      served: "  ",
    });
    expect(result.hosts[0]).toMatchObject({ before: null, serving: "", state: "rolled-back" });
  });

  test("goes back when its time is over", async () => {
    const fleet = new FakeFleet(NAMES);
    fleet.onScript = async (_, title) => {
      if (title === "switch") await new Promise((resume) => setTimeout(resume, 60));
    };
    const { outcome, result } = await run(fleet, { inputs: { timeouts: { connect: 1, script: 1, total: 30 } } });
    expect(outcome).toMatchObject({ outcome: "rolled-back", verdict: "fail", served: "old old old" });
    expect(JSON.stringify(result.hosts)).toContain("the deployment took longer than `timeout`");
  });
});

describe("a fault", () => {
  const rows: readonly (readonly [string, readonly Fault[], Partial<Outcome>])[] = [
    [
      "a host vanishes before it is locked",
      [{ host: "b", title: "lock", kind: "gone" }],
      { outcome: "refused", served: "old old old", states: "not-touched unreachable not-touched" },
    ],
    [
      "a host cannot be locked",
      [{ host: "b", title: "lock", kind: "fails" }],
      { outcome: "refused", served: "old old old" },
    ],
    [
      "the answer to a lock is lost",
      [{ host: "b", title: "lock", kind: "lost-after" }],
      { outcome: "refused", served: "old old old" },
    ],
    [
      "a host cannot be prepared (full disk)",
      [{ host: "c", title: "prepare", kind: "fails" }],
      { outcome: "refused", served: "old old old" },
    ],
    [
      "a host vanishes while it is prepared",
      [{ host: "c", title: "prepare", kind: "gone" }],
      { outcome: "refused", served: "old old old", states: "not-touched not-touched unreachable" },
    ],
    [
      "a switch fails",
      [{ host: "b", title: "switch", kind: "fails" }],
      { outcome: "rolled-back", served: "old old old" },
    ],
    [
      "a switch fails after it was done",
      [{ host: "b", title: "switch", kind: "fails-after" }],
      { outcome: "rolled-back", served: "old old old" },
    ],
    [
      "a switch is lost before it was done",
      [{ host: "b", title: "switch", kind: "lost" }],
      { outcome: "rolled-back", served: "old old old" },
    ],
    [
      "a switch is lost after it was done",
      [{ host: "b", title: "switch", kind: "lost-after" }],
      { outcome: "rolled-back", served: "old old old" },
    ],
    [
      "a switch takes too long",
      [{ host: "b", title: "switch", kind: "timeout" }],
      { outcome: "rolled-back", served: "old old old" },
    ],
    [
      "a switch says that it was done, and was not",
      [{ host: "b", title: "switch", kind: "lies" }],
      { outcome: "rolled-back", served: "old old old" },
    ],
    [
      "a host vanishes when it is switched",
      [{ host: "b", title: "switch", kind: "gone-after" }],
      {
        outcome: "unknown",
        verdict: "inconclusive",
        served: "old new old",
        states: "rolled-back unreachable rolled-back",
      },
    ],
    [
      "a rollback fails",
      [
        { host: "c", title: "switch", kind: "fails-after" },
        { host: "a", title: "roll back", kind: "fails" },
      ],
      { outcome: "mixed", served: "new old old", states: "failed rolled-back rolled-back" },
    ],
    [
      "a rollback is lost, and repeated",
      [
        { host: "c", title: "switch", kind: "fails" },
        { host: "a", title: "roll back", kind: "lost-after" },
      ],
      { outcome: "rolled-back", served: "old old old" },
    ],
    [
      "a host vanishes before its rollback",
      [
        { host: "c", title: "switch", kind: "fails" },
        { host: "a", title: "roll back", kind: "gone" },
      ],
      { outcome: "unknown", served: "new old old", states: "unreachable rolled-back rolled-back" },
    ],
    [
      "a rollback says that it was done, and was not",
      [
        { host: "c", title: "switch", kind: "fails-after" },
        { host: "a", title: "roll back", kind: "lies" },
      ],
      { outcome: "mixed", served: "new old old", states: "failed rolled-back rolled-back" },
    ],
    [
      "a release cannot be marked as good",
      [{ host: "b", title: "finish", kind: "fails" }],
      { outcome: "deployed", verdict: "pass", served: "new new new" },
    ],
    [
      "a host vanishes at the end",
      [{ host: "b", title: "finish", kind: "gone" }],
      { outcome: "unknown", verdict: "inconclusive", states: "deployed unreachable deployed" },
    ],
    [
      "a host cannot be unlocked",
      [{ host: "b", title: "unlock", kind: "fails" }],
      { outcome: "deployed", verdict: "pass" },
    ],
  ];

  test.each(rows)("%s", async (_, faults, expected) => {
    const fleet = new FakeFleet(NAMES);
    fleet.fail(...faults);
    const { outcome, result } = await run(fleet);
    expect(outcome).toMatchObject(expected);
    // The run after it, with every host back, makes the fleet one again.
    for (const name of NAMES) fleet.host(name).isGone = false;
    fleet.faults = [];
    const again = await run(fleet, {
      run: "78",
      release: "newer",
      parts: { ownerState: async () => ({ state: "ended", how: "x" }) },
    });
    expect(again.outcome).toMatchObject({ outcome: "deployed", served: "newer newer newer" });
    expect(fleet.locks).toEqual(["free", "free", "free"]);
    expect(result.fails).toBe(result.verdict !== "pass");
  });

  test("that kills a run after some switches: the next that fails goes back to what was good before both", async () => {
    const fleet = new FakeFleet(NAMES);
    const killed = new Promise<void>((dead) => {
      fleet.onScript = (host, title) => {
        if (host !== "b" || title !== "switch") return;
        dead();
        return new Promise<never>(() => undefined);
      };
    });
    const dead = fleetRun(fleet, { hosts: NAMES, groups: [1, 2] });
    void carryOut(dead.plan, dead.inputs, dead.parts);
    await killed;
    await settled();
    fleet.onScript = () => undefined;
    expect(fleet.served).toEqual({ a: NEW, b: "old", c: NEW });
    expect(dead.journal.entry).toEqual({ locked: NAMES, switched: NAMES, isCommitted: false });
    const next = { run: "78", release: "newer", inputs: GATED } as const;
    const ended = { ownerState: async () => ({ state: "ended", how: "the run is completed" }) as const };
    const failed = await run(fleet, { ...next, parts: { ...ended, passGate: failingGate("c") } });
    expect(failed.outcome).toMatchObject({
      outcome: "rolled-back",
      states: "rolled-back rolled-back rolled-back",
      served: "old old old",
    });
    expect(failed.result.lock).toMatchObject({
      state: "taken-over",
      ownerUrl: "https://github.com/org/demo/actions/runs/77/attempts/1",
    });
    expect((await run(fleet, { ...next, run: "79" })).outcome).toMatchObject({ outcome: "deployed" });
  });
});

describe("a lock", () => {
  const held = (state: "running" | "unknown", age = 0) => {
    const fleet = new FakeFleet(NAMES);
    Object.assign(fleet.host("b"), { lock: lockText(ownerOf("12")), number: 4, age });
    const ownerState = async () =>
      state === "running"
        ? ({ state: "running" } as const)
        : ({ state: "unknown", why: "GitHub does not show it" } as const);
    return { fleet, ownerState };
  };

  test("of a run that runs keeps every host untouched, and none locked", async () => {
    const { fleet, ownerState } = held("running", 999_999);
    const { outcome, result } = await run(fleet, { parts: { ownerState } });
    expect(outcome).toMatchObject({
      outcome: "refused",
      verdict: "fail",
      states: "not-touched not-touched not-touched",
    });
    expect(outcome.headline).toBe(
      "Nothing was touched: another deployment holds the lock (https://github.com/org/demo/actions/runs/12/attempts/1)",
    );
    expect(result.hosts[1]?.failure?.message).toContain("rm -r /srv/api/.jessy/lock-deploy");
    expect(fleet.locks.map((lock) => lock === "free")).toEqual([true, false, true]);
    expect(fleet.ran.some((line) => line.endsWith("prepare"))).toBe(false);
  });

  test("is waited for, and nothing is held while waiting", async () => {
    const { fleet, ownerState } = held("running");
    let tries = 0;
    fleet.onScript = (host, title) => {
      if (host !== "a" || title !== "lock" || ++tries < 4) return;
      Object.assign(fleet.host("b"), { lock: "free", number: 5 });
    };
    const { outcome } = await run(fleet, {
      inputs: { lock: { name: "deploy", wait: 600_000, staleAfter: 1 } },
      parts: { ownerState },
    });
    expect(outcome.outcome).toBe("deployed");
    expect(fleet.ran.filter((line) => line === "a unlock")).toHaveLength(4);
  });

  test.each([
    ["nobody knows and it is young", 60, "refused"],
    ["nobody knows and it is old", 7200, "deployed"],
  ])("whose owner %s", async (_, age, outcome) => {
    const { fleet, ownerState } = held("unknown", age);
    expect((await run(fleet, { parts: { ownerState } })).outcome.outcome).toBe(outcome);
  });

  test("that another run takes over in the middle ends what we do there", async () => {
    const fleet = new FakeFleet(NAMES);
    fleet.onScript = (host, title) => {
      if (host === "b" && title === "switch")
        Object.assign(fleet.host("b"), { lock: lockText(ownerOf("99")), number: 9 });
    };
    const { outcome, result } = await run(fleet);
    expect(outcome.served).toBe("old old old");
    expect(outcome.verdict).toBe("fail");
    expect(result.hosts[1]?.failure?.message).toContain("the lock of this host is not ours any more");
    expect(fleet.host("b").lock).toBe(lockText(ownerOf("99")));
  });
});

describe("a hook", () => {
  test.each([
    ["before-deploy", { beforeDeploy: "x" }, "refused"],
    ["before-host", { beforeHost: "x" }, "refused"],
    ["after-host", { afterHost: "x" }, "rolled-back"],
    ["after-deploy", { afterDeploy: "x" }, "rolled-back"],
  ])("%s that fails ends the deployment", async (title, hook, outcome) => {
    const fleet = new FakeFleet(NAMES);
    fleet.fail({ host: "a", title, kind: "fails" });
    const hooks = { beforeDeploy: "", afterDeploy: "", beforeHost: "", afterHost: "", onFailure: "clean", ...hook };
    const ended = await run(fleet, { inputs: { hooks } });
    expect(ended.outcome).toMatchObject({ outcome, verdict: "fail", served: "old old old" });
    expect(ended.outcome.headline).toMatch(
      title.endsWith("deploy") ? new RegExp(`${title} failed`) : /a failed a hook/,
    );
    expect(fleet.ran.some((line) => line.endsWith("on-failure"))).toBe(outcome === "rolled-back");
  });

  test("of a host runs before its switch and after its gate; one of the fleet once", async () => {
    const fleet = new FakeFleet(NAMES);
    const hooks = { beforeDeploy: "1", afterDeploy: "2", beforeHost: "3", afterHost: "4", onFailure: "5" };
    const { result } = await run(fleet, { groups: [1, 1, 1], inputs: { hooks } });
    expect(fleet.ran.filter((line) => /^b (?:before|switch|after|serving)/.test(line)).slice(0, 4)).toEqual([
      "b before-host",
      "b switch",
      "b serving",
      "b after-host",
    ]);
    expect(result.steps.map(({ title, outcome }) => `${title} ${outcome}`)).toEqual([
      "before-deploy ok",
      "after-deploy ok",
    ]);
  });
});

describe("a cancelled run", () => {
  /** Cancels when a script is about to run, and lets that script never end. */
  async function cancelAt(at: string, inputs = {}) {
    const fleet = new FakeFleet(NAMES);
    const started = fleetRun(fleet, { hosts: NAMES, groups: [1, 2], inputs });
    const reached = new Promise<void>((done) => {
      fleet.onScript = (host, title) => {
        if (`${host} ${title}` !== at) return;
        fleet.onScript = () => undefined;
        done();
        return new Promise<never>(() => undefined);
      };
    });
    void carryOut(started.plan, started.inputs, started.parts);
    await reached;
    await settled();
    const before = fleet.ran.length;
    await Promise.all(started.late.map((work) => work()));
    await settled();
    return { fleet, ...started, after: fleet.ran.slice(before) };
  }

  test.each([
    ["while it is locked", "b lock", "old old old"],
    ["while it is prepared", "c prepare", "old old old"],
    ["while it is switched", "b switch", "old old old"],
    ["while the last host is asked", "c serving", "old old old"],
    ["while it is finished: the others are finished, too", "b finish", "new new new"],
  ])("%s", async (_, at, served) => {
    const { fleet, journal, ended } = await cancelAt(at);
    expect(Object.values(fleet.served).join(" ")).toBe(served);
    expect(fleet.locks).toEqual(["free", "free", "free"]);
    expect([journal.plan, ended]).toEqual([undefined, ["failure"]]);
    expect([...fleet.hosts.values()].map(({ recorded }) => recorded)).toEqual([undefined, undefined, undefined]);
  });

  test("does nothing but clean up", async () => {
    const { after } = await cancelAt("b switch");
    expect(after.toSorted()).toEqual(["a rollback", "a unlock", "b rollback", "b unlock", "c rollback", "c unlock"]);
  });

  test("leaves what it switched, if asked to", async () => {
    const { fleet } = await cancelAt("b switch", { onCancel: "leave" });
    expect(fleet.served).toEqual({ a: NEW, b: "old", c: NEW });
    expect(fleet.locks).toEqual(["free", "free", "free"]);
  });
});
