import type { JsonValue } from "@jessy-actions/reading/json";
import type { Conclusion } from "./conclusion.ts";
import type { Mention } from "./message.ts";
import type { Template } from "./template.ts";

/** What a message is made from. Nothing in it is trusted but `own` and `mentions`, which come from inputs. Times are milliseconds since 1970. */
export interface RunFacts {
  /** The input `status`: `started` for a message that announces the run, else the word of GitHub. */
  readonly status: "started" | Conclusion;
  /** Absent: the results of `needs` decide as well, so a failed job is never told as a success. */
  readonly needs: readonly { readonly name: string; readonly result: Conclusion }[];
  readonly repository: { readonly owner: string; readonly name: string; readonly url: string };
  readonly run: RunFact;
  readonly actor: string | undefined;
  /** What the run is about: of `workflow_run` the triggering run's, and undefined when the event has none. */
  readonly commit: CommitFact | undefined;
  /** `refs/heads/main`, `refs/tags/v1`, `refs/pull/5/merge`. */
  readonly ref: string | undefined;
  readonly pullRequest: { readonly number: number; readonly title: string; readonly url: string } | undefined;
  /** Where it is deployed, by inputs; a result file of ssh-deploy knows it too. */
  readonly environment: { readonly name: string; readonly url: string | undefined } | undefined;
  /** The run's other jobs, this attempt alone; undefined when GitHub's API did not give them (`actions: read`). */
  readonly jobs: readonly JobFact[] | undefined;
  /** Former runs of the same workflow, branch and event; undefined: not asked for, or not given. */
  readonly history: RunHistory | undefined;
  readonly resultFiles: readonly ResultFile[];
  readonly own: OwnWords;
  readonly mentions: readonly Mention[];
  /** Of the message. */
  readonly time: number;
}

export interface RunFact {
  readonly id: number;
  readonly number: number;
  /** From 1. */
  readonly attempt: number;
  /** Of this attempt. */
  readonly url: string;
  readonly workflow: string;
  /** `push`, `schedule`, … */
  readonly event: string;
  readonly startedAt: number | undefined;
}

export interface CommitFact {
  readonly sha: string;
  /** Whole; a message shows its first line. */
  readonly message: string | undefined;
  readonly url: string;
}

export interface JobFact {
  readonly name: string;
  /** Null: it still runs, as the job that sends the message does. */
  readonly conclusion: Conclusion | null;
  readonly url: string;
  readonly startedAt: number | undefined;
  readonly completedAt: number | undefined;
  /** The first step that failed. */
  readonly failedStep: string | undefined;
  /** What its first error annotation says; undefined without `checks: read`. */
  readonly error:
    | { readonly text: string; readonly file: string | undefined; readonly line: number | undefined }
    | undefined;
}

/** What the runs before this one say. `cancelled`, `skipped`, `neutral` and `action_required` ones do not count. */
export interface RunHistory {
  /** Of the newest one that counts; `none`: this is the first. */
  readonly previous: "success" | "failure" | "none";
  /** Failed runs in a row before this one. */
  readonly redRuns: number;
  /** Whether there may be more than were read: `at least 30 runs`. */
  readonly hasMore: boolean;
  /** When the first of them began. */
  readonly redSince: number | undefined;
  /** The commit of the last run that succeeded. */
  readonly lastGood: { readonly sha: string; readonly url: string } | undefined;
}

/** A result file of one of our actions: what it holds, or why it cannot be read. */
export type ResultFile =
  | { readonly file: string; readonly content: JsonValue }
  | { readonly file: string; readonly problem: string };

/** What the user writes. Each is plain text with placeholders: see template.ts. */
export interface OwnWords {
  /** In place of the made title. */
  readonly title: Template | undefined;
  /** Paragraphs above the made ones. */
  readonly text: readonly Template[];
  /** Above the made ones. */
  readonly fields: readonly { readonly name: string; readonly value: Template }[];
  /** In place of everything between title and buttons, a paragraph each. */
  readonly body: readonly Template[] | undefined;
  /** Behind the button that leads to the run. */
  readonly buttons: readonly { readonly text: string; readonly url: string }[];
}
