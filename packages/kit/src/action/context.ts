import type { ActionEvent } from "../runner/event.ts";

/** What a result is about; every link of a report is made of it. */
export interface ResultContext {
  readonly serverUrl: string;
  /** `owner/name`. */
  readonly repository: string;
  /** The commit that people pushed, not GitHub's merge commit. */
  readonly headSha: string;
  readonly pullRequest?: number;
}

/** The context of a run, as its event states it. Pure. */
export function contextOf(event: ActionEvent): ResultContext {
  return {
    serverUrl: event.serverUrl,
    repository: `${event.repository.owner}/${event.repository.name}`,
    headSha: event.headSha,
    ...(event.pullRequest !== undefined && { pullRequest: event.pullRequest.number }),
  };
}
