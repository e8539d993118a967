/** One thing that was verified. */
export interface Check {
  readonly subject: "tag" | "commit" | "branch" | "versions" | "changelog" | "notes" | "files" | "release";
  /** `unknown` fails, except in a dry run. */
  readonly state: "pass" | "warning" | "fail" | "unknown";
  /** A sentence without its full stop; names stand between backticks. */
  readonly message: string;
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
}

/** Where in the repository a check found what it says. */
export interface Place {
  readonly file: string;
  readonly line: number | undefined;
}

export function pass(subject: Check["subject"], message: string): Check {
  return { subject, state: "pass", message };
}

export function warn(subject: Check["subject"], message: string): Check {
  return { subject, state: "warning", message };
}

export function fail(subject: Check["subject"], message: string, place?: Place): Check {
  const { file, line } = place ?? {};
  return { subject, state: "fail", message, ...(file !== undefined && { file }), ...(line !== undefined && { line }) };
}

export function unknown(subject: Check["subject"], message: string): Check {
  return { subject, state: "unknown", message };
}

/** Whether a check stops the release. A dry run only reports what it could not find out. */
export function isRefusal({ state }: Check, dryRun: boolean): boolean {
  return state === "fail" || (state === "unknown" && !dryRun);
}

/** A commit as messages show it. */
export function shortCommit(sha: string): string {
  return `\`${sha.slice(0, 10)}\``;
}
