import type { HostCourse } from "@jessy-actions/deployment/fleet/host-course";
import type { Host } from "@jessy-actions/deployment/hosts/host";
import type { HostFailure, HostResult, PhaseResult } from "../result.ts";

/** How far a deployment came on one host. The only thing that its steps change. */
export class HostProgress {
  readonly host: Host;
  readonly plan: HostResult;
  readonly phases: PhaseResult[];
  /** What it served when its lock was taken. Empty: nothing. */
  before: string;
  /** An earlier run left its switch neither finished nor undone. */
  hasLeftover = false;
  /** It serves the release, and a switch would change nothing. */
  isUnchanged = false;
  /** The lock may be ours. */
  isLocked = false;
  isPrepared = false;
  /** A switch was begun. */
  isSwitched = false;
  hasFailed = false;
  rollback: HostCourse["rollback"] = "none";
  restored: string | undefined;
  /** Asked at the end. */
  serving: string | undefined;
  /** Nothing on the host can be asked: what it serves is what was written down. */
  isAssumed = false;
  failure: HostFailure | null = null;

  constructor(host: Host, plan: HostResult) {
    this.host = host;
    this.plan = plan;
    this.phases = [...plan.phases];
    this.before = plan.before ?? "";
  }

  /** The first failure is the reason of all that follow. */
  fail(failure: HostFailure): void {
    this.hasFailed = true;
    this.failure ??= failure;
  }

  get course(): HostCourse {
    const { before, restored, serving, isSwitched, hasFailed, rollback } = this;
    return { before, restored, serving, isSwitched, hasFailed, rollback };
  }
}
