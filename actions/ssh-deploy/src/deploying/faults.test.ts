import fc from "fast-check";
import { expect, test } from "vitest";
import { fleetRun, NEW } from "../../testing/deployed-fleet.ts";
import { FakeFleet, type Fault } from "../../testing/fake-fleet.ts";
import type { Result } from "../result.ts";
import { carryOut } from "./carry-out.ts";

const NAMES = ["a", "b", "c", "d"];
const TITLES = [
  "lock",
  "prepare",
  "switch",
  "serving",
  "diagnose",
  "roll back",
  "finish",
  "discard",
  "unlock",
  "before-host",
  "after-host",
  "*",
];
const KINDS = ["fails", "fails-after", "lost", "lost-after", "timeout", "gone", "gone-after", "lies"] as const;

const fault: fc.Arbitrary<Fault> = fc.record({
  host: fc.constantFrom(...NAMES),
  title: fc.constantFrom(...TITLES),
  kind: fc.constantFrom(...KINDS),
  times: fc.integer({ min: 1, max: 4 }),
});

const scenario = fc.record({
  faults: fc.array(fault, { minLength: 1, maxLength: 5 }),
  /** What each host serves before. */
  before: fc.tuple(...NAMES.map(() => fc.constantFrom("old", "old", "old", "", "older", NEW))),
  groups: fc.constantFrom([4], [1, 3], [1, 1, 2], [1, 1, 1, 1], [2, 2]),
  maxFailures: fc.integer({ min: 0, max: 3 }),
  badGates: fc.subarray(NAMES, { maxLength: 2 }),
  hasHooks: fc.boolean(),
});

type Scenario = typeof scenario extends fc.Arbitrary<infer Value> ? Value : never;

function start(fleet: FakeFleet, { groups, maxFailures, badGates, hasHooks }: Scenario, run: string, release: string) {
  const hook = hasHooks ? "x" : "";
  return fleetRun(fleet, {
    hosts: NAMES,
    groups,
    run,
    release,
    inputs: {
      gates: [{ kind: "tcp", from: "host", port: 80 }],
      fleet: { canary: 0, soak: 0, batches: [], pause: 0, maxFailures: { hosts: maxFailures } },
      hooks: { beforeDeploy: "", afterDeploy: "", beforeHost: hook, afterHost: hook, onFailure: hook },
    },
    parts: {
      ownerState: async () => ({ state: "ended", how: "the run is completed" }),
      passGate: async (_, { name }) =>
        badGates.includes(name)
          ? { passed: false, message: "503", status: 503, body: null, log: "" }
          : { passed: true, note: "" },
    },
  });
}

/** What a result may say, by what the hosts truly serve. */
function check(result: Result, fleet: FakeFleet, release: string, badGates: readonly string[]): void {
  const served = NAMES.map((name) => fleet.host(name).serving);
  for (const { name, serving, state } of result.hosts) {
    // "lies" can make a host silent, and never makes it say something else.
    if (serving !== null) expect(serving).toBe(fleet.host(name).serving);
    if (state === "deployed" || state === "unchanged") expect(fleet.host(name).serving).toBe(release);
    if (state === "deployed") expect(badGates).not.toContain(name);
    if (state === "rolled-back") expect(fleet.host(name).serving).not.toBe(release);
    if (serving === null) expect(state).toBe("unreachable");
  }
  if (result.verdict === "pass") {
    expect(served).toEqual(NAMES.map(() => release));
    expect(badGates).toEqual([]);
  }
  if (new Set(served).size > 1) expect(["mixed", "unknown", "refused"]).toContain(result.outcome);
  if (result.outcome === "refused") expect(fleet.ran.some((line) => line.endsWith(" switch"))).toBe(false);
  expect(result.fails).toBe(result.verdict !== "pass");
  expect(result.headline).not.toBe("");
}

test("whatever fails wherever, a result says what the hosts serve, and the next run makes the fleet one", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, async (given) => {
      const fleet = new FakeFleet(NAMES);
      for (const [index, name] of NAMES.entries()) fleet.host(name).serving = given.before[index]!;
      fleet.fail(...given.faults);
      const first = start(fleet, given, "77", NEW);
      check(await carryOut(first.plan, first.inputs, first.parts), fleet, NEW, given.badGates);
      const switched = fleet.ran.filter((line) => line.endsWith(" switch")).length;
      // Every host is back, and what failed is mended.
      fleet.faults = [];
      fleet.ran.length = 0;
      for (const name of NAMES) fleet.host(name).isGone = false;
      const second = start(fleet, { ...given, badGates: [] }, "78", "newer");
      const result = await carryOut(second.plan, second.inputs, second.parts);
      expect({ outcome: result.outcome, served: fleet.served }).toEqual({
        outcome: "deployed",
        served: { a: "newer", b: "newer", c: "newer", d: "newer" },
      });
      expect(fleet.locks).toEqual(NAMES.map(() => "free"));
      expect(switched).toBeLessThanOrEqual(NAMES.length);
    }),
    { numRuns: 400 },
  );
});

test("killed wherever, what post does leaves no lock and no fleet in two minds", async () => {
  await fc.assert(
    fc.asyncProperty(scenario, fc.nat(40), async (given, at) => {
      const fleet = new FakeFleet(NAMES);
      const run = start(fleet, { ...given, badGates: [] }, "77", NEW);
      let left = at;
      const killed = new Promise<boolean>((done) => {
        fleet.onScript = () => {
          if (left-- > 0) return;
          done(true);
          return new Promise<never>(() => undefined);
        };
        void carryOut(run.plan, run.inputs, run.parts).then(() => done(false));
      });
      const isKilled = await killed;
      await new Promise((settled) => setImmediate(settled));
      fleet.onScript = () => undefined;
      if (isKilled) await Promise.all(run.late.map((work) => work()));
      expect(new Set(Object.values(fleet.served)).size).toBe(1);
      expect(fleet.locks).toEqual(NAMES.map(() => "free"));
      expect(run.journal.plan).toBeUndefined();
    }),
    { numRuns: 200 },
  );
});
