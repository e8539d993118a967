import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import type { RunIdentity } from "@jessy-actions/kit/runner/run-identity";
import type { Subject } from "./subject.ts";

/** The run that GitHub is asked about. */
export interface RunOfGitHub {
  readonly event: ActionEvent;
  readonly identity: RunIdentity;
  readonly subject: Subject;
  /** Of the repository. */
  readonly url: string;
}

/** Milliseconds since 1970; undefined for what is no time. */
export function timeOf(text: string | undefined): number | undefined {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? undefined : time;
}
