import { notFound, refusal, unprocessable } from "./answer.ts";

/** GitHub's limits of a deployment (REST API, "Create a deployment status"). */
const MAX_DESCRIPTION = 140;

const STATES = ["error", "failure", "inactive", "in_progress", "queued", "pending", "success"] as const;

export type DeploymentState = (typeof STATES)[number];

export interface EmulatedStatus {
  readonly id: number;
  readonly state: DeploymentState;
  readonly description: string;
  readonly environment: string;
  readonly environmentUrl: string;
  readonly logUrl: string;
  readonly creator: string;
}

export interface EmulatedDeployment {
  readonly id: number;
  readonly ref: string;
  readonly sha: string;
  readonly task: string;
  readonly environment: string;
  readonly description: string;
  readonly payload: unknown;
  readonly isTransient: boolean;
  readonly isProduction: boolean;
  readonly creator: string;
  /** The newest first, as GitHub lists them. */
  readonly statuses: readonly EmulatedStatus[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Deployments of one repository and their statuses. */
export class DeploymentService {
  #deployments: readonly EmulatedDeployment[] = [];
  #lastId = 0;

  /** The newest first. */
  get deployments(): readonly EmulatedDeployment[] {
    return this.#deployments;
  }

  create(fields: Fields, creator: string): EmulatedDeployment {
    const { ref, environment = "production", task = "deploy", payload = "" } = fields;
    if (typeof ref !== "string" || ref === "") throw unprocessable(`Invalid request.\n\n"ref" wasn't supplied.`);
    const description = described(fields);
    // Required contexts are those of all checks unless they are given.
    if (!Array.isArray(fields.required_contexts)) throw refusal(409, "Conflict: Commit status checks failed for main.");
    if (fields.auto_merge !== false) throw refusal(409, `Conflict merging main into ${ref}.`);
    const made: EmulatedDeployment = {
      id: ++this.#lastId,
      ref,
      sha: ref,
      task: String(task),
      environment: String(environment),
      description,
      payload,
      isTransient: fields.transient_environment === true,
      isProduction: (fields.production_environment ?? environment === "production") === true,
      creator,
      statuses: [],
    };
    this.#deployments = [made, ...this.#deployments];
    return made;
  }

  /** A job with `environment:` has one, which GitHub makes when it starts. */
  startJob(environment: string, sha: string, logUrl: string): EmulatedDeployment {
    const creator = "github-actions[bot]";
    const { id } = this.create({ ref: sha, environment, required_contexts: [], auto_merge: false }, creator);
    this.addStatus(id, { state: "in_progress", log_url: logUrl }, creator);
    return this.read(id);
  }

  read(id: number): EmulatedDeployment {
    const found = this.#deployments.find((one) => one.id === id);
    if (found === undefined) throw notFound();
    return found;
  }

  addStatus(id: number, fields: Fields, creator: string): EmulatedStatus {
    const deployment = this.read(id);
    const { state, environment_url: environmentUrl, log_url: logUrl } = fields;
    if (!STATES.includes(state as DeploymentState))
      throw unprocessable(`Invalid request.\n\n${JSON.stringify(state)} is not a member of [${STATES.join(", ")}].`);
    const status: EmulatedStatus = {
      id: ++this.#lastId,
      state: state as DeploymentState,
      description: described(fields),
      environment: deployment.environment,
      environmentUrl: address("environment_url", environmentUrl),
      logUrl: address("log_url", logUrl),
      creator,
    };
    this.#append(id, status);
    if (state === "success" && fields.auto_inactive !== false) this.#endOthers(deployment, creator);
    return status;
  }

  /** "Adds a new inactive status to all prior non-transient, non-production environment deployments" that succeeded. */
  #endOthers({ id, environment }: EmulatedDeployment, creator: string): void {
    for (const other of this.#deployments) {
      const isPrior = other.id < id && other.environment === environment;
      if (!isPrior || other.isTransient || other.isProduction || other.statuses[0]?.state !== "success") continue;
      this.#append(other.id, {
        id: ++this.#lastId,
        state: "inactive",
        description: "",
        environment,
        environmentUrl: "",
        logUrl: "",
        creator,
      });
    }
  }

  #append(id: number, status: EmulatedStatus): void {
    this.#deployments = this.#deployments.map((one) =>
      one.id === id ? { ...one, statuses: [status, ...one.statuses] } : one,
    );
  }
}

function described({ description = "" }: Fields): string {
  if (typeof description !== "string") throw unprocessable("Invalid request.\n\ndescription is not a string.");
  if ([...description].length > MAX_DESCRIPTION)
    throw unprocessable(`Validation Failed: description is too long (maximum is ${MAX_DESCRIPTION} characters)`);
  return description;
}

/** An empty one is no address (bobheadxi/deployments#153). */
function address(name: string, value: unknown): string {
  if (value === undefined) return "";
  if (typeof value === "string" && /^https?:\/\/[^/\s]/.test(value)) return value;
  throw unprocessable(`Validation Failed: ${name} must use http(s) scheme`);
}
