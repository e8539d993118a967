import { revealInvisible } from "../report/escape.ts";
import type { RepositoryName } from "../runner/event.ts";
import type { GitHub } from "./client.ts";
import { id, list, nullable, object, text } from "./shape.ts";

/** Code points that GitHub takes for the description of a deployment or a status (REST API, "Deployments"). */
export const MAX_DESCRIPTION = 140;

/** Deployments of one environment that are looked at, the newest first. */
const LOOKED_AT = 30;

export type DeploymentState = "in_progress" | "success" | "failure" | "error" | "inactive";

export interface NewDeployment {
  /** A commit. */
  readonly ref: string;
  readonly environment: string;
  readonly description: string;
  readonly payload: Readonly<Record<string, string>>;
}

export interface DeploymentStatus {
  readonly state: DeploymentState;
  readonly logUrl: string;
  /** Undefined: none. An empty one is refused. */
  readonly environmentUrl?: string | undefined;
  readonly description: string;
}

/** A field of a payload that only records of ours have: those of GitHub have an empty one. */
const MAKER = "jessy-actions";

const created = object({ id });
const deployment = object({ id, payload: (value) => value.isObject && !value.get(MAKER).isMissing });
const status = object({ id, state: text, log_url: nullable(text) });

/** Records of deployments: what GitHub shows of an environment. Every method throws GitHubError. */
export class Deployments {
  readonly #github: GitHub;
  readonly #place: { readonly owner: string; readonly repo: string };

  constructor(github: GitHub, { owner, name: repo }: RepositoryName) {
    this.#github = github;
    this.#place = { owner, repo };
  }

  /**
   * GitHub would merge the default branch into the ref, and ask for green checks of the commit: both are off, since the
   * workflow decides that.
   *
   * @returns its number.
   */
  async create({ ref, environment, description, payload }: NewDeployment): Promise<number> {
    const answer = await this.#github.request(
      "POST /repos/{owner}/{repo}/deployments",
      {
        ...this.#place,
        ref,
        environment,
        description: shortened(description),
        payload: { ...payload, [MAKER]: "ssh-deploy" },
        auto_merge: false,
        required_contexts: [],
      },
      created,
    );
    return answer.id;
  }

  async setStatus(deployment: number, { state, logUrl, environmentUrl, description }: DeploymentStatus): Promise<void> {
    await this.#github.send("POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses", {
      ...this.#place,
      deployment_id: deployment,
      state,
      log_url: logUrl,
      description: shortened(description),
      ...(environmentUrl !== undefined && { environment_url: environmentUrl }),
    });
  }

  /**
   * The deployment that GitHub made for a job of this run with `environment:`. Nothing tells a job its own; its status
   * leads to the run.
   */
  async ofRun(environment: string, commit: string, runId: string): Promise<number | undefined> {
    for (const { id: deployment, isOurs } of await this.#newest({ environment, sha: commit })) {
      // Of an earlier step or attempt of the same run.
      if (isOurs) continue;
      const last = await this.#lastStatus(deployment);
      if (new RegExp(`/actions/runs/${runId}(?:/|$)`).test(last?.log_url ?? "")) return deployment;
    }
    return undefined;
  }

  /** Earlier deployments that still count as active. GitHub itself ends those of environments that are not production. */
  async activeBefore(environment: string, deployment: number): Promise<readonly number[]> {
    const active: number[] = [];
    for (const { id: other } of await this.#newest({ environment })) {
      if (other >= deployment) continue;
      const last = await this.#lastStatus(other);
      if (last?.state === "success") active.push(other);
      // What stands before one that ended was ended with it.
      else if (last?.state === "inactive") break;
    }
    return active;
  }

  async #newest(
    parameters: Readonly<Record<string, string>>,
  ): Promise<readonly { readonly id: number; readonly isOurs: boolean }[]> {
    const found = await this.#github.request(
      "GET /repos/{owner}/{repo}/deployments",
      { ...this.#place, ...parameters, per_page: LOOKED_AT },
      list(deployment),
    );
    return found.map(({ id: number, payload }) => ({ id: number, isOurs: payload }));
  }

  async #lastStatus(deployment: number): Promise<ReturnType<typeof status> | undefined> {
    const found = await this.#github.request(
      "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
      { ...this.#place, deployment_id: deployment, per_page: LOOKED_AT },
      list(status),
    );
    // GitHub lists the newest first, and does not promise it.
    return found.toSorted((one, other) => other.id - one.id)[0];
  }
}

function shortened(description: string): string {
  const points = [...revealInvisible(description.replace(/\s+/g, " ").trim())];
  return points.length <= MAX_DESCRIPTION ? points.join("") : `${points.slice(0, MAX_DESCRIPTION - 1).join("")}…`;
}
