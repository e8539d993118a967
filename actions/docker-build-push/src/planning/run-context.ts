import { type BuildContext, eventContext } from "@jessy-actions/images/tags/build-context";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { GitHubError } from "@jessy-actions/kit/github/error";
import { boolean, object, optional, text } from "@jessy-actions/kit/github/shape";
import { runPath } from "@jessy-actions/kit/runner/environment";
import { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import { usesHeadSha } from "./metadata-options.ts";

/** What tags and labels are made from, and what else a build wants to know of its run. */
export interface RunContext {
  readonly build: BuildContext;
  readonly defaultBranch: string;
  readonly baseBranch: string | undefined;
  readonly isPublic: boolean;
  readonly runUrl: string;
}

/** Milliseconds that GitHub may take to say what a label is about. */
const DESCRIPTION_TIME = 10_000;

export async function readRunContext(io: ActionIo, token: string): Promise<RunContext> {
  const event = io.event();
  const { environment } = io;
  const context = eventContext({
    eventName: event.name,
    ref: event.ref,
    sha: event.sha,
    payload: event.payload,
    usesHeadSha: usesHeadSha(environment),
  });
  const repository = await describeRepository(io, token);
  const defaultBranch = context.defaultBranch ?? event.defaultBranch ?? repository.defaultBranch;
  const { owner, name } = event.repository;
  const address = `${event.serverUrl}/${owner}/${name}`;
  const run = runPath(environment);
  return {
    build: {
      eventName: context.eventName,
      ref: context.ref,
      sha: context.sha,
      baseRef: context.baseRef,
      repository: { ...repository, name, htmlUrl: address, defaultBranch },
      commitDate: context.commitDate ?? (await commitDate(io, context.sha)),
      now: new Date(),
    },
    defaultBranch,
    baseBranch: event.pullRequest?.baseRef,
    isPublic: repository.isPublic,
    runUrl: run === undefined ? "" : `${address}/${run}`,
  };
}

interface Description {
  readonly description: string;
  /** SPDX. */
  readonly licence: string;
  readonly defaultBranch: string;
  readonly isPublic: boolean;
}

const REPOSITORY = object({
  description: optional(text),
  default_branch: optional(text),
  private: optional(boolean),
  license: optional(object({ spdx_id: optional(text) })),
});

/** Most payloads have it. Labels are not worth a failure: without an answer they are shorter, and the log says so. */
async function describeRepository(io: ActionIo, token: string): Promise<Description> {
  const { payload, repository } = io.event();
  const told = toldBy(payload);
  if (told?.private !== undefined || token === "") return descriptionOf(told ?? {});
  try {
    const github = (await io.github()).within(DESCRIPTION_TIME);
    const parameters = { owner: repository.owner, repo: repository.name };
    return descriptionOf(await github.request("GET /repos/{owner}/{repo}", parameters, REPOSITORY));
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    io.log.info(`Labels have no description and licence: ${error.message}`);
    return descriptionOf({});
  }
}

function toldBy(payload: unknown): ReturnType<typeof REPOSITORY> | undefined {
  try {
    return REPOSITORY(new JsonValue(payload, "").get("repository"));
  } catch (error) {
    if (error instanceof ReportError) return undefined;
    throw error;
  }
}

function descriptionOf(repository: ReturnType<typeof REPOSITORY>): Description {
  return {
    description: repository.description ?? "",
    licence: repository.license?.spdx_id ?? "",
    defaultBranch: repository.default_branch ?? "",
    // Unknown is private: provenance then says less.
    isPublic: repository.private === false,
  };
}

/** When the commit was committed; today where there is no clone of it, or no git. */
async function commitDate(io: ActionIo, sha: string): Promise<Date> {
  if (sha === "") return new Date();
  try {
    const date = new Date((await (await io.git()).commitDate(sha)) ?? "");
    return Number.isNaN(date.getTime()) ? new Date() : date;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return new Date();
  }
}
