import type { Journal, JournalEntry } from "../cleaning/journal.ts";
import type { Inputs } from "../inputs.ts";
import type { LockResult, RecordResult, Result, StepResult } from "../result.ts";
import type { HostProgress } from "./host-progress.ts";
import type { DeploymentParts } from "./parts.ts";

/** Hosts that are switched together. */
export interface HostGroup {
  readonly title: string;
  readonly hosts: readonly HostProgress[];
  readonly isCanary: boolean;
  /** Milliseconds until the next group. */
  readonly soak: number;
}

/** One deployment while it is carried out: what was planned, with what, and how far it came. */
export class Deployment {
  readonly plan: Result;
  readonly inputs: Inputs;
  readonly parts: DeploymentParts;
  readonly hosts: readonly HostProgress[];
  readonly groups: readonly HostGroup[];
  /** Of the whole fleet: hooks. */
  readonly steps: StepResult[] = [];
  readonly notes: string[] = [];
  readonly warnings: string[] = [];
  lock: LockResult = { state: "not-taken", owner: null, ownerUrl: null, note: "" };
  record: RecordResult;
  downtime: Result["downtime"] = null;
  journal: Journal | undefined;
  /** Every gate has passed: nothing goes back any more. */
  isCommitted = false;
  /** Steps that wait for something never go on: a clean-up of a few seconds does what is left. */
  isCancelled = false;
  /** Ends what goes forward when the time of the whole deployment is over. */
  readonly deadline: AbortSignal;

  constructor(
    plan: Result,
    inputs: Inputs,
    parts: DeploymentParts,
    hosts: readonly HostProgress[],
    deadline: AbortSignal,
  ) {
    this.plan = plan;
    this.inputs = inputs;
    this.parts = parts;
    this.hosts = hosts;
    this.deadline = deadline;
    this.record = plan.record;
    this.groups = plan.groups.map(({ title, hosts: names, soak }, index) => ({
      title,
      hosts: hosts.filter(({ plan: { name } }) => names.includes(name)),
      isCanary: index === 0 && inputs.fleet.canary > 0,
      soak,
    }));
  }

  get release(): string {
    return this.plan.release;
  }

  /** Writes down how far it came, before the step that follows. */
  keep(): void {
    this.journal?.write(this.entry);
  }

  get entry(): JournalEntry {
    const names = (which: (host: HostProgress) => boolean) => this.hosts.filter(which).map(({ host }) => host.name);
    return {
      locked: names(({ isLocked }) => isLocked),
      switched: names(({ isSwitched, rollback }) => isSwitched && rollback !== "done"),
      isCommitted: this.isCommitted,
    };
  }

  /** Lets a step go on only while nobody cancelled the run. */
  async going<T>(value: T): Promise<T> {
    return this.isCancelled ? new Promise<never>(() => undefined) : value;
  }
}
