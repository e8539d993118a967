import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fleetRun } from "../../testing/deployed-fleet.ts";
import { FakeFleet } from "../../testing/fake-fleet.ts";
import { LocalFleet } from "../../testing/local-fleet.ts";
import type { Inputs } from "../inputs.ts";
import { modeScripts } from "../modes/mode-scripts.ts";
import { carryOut } from "./carry-out.ts";

const NAMES = ["a", "b", "c"];
const PATH = "the app's room";

let fleet: LocalFleet;

beforeEach(() => {
  fleet = new LocalFleet(NAMES, PATH);
});

afterEach(() => fleet.remove());

/** Deploys one file to all hosts, with the scripts of the mode `files`. @param command a gate's, run on each host. */
async function deploy(
  run: string,
  release: string,
  options: { command?: string; hooks?: Partial<Inputs["hooks"]> } = {},
) {
  const { command = "true", hooks = {} } = options;
  const started = fleetRun(new FakeFleet(NAMES), {
    hosts: NAMES,
    groups: [1, 2],
    run,
    release,
    inputs: {
      path: PATH,
      environmentVariables: { GREETING: "it's $HOME" },
      deploy: { mode: "files", source: ".", exclude: [], transfer: "auto", shared: [], keep: 2, activate: "" },
      gates: [{ kind: "command", script: command }],
      hooks: { beforeDeploy: "", afterDeploy: "", beforeHost: "", afterHost: "", onFailure: "", ...hooks },
    },
  });
  const passGate: typeof started.parts.passGate = async (_, host) => {
    const script = { title: "gate", body: command, environment: { JESSY_PATH: PATH }, timeout: 1000 };
    const end = await fleet.run(host, script);
    return end.kind === "exited" && end.exitCode === 0
      ? { passed: true, note: "" }
      : { passed: false, message: "the command failed", status: null, body: null, log: end.tail };
  };
  const parts = {
    ...started.parts,
    remote: fleet,
    scripts: modeScripts(started.inputs, release, null),
    transfer: fleet.transfer(release, { "index.html": release }),
    passGate,
    ownerState: async () => ({ state: "ended", how: "the run is completed" }) as const,
  };
  return { ...started, parts, result: () => carryOut(started.plan, started.inputs, parts) };
}

describe("on hosts with real scripts", () => {
  test("one release follows another, and one that fails its gate leaves no trace of it anywhere", async () => {
    const first = await (await deploy("1", "r1")).result();
    expect([first.headline, first.previousRelease, fleet.served]).toEqual([
      "All 3 hosts serve the new release",
      null,
      ["r1", "r1", "r1"],
    ]);
    const second = await (await deploy("2", "r2")).result();
    expect([second.outcome, second.previousRelease, fleet.served]).toEqual(["deployed", "r1", ["r2", "r2", "r2"]]);
    const third = await (
      await deploy("3", "r3", { command: `case $PWD in */c) echo 'no database' >&2; exit 1 ;; esac` })
    ).result();
    expect([third.outcome, fleet.served]).toEqual(["rolled-back", ["r2", "r2", "r2"]]);
    expect(third.hosts.map(({ state, serving }) => `${state} ${serving}`)).toEqual(NAMES.map(() => "rolled-back r2"));
    expect(third.hosts[2]?.failure?.log).toContain("no database");
    expect(fleet.locks).toEqual(["free", "free", "free"]);
  });

  test("a hook knows its host, and what is deployed", async () => {
    const body = `printf '%s|' "$JESSY_HOST" "$JESSY_RELEASE" "$JESSY_PREVIOUS" "$JESSY_PATH" "$GREETING" >>"$HOME/hooks"; [ "$PWD" = "$JESSY_PATH" ]`;
    await (await deploy("1", "r1")).result();
    const result = await (await deploy("2", "r2", { hooks: { afterHost: body, afterDeploy: body } })).result();
    expect(result.outcome).toBe("deployed");
    const said = (name: string) => `${name}|r2|r1|${fleet.room(name)}|it's $HOME|`;
    expect(readFileSync(join(fleet.home("a"), "hooks"), "utf8")).toBe(said("a") + said("a"));
    expect(readFileSync(join(fleet.home("b"), "hooks"), "utf8")).toBe(said("b"));
  });

  test.each([
    ["forward", "r3", "true", "deployed", "r3"],
    ["forward to the same release", "r2", "true", "unchanged", "r2"],
    ["back to what was good before both", "r3", "case $PWD in */b) exit 1 ;; esac", "rolled-back", "r1"],
    ["back from the same release", "r2", "case $PWD in */b) exit 1 ;; esac", "rolled-back", "r1"],
  ])(
    "a run that is killed between two hosts is healed by the next, %s",
    async (_, release, command, outcome, served) => {
      await (await deploy("1", "r1")).result();
      const dead = await deploy("2", "r2");
      const killed = new Promise<void>((done) => {
        dead.parts.passGate = async (_gate, { name }) => {
          if (name === "a") return { passed: true, note: "" };
          done();
          return new Promise<never>(() => undefined);
        };
      });
      void dead.result();
      await killed;
      await expect.poll(() => fleet.served).toEqual(["r2", "r2", "r2"]);
      const next = await (await deploy("3", release, { command })).result();
      expect(next.lock).toMatchObject({ state: "taken-over", owner: "org/demo run 2, attempt 1" });
      expect([next.outcome, fleet.served]).toEqual([outcome, NAMES.map(() => served)]);
      expect(fleet.locks).toEqual(["free", "free", "free"]);
    },
  );

  test("a run that is cancelled goes back with what it keeps for post", async () => {
    await (await deploy("1", "r1")).result();
    const cancelled = await deploy("2", "r2");
    const reached = new Promise<void>((done) => {
      cancelled.parts.passGate = async (_, { name }) => {
        if (name === "a") return { passed: true, note: "" };
        done();
        return new Promise<never>(() => undefined);
      };
    });
    void cancelled.result();
    await reached;
    await expect.poll(() => fleet.served).toEqual(["r2", "r2", "r2"]);
    await Promise.all(cancelled.late.map((work) => work()));
    expect([fleet.served, fleet.locks]).toEqual([
      ["r1", "r1", "r1"],
      ["free", "free", "free"],
    ]);
    expect(cancelled.journal.plan).toBeUndefined();
  });
});
