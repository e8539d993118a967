import { wait } from "../http/wait.ts";
import type { RepositoryName } from "../runner/event.ts";
import type { Log } from "../runner/log.ts";
import type { GitHub } from "./client.ts";
import { GitHubError } from "./error.ts";
import { refusalReason, rejectionReason, type SarifDelivery } from "./sarif-delivery.ts";
import { list, object, optional, text } from "./shape.ts";

/** What GitHub takes, compressed (docs, "SARIF support for code scanning"). */
export const SARIF_MAX_BYTES = 10_000_000;

/** Milliseconds to wait before each look at an upload; the last goes on. */
const LOOKS: readonly number[] = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/** Milliseconds that GitHub may take to process a file. codeql-action waits as long. */
const PROCESSING_TIME = 120_000;

/** Milliseconds before the same upload is tried again: GitHub just granted the token, or does not know the commit yet. */
const SECOND_TRY = 3_000;

/** Milliseconds before each further try of what GitHub did not answer. */
const FURTHER_TRIES: readonly number[] = [2_000, 8_000];

export interface SarifUpload {
  readonly repository: RepositoryName;
  readonly commitSha: string;
  /** `refs/heads/…`, `refs/tags/…` or `refs/pull/N/merge`: GITHUB_REF of the event. */
  readonly ref: string;
  /** The file, compressed with gzip. */
  readonly gzip: Uint8Array;
  readonly toolName: string;
  /** Whether the pull request comes from a fork. */
  readonly fork: boolean;
  /** When the analysis began, milliseconds since 1970. */
  readonly startedAt?: number;
  /** What absolute URIs of the file begin with; ours has none. */
  readonly checkoutUri?: string;
  /** Whether GitHub checks more than it needs. */
  readonly validate?: boolean;
}

export interface Uploading {
  readonly log: Log;
  readonly sleep?: (milliseconds: number) => Promise<void>;
  /** Milliseconds; default two minutes. */
  readonly processingTime?: number;
}

const receipt = object({ id: text });
const status = object({ processing_status: text, errors: optional(list(text)) });

/**
 * Uploads a SARIF file by the documented API and waits until GitHub has processed it: a file that GitHub cannot use is
 * taken with 202 all the same.
 *
 * @throws nothing that GitHub or a repository's settings cause.
 */
export async function deliverSarif(github: GitHub, upload: SarifUpload, uploading: Uploading): Promise<SarifDelivery> {
  if (upload.fork) return { outcome: "skipped", reason: "fork" };
  const { length } = upload.gzip;
  if (length > SARIF_MAX_BYTES)
    return {
      outcome: "refused",
      reason: "too-large",
      message: `the SARIF file has ${length} bytes, compressed; GitHub takes ${SARIF_MAX_BYTES}`,
    };
  const sent = await send(github, upload, uploading);
  return "outcome" in sent ? sent : await processed(github, upload.repository, sent.id, uploading);
}

async function send(
  github: GitHub,
  upload: SarifUpload,
  { log, sleep = wait }: Uploading,
): Promise<{ readonly id: string } | SarifDelivery> {
  const { repository, commitSha, ref, gzip, toolName, startedAt, checkoutUri, validate } = upload;
  const parameters = {
    owner: repository.owner,
    repo: repository.name,
    commit_sha: commitSha,
    ref,
    sarif: Buffer.from(gzip).toString("base64"),
    tool_name: toolName,
    ...(startedAt !== undefined && { started_at: new Date(startedAt).toISOString() }),
    ...(checkoutUri !== undefined && { checkout_uri: checkoutUri }),
    ...(validate !== undefined && { validate }),
  };
  for (let tried = 1; ; tried++) {
    try {
      return await github.request("POST /repos/{owner}/{repo}/code-scanning/sarifs", parameters, receipt);
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      const delay = tryAgainAfter(error.status, tried);
      if (delay === undefined) return { outcome: "refused", reason: refusalReason(error), message: error.message };
      log.info(`Code scanning: ${error.message}; again in ${delay / 1000} s`);
      await sleep(delay);
    }
  }
}

/**
 * A file that arrives twice does no harm: the second analysis of a category replaces the first. So what GitHub may or
 * may not have taken is sent again.
 *
 * @returns nothing when it would be refused again.
 */
function tryAgainAfter(status: number, tried: number): number | undefined {
  if (status === 401 || status === 403 || status === 404) return tried === 1 ? SECOND_TRY : undefined;
  return status === 0 || status >= 500 ? FURTHER_TRIES[tried - 1] : undefined;
}

async function processed(
  github: GitHub,
  { owner, name: repo }: RepositoryName,
  id: string,
  { log, sleep = wait, processingTime = PROCESSING_TIME }: Uploading,
): Promise<SarifDelivery> {
  let waited = 0;
  for (let look = 0; ; look++) {
    const delay = Math.min(LOOKS[look] ?? LOOKS.at(-1)!, processingTime - waited);
    if (delay <= 0)
      return { outcome: "unconfirmed", id, message: `GitHub did not process it within ${processingTime / 1000} s` };
    await sleep(delay);
    waited += delay;
    const state = await readStatus(github, { owner, repo, sarif_id: id });
    if (state instanceof GitHubError) return { outcome: "unconfirmed", id, message: state.message };
    log.debug(`Code scanning: ${state.processing_status}`);
    if (state.processing_status === "complete") return { outcome: "processed", id };
    if (state.processing_status === "failed") {
      const { errors = [] } = state;
      return { outcome: "rejected", id, reason: rejectionReason(errors), errors };
    }
  }
}

async function readStatus(
  github: GitHub,
  parameters: { readonly owner: string; readonly repo: string; readonly sarif_id: string },
): Promise<ReturnType<typeof status> | GitHubError> {
  try {
    return await github.request("GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}", parameters, status);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    // GitHub does not know its own receipt at once.
    return error.status === 404 ? { processing_status: "pending" } : error;
  }
}
