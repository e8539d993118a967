/** A run of a workflow, as GitHub lists it, with what its attempts and jobs say. */
export interface SeededRun {
  readonly id: number;
  readonly number: number;
  /** `ci.yml`. */
  readonly workflow: string;
  readonly branch: string;
  readonly event: string;
  readonly headSha: string;
  /** Null: it is running. */
  readonly conclusion: string | null;
  readonly createdAt: string;
  /** Of earlier attempts, the first one first. */
  readonly earlier?: readonly string[];
  readonly jobs?: readonly SeededJob[];
}

export interface SeededJob {
  readonly id: number;
  readonly name: string;
  /** Null: it is running. */
  readonly conclusion: string | null;
  readonly startedAt?: string;
  readonly completedAt?: string;
  /** Name of what it runs on. */
  readonly runner?: string;
  readonly steps?: readonly { readonly name: string; readonly conclusion: string | null }[];
  /** Its annotations, as the check run of the same number has them. */
  readonly annotations?: readonly {
    readonly level: string;
    readonly message: string;
    readonly path?: string;
    readonly line?: number;
  }[];
}

/** The runs of a repository's workflows. */
export class WorkflowRuns {
  readonly runs: SeededRun[] = [];

  add(...runs: readonly SeededRun[]): void {
    this.runs.push(...runs);
  }

  find(id: number): SeededRun | undefined {
    return this.runs.find((run) => run.id === id);
  }

  /** The run ends, and its jobs with it. */
  end(id: number, conclusion: string): void {
    const at = this.runs.findIndex((run) => run.id === id);
    const { jobs, ...run } = this.runs[at]!;
    const ended = jobs?.map((job) => ({ ...job, conclusion: job.conclusion ?? conclusion }));
    this.runs[at] = { ...run, conclusion, ...(ended && { jobs: ended }) };
  }

  job(id: number): SeededJob | undefined {
    return this.runs.flatMap(({ jobs = [] }) => jobs).find((job) => job.id === id);
  }
}
