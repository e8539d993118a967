import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { OwnerState } from "@jessy-actions/deployment/lock/judge-lock";
import type { LockRecord } from "@jessy-actions/deployment/lock/lock-record";
import type { ModeScripts } from "@jessy-actions/deployment/modes/mode";
import type { Log } from "@jessy-actions/kit/runner/log";
import type { CleanUp, Journal } from "../cleaning/journal.ts";
import type { Remote } from "../connecting/remote.ts";
import type { Gate } from "../inputs.ts";
import type { HostFailure, RecordResult, Result } from "../result.ts";
import type { Transfer } from "../transfer/transfer.ts";

/**
 * What a deployment is carried out with. `execute` puts the real ones together; tests have a fleet in memory.
 *
 * What it relies on of a mode's scripts (`ModeScripts`), in every mode:
 * - `preflight` and `serving` change nothing. `serving` reports the fact `serving` from what really runs; without the
 *   fact nobody knows what the host serves, and it never counts as deployed.
 * - `switch` keeps an older record of what served before until `finish` or `rollback` is done with it: so a second
 *   switch (a re-run, or a newer commit after a killed run) still goes back to the last good release. Run where the
 *   release serves already, it changes nothing.
 * - `rollback` may come after a switch that died anywhere in the middle, and may be run twice. Its fact `serving` says
 *   what it went back to.
 * - `finish` comes only when every gate has passed; after it there is nothing to roll back.
 */
export interface DeploymentParts {
  readonly remote: Remote;
  readonly scripts: ModeScripts;
  /** What `prepare` works on, from the runner to a host; undefined: the mode brings nothing. */
  readonly transfer: Transfer | undefined;
  readonly passGate: PassGate;
  /** Starts to ask the service as its users would, all through the switches; undefined: there is nothing to ask. */
  readonly watchDowntime: (() => DowntimeWatch) | undefined;
  readonly record: DeploymentRecorder;
  /** Of our own lock. Its `id` is what the scripts of this run are tagged with on hosts. */
  readonly owner: LockRecord;
  /** Whether the run that holds a lock still runs. */
  readonly ownerState: OwnerQuestion;
  /** Where the runner keeps what is left to clean up, and how far the deployment came, for `post`. */
  readonly openJournal: (plan: CleanUp) => Journal;
  /** Work of a run that is cancelled: `ActionIo.onCancel`. */
  readonly onCancel: (work: () => Promise<void>) => () => void;
  readonly log: Log;
  readonly clock: Clock;
}

export interface StepOptions {
  /** Gets each line as it comes; untrusted. */
  readonly onLine: (line: string) => void;
  /** Aborts when the time of the whole deployment is over. */
  readonly signal: AbortSignal;
}

/**
 * Asks one gate on one host until it passed as often as asked for, or its deadline is over. Never throws for what a host or a service does.
 * The version, where one is asserted, is part of the gate.
 */
export type PassGate = (gate: Gate, host: Host, options: StepOptions) => Promise<GateEnd>;

/** `note`: one line, e.g. `GET /health answered 200 three times`. */
export type GateEnd =
  | { readonly passed: true; readonly note: string }
  | ({ readonly passed: false } & Pick<HostFailure, "message" | "status" | "body" | "log">);

export interface DowntimeWatch {
  /** Stops asking. Called once. */
  stop(): Promise<Result["downtime"]>;
}

/** GitHub's record of the deployment; `DeploymentRecord` of records/. Neither throws. */
export interface DeploymentRecorder {
  begin(): Promise<RecordResult>;
  /** @param description at most a line. */
  end(state: "success" | "failure", description: string): Promise<RecordResult>;
}

/** Asks GitHub, once for each owner. Never throws. */
export type OwnerQuestion = (owner: LockRecord) => Promise<OwnerState>;

export interface Clock {
  /** Milliseconds that only grow. */
  now(): number;
  /** Rejects with the signal's reason. @param time in milliseconds. */
  wait(time: number, signal?: AbortSignal): Promise<void>;
}
