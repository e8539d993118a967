import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordedLog } from "../../../../packages/local-runner/testing/recorded-log.ts";
import { fleetRun, NEW } from "../../testing/deployed-fleet.ts";
import { FakeFleet } from "../../testing/fake-fleet.ts";
import { carryOut } from "../deploying/carry-out.ts";
import { openJournal } from "./clean-up-file.ts";
import { finishCleanUp } from "./finish-clean-up.ts";

const NAMES = ["a", "b", "c"];

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-post-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A run that is killed when a script is about to start, and the fleet that it leaves. */
async function killAt(at: string): Promise<FakeFleet> {
  const fleet = new FakeFleet(NAMES);
  const run = fleetRun(fleet, {
    hosts: NAMES,
    groups: [1, 2],
    parts: { openJournal: (plan) => openJournal(folder, plan) },
  });
  await new Promise<void>((killed) => {
    fleet.onScript = (host, title) => {
      if (`${host} ${title}` !== at) return;
      killed();
      return new Promise<never>(() => undefined);
    };
    void carryOut(run.plan, run.inputs, run.parts);
  });
  await new Promise((settled) => setImmediate(settled));
  fleet.onScript = () => undefined;
  fleet.ran.length = 0;
  return fleet;
}

async function post(fleet: FakeFleet): Promise<string> {
  const lines: string[] = [];
  await finishCleanUp(
    folder,
    () => fleet,
    recordedLog((line) => lines.push(line)),
  );
  return lines.join("");
}

describe("after a run that was killed", () => {
  test.each([
    ["before it locked anything", "a lock", "old old old"],
    ["while it prepared", "b prepare", "old old old"],
    ["when some hosts were switched", "b switch", "old old old"],
    ["when all hosts were switched", "c serving", "old old old"],
    ["when all gates had passed", "a finish", "new new new"],
    ["while it unlocked", "b unlock", "new new new"],
  ])("%s, every host serves the same, and none is locked", async (_, at, served) => {
    const fleet = await killAt(at);
    await post(fleet);
    expect(Object.values(fleet.served).join(" ")).toBe(served);
    expect(fleet.locks).toEqual(["free", "free", "free"]);
    expect(readdirSync(folder)).toEqual([]);
    fleet.ran.length = 0;
    expect(await post(fleet)).toBe("");
    expect(fleet.ran).toEqual([]);
  });

  test("a host that does not answer is told, and nothing of the user stays on the runner", async () => {
    const fleet = await killAt("b switch");
    fleet.host("a").isGone = true;
    expect(await post(fleet)).toContain(
      "::warning::a could not be cleaned up: the rollback: the connection was lost. The next run takes its lock over",
    );
    expect([fleet.served, readdirSync(folder)]).toEqual([{ a: NEW, b: "old", c: "old" }, []]);
  });

  test("hosts that another run has taken over are left alone", async () => {
    const fleet = await killAt("b switch");
    for (const name of NAMES) Object.assign(fleet.host(name), { lock: "another", serving: "another's" });
    await post(fleet);
    expect(fleet.served).toEqual({ a: "another's", b: "another's", c: "another's" });
    expect(fleet.locks).toEqual(["another", "another", "another"]);
  });
});

test("after a run that came to its end there is nothing to do", async () => {
  const fleet = new FakeFleet(NAMES);
  const run = fleetRun(fleet, { hosts: NAMES, parts: { openJournal: (plan) => openJournal(folder, plan) } });
  await carryOut(run.plan, run.inputs, run.parts);
  expect(readdirSync(folder)).toEqual([]);
  fleet.ran.length = 0;
  await post(fleet);
  expect(fleet.ran).toEqual([]);
});
