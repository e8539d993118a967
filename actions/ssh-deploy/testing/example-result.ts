import type { HostResult, PhaseResult, Result } from "../src/result.ts";

export const COMMIT = "4f1c2ab09d5e7f6a8b3c4d5e6f708192a3b4c5d6";
export const RELEASE = "20261128T101500Z-4f1c2ab09d5e-77.1";
export const BEFORE = "20261121T090000Z-0123456789ab-61.1";

/** Each phase with its milliseconds; a text in place of a number is the note of a phase that failed after 30 s. */
export function phasesOf(times: Partial<Record<PhaseResult["phase"], number | string>>): PhaseResult[] {
  return Object.entries(times).map(([phase, time]) => ({
    phase: phase as PhaseResult["phase"],
    outcome: typeof time === "number" ? "ok" : "failed",
    duration: typeof time === "number" ? time : 30_000,
    note: typeof time === "number" ? "" : time,
  }));
}

const GOOD = { connect: 312, preflight: 41, lock: 12, prepare: 1840, switch: 37, gate: 2100, measure: 9, finish: 22 };

/** A host that serves the new release, with what a test cares about changed. */
export function exampleHost(name: string, changes: Partial<HostResult> = {}): HostResult {
  return {
    name,
    address: `${name}.example.com`,
    group: "all hosts",
    state: "deployed",
    before: BEFORE,
    serving: RELEASE,
    phases: phasesOf(GOOD),
    failure: null,
    ...changes,
  };
}

/** Three hosts that were deployed to. */
export function exampleResult(changes: Partial<Result> = {}): Result {
  return {
    schema: "jessy-actions/ssh-deploy/v1",
    verdict: "pass",
    fails: false,
    headline: "All 3 hosts serve the new release",
    name: "",
    outcome: "deployed",
    mode: "files",
    commit: COMMIT,
    version: COMMIT,
    release: RELEASE,
    previousRelease: BEFORE,
    time: Date.UTC(2026, 10, 28, 10, 15),
    duration: 5210,
    repository: { owner: "acme", name: "jessy" },
    serverUrl: "https://github.com",
    environment: "production",
    url: "https://api.example.com/",
    runUrl: "https://github.com/acme/jessy/actions/runs/77/attempts/1",
    image: null,
    groups: [
      { title: "canary", hosts: ["api-1"], soak: 60_000 },
      { title: "batch 1", hosts: ["api-2", "api-3"], soak: 0 },
    ],
    hosts: [
      exampleHost("api-1", { group: "canary" }),
      exampleHost("api-2", { group: "batch 1" }),
      exampleHost("api-3", { group: "batch 1" }),
    ],
    steps: [],
    lock: { state: "taken", owner: null, ownerUrl: null, note: "" },
    record: { state: "written", id: "4242", note: "" },
    downtime: { requests: 482, lost: 0, milliseconds: 0 },
    rerun: "Another run of this commit would change nothing.",
    notes: [],
    warnings: [],
    settings: { dryRun: false, maxFailures: "0", gates: ["GET /health"] },
    ...changes,
  };
}

const ROLLED_BACK = { serving: BEFORE, state: "rolled-back" } as const;

/** The gate of the last host failed, and every host went back. */
export function rolledBackResult(changes: Partial<Result> = {}): Result {
  const { finish: _, gate, ...started } = GOOD;
  return exampleResult({
    verdict: "fail",
    fails: true,
    outcome: "rolled-back",
    headline: "Rolled back: api-3 failed its gate, and all 3 hosts serve the release before",
    hosts: [
      exampleHost("api-1", { ...ROLLED_BACK, group: "canary", phases: phasesOf({ ...started, gate, rollback: 44 }) }),
      exampleHost("api-2", { ...ROLLED_BACK, group: "batch 1", phases: phasesOf({ ...started, gate, rollback: 51 }) }),
      exampleHost("api-3", {
        ...ROLLED_BACK,
        group: "batch 1",
        phases: phasesOf({ ...started, gate: "GET /health answered 503, 28 times", rollback: 48 }),
        failure: {
          phase: "gate",
          message: "GET /health answered 503, 28 times in 30 s",
          status: 503,
          body: '{"status":"down","database":"connection refused"}\n',
          log: "starting jessy 1.4.0\nlistening on 127.0.0.1:8080\nERROR database: connection refused (10.0.0.5:5432)",
        },
      }),
    ],
    downtime: { requests: 911, lost: 3, milliseconds: 118 },
    rerun: "Another run would deploy to all 3 hosts again.",
    ...changes,
  });
}

/** The host that failed its rollback serves the new release, and another is gone. */
export function mixedResult(changes: Partial<Result> = {}): Result {
  const base = rolledBackResult();
  const [first, second, third] = base.hosts as [HostResult, HostResult, HostResult];
  return {
    ...base,
    outcome: "mixed",
    headline: "Mixed: the 3 hosts serve different releases, and 1 of them does not answer",
    hosts: [
      first,
      { ...second, state: "unreachable", serving: null, failure: failureOf("rollback", "the connection was lost") },
      { ...third, state: "failed", serving: RELEASE },
    ],
    lock: { state: "kept", owner: null, ownerUrl: null, note: "api-2 does not answer" },
    rerun: "Another run brings every host that answers to the release that it deploys.",
    ...changes,
  };
}

/** Two hosts cannot be deployed to, so none was touched. */
export function refusedResult(changes: Partial<Result> = {}): Result {
  const checked = phasesOf({ connect: 301, preflight: 40 });
  return exampleResult({
    verdict: "fail",
    fails: true,
    outcome: "refused",
    headline: "Nothing was touched: 2 of 3 hosts cannot be deployed to",
    hosts: [
      exampleHost("api-1", { state: "not-touched", serving: BEFORE, phases: checked }),
      exampleHost("api-2", {
        state: "not-touched",
        serving: BEFORE,
        phases: checked,
        failure: failureOf("preflight", "/srv has 12 MB free, and the release needs 48 MB"),
      }),
      exampleHost("api-3", {
        state: "unreachable",
        before: null,
        serving: null,
        phases: phasesOf({ connect: "no answer after 15 s" }),
        failure: failureOf("connect", "no answer from api-3.example.com:22 after 15 s"),
      }),
    ],
    lock: { state: "not-taken", owner: null, ownerUrl: null, note: "" },
    record: { state: "not-asked", id: null, note: "" },
    downtime: null,
    rerun: "Another run does the same, once these hosts are mended.",
    ...changes,
  });
}

/** A dry run. */
export function plannedResult(changes: Partial<Result> = {}): Result {
  const planned = { state: "planned", serving: BEFORE } as const;
  const phases: PhaseResult[] = [
    ...phasesOf({ connect: 301 }),
    { phase: "preflight", outcome: "ok", duration: 40, note: "21 GB free" },
  ];
  return exampleResult({
    outcome: "planned",
    headline: "Dry run: 2 of 3 hosts would be switched, in 2 groups",
    hosts: [
      exampleHost("api-1", { ...planned, group: "canary", phases }),
      exampleHost("api-2", { ...planned, group: "batch 1", phases }),
      exampleHost("api-3", { state: "unchanged", serving: RELEASE, group: "batch 1", phases }),
    ],
    steps: [{ title: "before-deploy", outcome: "skipped", duration: 0, note: "would run on `api-1`" }],
    lock: { state: "not-taken", owner: null, ownerUrl: null, note: "" },
    record: { state: "not-asked", id: null, note: "" },
    downtime: null,
    rerun: "Another run without `dry-run` does this.",
    settings: { dryRun: true, maxFailures: "0", gates: ["GET /health", "tcp 5432"] },
    ...changes,
  });
}

function failureOf(phase: NonNullable<HostResult["failure"]>["phase"], message: string): HostResult["failure"] {
  return { phase, message, status: null, body: null, log: "" };
}
