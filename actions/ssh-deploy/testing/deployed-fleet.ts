import type { LockRecord } from "@jessy-actions/deployment/lock/lock-record";
import { recordedLog } from "../../../packages/local-runner/testing/recorded-log.ts";
import type { CleanUp, JournalEntry } from "../src/cleaning/journal.ts";
import type { Clock, DeploymentParts } from "../src/deploying/parts.ts";
import type { Inputs } from "../src/inputs.ts";
import type { Result } from "../src/result.ts";
import { exampleHost, exampleResult } from "./example-result.ts";
import { FAKE_SCRIPTS, type FakeFleet } from "./fake-fleet.ts";

export const NEW = "new";

/** What a test of a deployment cares about; the rest is the same everywhere. */
export interface FleetOptions {
  readonly hosts: readonly string[];
  readonly release?: string;
  readonly inputs?: Partial<Inputs>;
  readonly parts?: Partial<DeploymentParts>;
  /** Sizes of the groups, in order; default: all at once. */
  readonly groups?: readonly number[];
  readonly run?: string;
  readonly onLine?: (line: string) => void;
}

export interface FleetRun {
  readonly plan: Result;
  readonly inputs: Inputs;
  readonly parts: DeploymentParts;
  /** What `post` would find. */
  readonly journal: { plan: CleanUp | undefined; entry: JournalEntry | undefined };
  /** Work that a cancelled run would do. */
  readonly late: (() => Promise<void>)[];
  readonly ended: string[];
}

/** Time that passes only when somebody waits for it. */
export function fakeClock(): Clock {
  let time = 0;
  return {
    now: () => time,
    async wait(duration, signal) {
      signal?.throwIfAborted();
      time += duration;
    },
  };
}

export function fleetRun(fleet: FakeFleet, options: FleetOptions): FleetRun {
  const { hosts: names, release = NEW, groups = [names.length], run = "77" } = options;
  const parts = groups.map((size, index) =>
    names.slice(sum(groups.slice(0, index)), sum(groups.slice(0, index)) + size),
  );
  const titleOf = (name: string) => `group ${parts.findIndex((part) => part.includes(name)) + 1}`;
  const plan = exampleResult({
    outcome: "planned",
    release,
    duration: 0,
    hosts: names.map((name) =>
      exampleHost(name, {
        state: "planned",
        before: fleet.host(name).serving || null,
        group: titleOf(name),
        phases: [],
      }),
    ),
    groups: parts.map((hosts, index) => ({ title: `group ${index + 1}`, hosts, soak: 0 })),
    notes: [],
    warnings: [],
  });
  const inputs = {
    hosts: names.map((name, index) => ({
      name,
      alias: `host-${index}`,
      address: name,
      port: 22,
      user: "deploy",
      jumps: [],
    })),
    path: "/srv/api",
    environmentVariables: {},
    hooks: { beforeDeploy: "", afterDeploy: "", beforeHost: "", afterHost: "", onFailure: "" },
    gates: [],
    gateTiming: { deadline: 10_000, interval: 100, passes: 1 },
    fleet: { canary: 0, soak: 0, batches: [{ percent: 100 }], pause: 0, maxFailures: { hosts: 0 } },
    lock: { name: "deploy", wait: 0, staleAfter: 3_600_000 },
    timeouts: { connect: 1000, script: 1000, total: 3_600_000 },
    onCancel: "rollback",
    ...options.inputs,
  } as unknown as Inputs;
  const journal: FleetRun["journal"] = { plan: undefined, entry: undefined };
  const late: (() => Promise<void>)[] = [];
  const ended: string[] = [];
  return {
    plan,
    inputs,
    journal,
    late,
    ended,
    parts: {
      remote: fleet,
      scripts: { ...FAKE_SCRIPTS, environment: { JESSY_RELEASE: release } },
      transfer: undefined,
      passGate: async () => ({ passed: true, note: "" }),
      watchDowntime: undefined,
      record: {
        begin: async () => ({ state: "written", id: "1", note: "" }),
        end: async (state) => {
          ended.push(state);
          return { state: "written", id: "1", note: "" };
        },
      },
      owner: ownerOf(run),
      ownerState: async () => ({ state: "running" }),
      openJournal(cleanUp) {
        journal.plan = cleanUp;
        return {
          write: (entry) => {
            journal.entry = entry;
          },
          remove: () => {
            journal.plan = undefined;
            journal.entry = undefined;
          },
        };
      },
      onCancel(work) {
        late.push(work);
        return () => late.splice(late.indexOf(work), 1);
      },
      log: recordedLog(options.onLine),
      clock: fakeClock(),
      ...options.parts,
    },
  };
}

export function ownerOf(run: string): LockRecord {
  return {
    id: `${run}-1`,
    serverUrl: "https://github.com",
    repository: "org/demo",
    runId: run,
    runAttempt: 1,
    runner: "runner",
    url: `https://github.com/org/demo/actions/runs/${run}/attempts/1`,
    release: NEW,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
