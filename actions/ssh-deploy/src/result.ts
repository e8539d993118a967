import type { Verdict } from "@jessy-actions/kit/report/report";

export const RESULT_SCHEMA = "jessy-actions/ssh-deploy/v1";

/**
 * The plan, and after it what was done, as plain JSON: what the result file holds and all that `render` needs. Published as
 * docs/schema/ssh-deploy-result.v1.json; a field never gets another meaning within a version.
 */
export interface Result {
  readonly schema: typeof RESULT_SCHEMA;
  readonly verdict: Verdict;
  readonly fails: boolean;
  readonly headline: string;
  readonly name?: string;
  /**
   * What became of the fleet. `planned`: a dry run. `refused`: nothing was touched. `mixed`: hosts serve different releases.
   * `failed`: all serve the same, and not all of them as they should.
   */
  readonly outcome:
    | "planned"
    | "refused"
    | "deployed"
    | "unchanged"
    | "rolled-back"
    | "failed"
    | "mixed"
    | "unknown"
    | "cancelled";
  readonly mode: "files" | "compose" | "docker" | "command";
  readonly commit: string;
  readonly version: string | null;
  /** Name of what is deployed: a release, or an image by digest. */
  readonly release: string;
  /** What all hosts served before; null: they differed, or served nothing. */
  readonly previousRelease: string | null;
  readonly time: number;
  readonly duration: number;
  readonly repository: { readonly owner: string; readonly name: string };
  readonly serverUrl?: string;
  /** Name of the environment; empty: none. */
  readonly environment: string;
  readonly url: string | null;
  readonly runUrl: string;
  readonly image: ImageResult | null;
  /** Names of hosts, in the order of the switch. */
  readonly groups: readonly { readonly title: string; readonly hosts: readonly string[]; readonly soak: number }[];
  readonly hosts: readonly HostResult[];
  readonly steps: readonly StepResult[];
  readonly lock: LockResult;
  readonly record: RecordResult;
  /** Measured by a probe while hosts were switched; null: there was nothing to ask. */
  readonly downtime: { readonly requests: number; readonly lost: number; readonly milliseconds: number } | null;
  /** What another run of the same commit would do, a sentence. */
  readonly rerun: string;
  readonly notes: readonly string[];
  readonly warnings: readonly string[];
  readonly settings: { readonly dryRun: boolean; readonly maxFailures: string; readonly gates: readonly string[] };
}

export interface ImageResult {
  readonly reference: string;
  readonly digest: string;
  readonly signature: "verified" | "not-asked" | "refused";
  readonly signedBy: string | null;
}

export const HOST_STATES = [
  "planned",
  "deployed", // switched, its gate passed, and it serves the release
  "unchanged", // it served the release already
  "rolled-back",
  "not-touched",
  "failed", // it serves something else than before and than asked for, or its rollback failed
  "unreachable", // nobody knows what it serves
] as const;

export type HostState = (typeof HOST_STATES)[number];

export interface HostResult {
  readonly name: string;
  readonly address: string;
  readonly group: string;
  readonly state: HostState;
  readonly before: string | null;
  /** Asked from the host at the end; empty when it serves nothing, null when it did not answer. */
  readonly serving: string | null;
  readonly phases: readonly PhaseResult[];
  readonly failure: HostFailure | null;
}

export const PHASES = [
  "connect",
  "preflight",
  "lock",
  "prepare",
  "switch",
  "gate",
  "rollback",
  "measure",
  "finish",
] as const;

export type PhaseName = (typeof PHASES)[number];

export interface PhaseResult {
  readonly phase: PhaseName;
  readonly outcome: "ok" | "failed" | "skipped" | "warned";
  /** Milliseconds. */
  readonly duration: number;
  /** One line; untrusted. */
  readonly note: string;
}

export interface HostFailure {
  readonly phase: PhaseName | "hook";
  /** One line: `GET /health answered 503`. Untrusted. */
  readonly message: string;
  /** Of the gate's last answer. */
  readonly status: number | null;
  readonly body: string | null;
  /** The last lines of the script, or of the new container. Untrusted. */
  readonly log: string;
}

/** Hooks of the whole deployment, which run on the runner's first host or on all, and anything else that is not of one host. */
export interface StepResult {
  readonly title: string;
  readonly outcome: "ok" | "failed" | "skipped";
  readonly duration: number;
  readonly note: string;
}

export interface LockResult {
  readonly state: "taken" | "taken-over" | "held-by-other" | "not-taken" | "kept";
  /** Of the run that held it. */
  readonly owner: string | null;
  readonly ownerUrl: string | null;
  readonly note: string;
}

export interface RecordResult {
  readonly state: "written" | "job-environment" | "not-asked" | "no-permission" | "failed";
  readonly id: string | null;
  readonly note: string;
}
