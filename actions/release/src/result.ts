import type { Verdict } from "@jessy-actions/kit/report/report";
import type { NotesSource } from "./inputs.ts";
import type { Plan } from "./publishing/plan.ts";
import type { Step } from "./publishing/steps.ts";
import type { Check } from "./verification/check.ts";

export const RESULT_SCHEMA = "jessy-actions/release/v1";

/**
 * `refused`: a check failed. `planned`: a dry run, or a plan that is not carried out yet. `drafted`, `published`: what became of it.
 * `unchanged`: everything was there already. `failed`: it ended early.
 */
export type ReleaseState = "refused" | "planned" | "drafted" | "published" | "unchanged" | "failed";

/**
 * The whole decision, and what became of it, as plain JSON: what the result file holds and all that `render` needs. Published as
 * docs/schema/release-result.v1.json; a field never gets another meaning within a version.
 */
export interface Result {
  readonly schema: typeof RESULT_SCHEMA;
  readonly verdict: Verdict;
  /** Whether the step ends with exit code 1. */
  readonly fails: boolean;
  readonly state: ReleaseState;
  /** The verdict in words, plain text. */
  readonly headline: string;
  readonly dryRun: boolean;
  /** `owner/name`. */
  readonly repository: string;
  readonly tag: string;
  readonly version: string;
  readonly commit: string;
  readonly previousTag: string | null;
  readonly prerelease: boolean;
  readonly latest: boolean;
  readonly checks: readonly Check[];
  /** What was done, in its order; before that, what would be. */
  readonly steps: readonly Step[];
  readonly warnings: readonly string[];
  /** Why it ended early; null when everything is done. */
  readonly failure: string | null;
  /** Whether running the job again goes on by itself; false when a person has to look first. */
  readonly resumable: boolean;
  readonly notes: {
    readonly sources: readonly NotesSource[];
    readonly characters: number;
    readonly cut: boolean;
    /** All of them, also where GitHub only takes a part. */
    readonly text: string;
  };
  readonly assets: readonly {
    readonly name: string;
    /** In bytes. */
    readonly size: number;
    /** In hexadecimal digits. */
    readonly sha256: string;
    readonly url: string | null;
  }[];
  /** Content of the asset that lists the checksums; null when there is none. */
  readonly checksums: string | null;
  /** Notes that are not used, since the draft has notes of somebody: this run's, or with `draft-notes: replace` theirs. */
  readonly unusedNotes?: string;
  /** As GitHub gave it last; null when it was never reached. */
  readonly release: PublishedRelease | null;
  /** What `execute` carries out. */
  readonly plan: Plan;
}

export interface PublishedRelease {
  readonly id: number;
  readonly url: string;
  readonly immutable: boolean;
  readonly draft: boolean;
  /** GitHub was told to publish it, and does not say whether it did: `draft` is what was seen last. */
  readonly uncertain?: true;
  readonly prerelease: boolean;
  readonly uploadUrl: string;
  /** Everything on the release, also what other jobs uploaded. */
  readonly assets: readonly { readonly name: string; readonly url: string }[];
}
