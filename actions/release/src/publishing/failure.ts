import { GitHubError } from "@jessy-actions/kit/github/client";
import type { AnswerFault } from "@jessy-actions/kit/github/retry";
import { describeFileError } from "@jessy-actions/kit/runner/file-error";

/**
 * The release cannot be finished: the message says what was found, and what to do. Everything that was done stays, and the next run goes on
 * from there.
 */
export class ReleaseFailure extends Error {
  override readonly name = "ReleaseFailure";
  /** Whether the next run goes on by itself. Otherwise a person has to look first, and the message says at what. */
  readonly isResumable: boolean;

  constructor(message: string, { isResumable = true }: { readonly isResumable?: boolean } = {}) {
    super(message);
    this.isResumable = isResumable;
  }
}

/** The release that was worked on is gone: another job found it to be a duplicate, or somebody deleted it. */
export class ReleaseGone extends Error {
  override readonly name = "ReleaseGone";
  readonly id: number;

  constructor(id: number) {
    super(`the release ${id} is gone`);
    this.id = id;
  }
}

/** Something that could not be done. Both are sentences without their full stop; names stand between backticks. */
export interface Failure {
  /** What failed, for the headline. */
  readonly brief: string;
  /** The same with its reason, and what to do. */
  readonly message: string;
  /** False when the next run cannot go on before a person has looked. */
  readonly isResumable?: boolean;
}

/**
 * What to tell of an error that ended the release. GitHub's answer to a token without `workflows: write` names no cause (cli/cli#9514). Pure.
 *
 * @param changesWorkflows whether the commit changes workflows against the default branch.
 * @returns undefined for an error of our own, which is to be thrown on.
 */
export function describeFailure(error: unknown, changesWorkflows: boolean): Failure | undefined {
  if (error instanceof ReleaseFailure) {
    const { message, isResumable } = error;
    return { brief: message.split(/[:;] /, 1)[0]!, message, ...(!isResumable && { isResumable }) };
  }
  if (!(error instanceof GitHubError)) return ofMachine(error);
  const brief = BRIEF[error.fault] ?? `GitHub answered with status ${error.status}`;
  const isRefusal = error.status === 403 || error.status === 404;
  return { brief, message: isRefusal && changesWorkflows ? `${error.message}; ${WORKFLOWS_ADVICE}` : error.message };
}

const BRIEF: Readonly<Partial<Record<AnswerFault, string>>> = {
  missing: "GitHub did not answer",
  cut: "GitHub's answer broke off",
  unusable: "GitHub's answer cannot be used",
  "too-large": "GitHub's answer is too large",
};

/** A disk that is full, or a file that is gone: no fault of ours, so the report says how far the release came. */
function ofMachine(error: unknown): Failure | undefined {
  const message = describeFileError(error);
  return message === undefined ? undefined : { brief: message.split("; ", 1)[0]!, message };
}

/** Whether GitHub may have done what it was asked for, though it did not say so. */
export function mayHaveArrived(error: unknown): error is GitHubError {
  return error instanceof GitHubError && (error.status === 0 || error.status >= 500);
}

const WORKFLOWS_ADVICE =
  "the commit changes files in `.github/workflows`, compared with the default branch, and for that GitHub wants a token with `workflows: write`, which `GITHUB_TOKEN` never has; release a commit of the default branch, or give `github-token` the token of a GitHub App";
