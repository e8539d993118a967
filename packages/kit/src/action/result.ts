import type { Verdict } from "../report/report.ts";

/** What every action decides. Its result, which is its result file, holds this and more. */
export interface ActionResult {
  readonly verdict: Verdict;
  /** The exit code, and nothing else is: 1 when it fails, else 0. */
  readonly fails: boolean;
  /** The verdict in words, one line. */
  readonly headline: string;
}
