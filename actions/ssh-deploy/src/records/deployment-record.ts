import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { DeploymentState, Deployments } from "@jessy-actions/kit/github/deployments";
import { GitHubError } from "@jessy-actions/kit/github/error";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Facts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { RecordResult } from "../result.ts";

export type RecordInputs = Pick<Inputs, "record" | "environment" | "environmentUrl" | "token">;

export type RecordFacts = Pick<Facts, "commit" | "repository" | "runUrl" | "runId" | "release">;

/** Milliseconds that GitHub may take for a record while hosts wait. */
const PATIENCE = 20_000;

/**
 * What GitHub shows of an environment. A job with `environment:` has a record that GitHub makes and ends itself, and whose last status
 * replaces ours (hephaestus-build/Hephaestus#1828), so then none is made.
 */
export class DeploymentRecord {
  readonly #deployments: Deployments | undefined;
  readonly #inputs: RecordInputs;
  readonly #facts: RecordFacts;
  readonly #io: Pick<ActionIo, "log">;
  #result: RecordResult;

  /** Asks GitHub whether the job has a record. @throws UserError where one is required and cannot be made. */
  static async open(
    inputs: RecordInputs,
    facts: RecordFacts,
    io: Pick<ActionIo, "log" | "github">,
  ): Promise<DeploymentRecord> {
    if (inputs.record === "never" || inputs.environment === "")
      return new DeploymentRecord(inputs, facts, io, { state: "not-asked", id: null, note: "" });
    if (inputs.token === "") return new DeploymentRecord(inputs, facts, io, missing(inputs, "`github-token` is empty"));
    const { Deployments } = await import("@jessy-actions/kit/github/deployments");
    const deployments = new Deployments((await io.github()).within(PATIENCE), facts.repository);
    try {
      const own = await deployments.ofRun(inputs.environment, facts.commit, facts.runId);
      if (own === undefined) return new DeploymentRecord(inputs, facts, io, UNWRITTEN, deployments);
      const note =
        "GitHub keeps the record of the job's `environment:`; to have one with these hosts, write `deployment: false` there";
      return new DeploymentRecord(inputs, facts, io, { state: "job-environment", id: String(own), note });
    } catch (error) {
      return new DeploymentRecord(inputs, facts, io, refused(inputs, error));
    }
  }

  private constructor(
    inputs: RecordInputs,
    facts: RecordFacts,
    io: Pick<ActionIo, "log">,
    result: RecordResult,
    deployments?: Deployments,
  ) {
    this.#inputs = inputs;
    this.#facts = facts;
    this.#io = io;
    this.#result = result;
    this.#deployments = deployments;
  }

  get result(): RecordResult {
    return this.#result;
  }

  /** Before a host is touched. @throws UserError where a record is required and cannot be made. */
  async begin(): Promise<RecordResult> {
    if (this.#deployments === undefined) return this.#result;
    const { commit, release, runUrl } = this.#facts;
    const { environment } = this.#inputs;
    try {
      const id = await this.#deployments.create({
        ref: commit,
        environment,
        description: `Deploying ${release}`,
        payload: { release },
      });
      // From here on there is something to end, whatever happens.
      this.#result = { state: "written", id: String(id), note: "" };
      await this.#deployments.setStatus(id, {
        state: "in_progress",
        logUrl: runUrl,
        description: `Deploying ${release}`,
      });
    } catch (error) {
      if (this.#result.id === null) this.#result = refused(this.#inputs, error);
      else this.#failed(error);
    }
    return this.#result;
  }

  /**
   * The hosts are as they are: what GitHub refuses now is a note. A success also ends earlier records of the environment, which GitHub does
   * not do for production.
   *
   * @param description at most 140 code points are shown.
   */
  async end(state: Exclude<DeploymentState, "in_progress" | "inactive">, description: string): Promise<RecordResult> {
    const { id } = this.#result;
    if (this.#deployments === undefined || id === null) return this.#result;
    const { runUrl } = this.#facts;
    const { environment, environmentUrl } = this.#inputs;
    try {
      await this.#deployments.setStatus(Number(id), {
        state,
        logUrl: runUrl,
        description,
        ...(state === "success" && environmentUrl !== undefined && { environmentUrl }),
      });
      if (state !== "success") return this.#result;
      for (const earlier of await this.#deployments.activeBefore(environment, Number(id)))
        await this.#deployments.setStatus(earlier, {
          state: "inactive",
          logUrl: runUrl,
          description: `Replaced by ${this.#facts.release}`,
        });
    } catch (error) {
      this.#failed(error);
    }
    return this.#result;
  }

  #failed(error: unknown): void {
    if (!(error instanceof GitHubError)) throw error;
    this.#io.log.warning(`GitHub's record of this deployment is not up to date: ${error.message}`);
    this.#result = { ...this.#result, state: "failed", note: error.message };
  }
}

const UNWRITTEN: RecordResult = { state: "not-asked", id: null, note: "" };

/** @throws UserError where a record is required, and errors that are not GitHub's. */
function refused(inputs: RecordInputs, error: unknown): RecordResult {
  if (!(error instanceof GitHubError)) throw error;
  if (error.status === 403 || error.status === 404)
    return missing(inputs, "the token may not write deployments; add `deployments: write` to the job's `permissions`");
  if (inputs.record === "required") throw required(error.message);
  return { state: "failed", id: null, note: error.message };
}

/** @throws UserError where a record is required. */
function missing({ record }: RecordInputs, reason: string): RecordResult {
  if (record === "required") throw required(reason);
  return { state: "no-permission", id: null, note: `No deployment record on GitHub: ${reason}.` };
}

const required = (reason: string): UserError =>
  new UserError(`input \`record\` is \`required\`, and GitHub has no record of this deployment: ${reason}`);
