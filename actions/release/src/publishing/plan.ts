import type { FloatingTag } from "@jessy-actions/versioning/floating-tags";
import type { LatestDecision } from "@jessy-actions/versioning/latest";
import type { Tag } from "@jessy-actions/versioning/tag";
import type { ReleaseDocument } from "../github/release-api.ts";
import type { NotesSource } from "../inputs.ts";

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

/** A file, or a text that we write, that becomes an asset. */
export interface PlannedAsset {
  /** The name that GitHub will store. */
  readonly name: string;
  /** The name that was wanted; GitHub shows it instead where it differs. */
  readonly label: string;
  readonly size: number;
  readonly sha256: string;
  /** Where it comes from: a file on disk, or a text that is written first. */
  readonly source: { readonly path: string; readonly shown: string } | { readonly text: string };
  /** `clean`: an upload that broke off stands in its place; `replace`: another content does, on a draft. */
  readonly action: "upload" | "keep" | "clean" | "replace";
}

export interface Notes {
  readonly sources: readonly NotesSource[];
  /** All of it. */
  readonly full: string;
  /** What GitHub takes. */
  readonly text: string;
  readonly isCut: boolean;
}

/** Everything that is to be done, decided before the first change. */
export interface Plan {
  readonly repository: { readonly owner: string; readonly name: string; readonly serverUrl: string };
  readonly dryRun: boolean;
  readonly tag: Tag;
  readonly commit: string;
  readonly previousTag: string | undefined;
  readonly checks: readonly Check[];
  readonly notes: Notes;
  readonly title: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  /** Whether the workflow says so, whatever the version says. */
  readonly isPrereleaseGiven: boolean;
  readonly latest: LatestDecision;
  readonly isLatestGiven: boolean;
  readonly discussionCategory: string | undefined;
  readonly createsTag: boolean;
  /** Whether the release goes to another repository, which knows neither the tag nor the commit. */
  readonly isElsewhere: boolean;
  readonly changesWorkflows: boolean;
  /** All releases and drafts of the repository; undefined when a dry run could not see them. */
  readonly releases: readonly ReleaseDocument[] | undefined;
  readonly assets: readonly PlannedAsset[];
  /** Name of the asset that lists them all. */
  readonly checksums: string | undefined;
  readonly floatingTags: readonly FloatingTag[];
  readonly steps: readonly Step[];
  /** Undefined until the plan is carried out. */
  readonly outcome?: Outcome;
}

/** One change of what stands on GitHub. */
export interface Step {
  readonly kind: "create" | "update" | "upload" | "delete" | "publish" | "move-tag" | "keep";
  /** A sentence without its full stop; names stand between backticks. */
  readonly message: string;
}

/** What was done. */
export interface Outcome {
  readonly steps: readonly Step[];
  readonly warnings: readonly string[];
  /** Why it ended early; undefined when all of it is done. */
  readonly failure: string | undefined;
  /** As GitHub gave it last; undefined when it was never reached. */
  readonly release: ReleaseDocument | undefined;
  /** What the checksums' asset holds. */
  readonly checksums: string | undefined;
}

/** The release or draft that stands for a tag: the published one, else the oldest draft. */
export function releaseOf(releases: readonly ReleaseDocument[], tag: string): ReleaseDocument | undefined {
  const own = releases.filter((release) => release.tag_name === tag);
  return own.find(({ draft }) => !draft) ?? own.sort((a, b) => a.id - b.id)[0];
}

export function isRefused(plan: Pick<Plan, "checks" | "dryRun">): boolean {
  return plan.checks.some(({ state }) => state === "fail" || (state === "unknown" && !plan.dryRun));
}
