import { formatVersion } from "@jessy-actions/versioning/semver";
import { type Check, isRefused, type Plan, type Step } from "./publishing/plan.ts";

export const RESULT_SCHEMA = "jessy-actions/release/v1";

export type ReleaseState = "refused" | "planned" | "drafted" | "published" | "unchanged" | "failed";

/** What the result file holds. Its description is docs/schema/release-result.v1.json. */
export interface Result {
  readonly schema: typeof RESULT_SCHEMA;
  readonly state: ReleaseState;
  readonly headline: string;
  readonly repository: string;
  readonly tag: string;
  readonly version: string;
  readonly commit: string;
  readonly previousTag: string | null;
  readonly prerelease: boolean;
  readonly latest: boolean;
  readonly checks: readonly Check[];
  readonly steps: readonly Step[];
  readonly warnings: readonly string[];
  readonly failure: string | null;
  readonly notes: { readonly sources: readonly string[]; readonly characters: number; readonly cut: boolean };
  readonly assets: readonly {
    readonly name: string;
    readonly size: number;
    readonly sha256: string;
    readonly url: string | null;
  }[];
  readonly release: { readonly id: number; readonly url: string; readonly immutable: boolean } | null;
}

export function stateOf(plan: Plan): ReleaseState {
  const { outcome } = plan;
  if (isRefused(plan)) return "refused";
  if (outcome === undefined) return "planned";
  if (outcome.failure !== undefined) return "failed";
  if (outcome.steps.every(({ kind }) => kind === "keep")) return "unchanged";
  return outcome.release?.draft === true ? "drafted" : "published";
}

export function resultOf(plan: Plan, headline: string): Result {
  const { outcome, repository, tag, notes } = plan;
  const release = outcome?.release;
  return {
    schema: RESULT_SCHEMA,
    state: stateOf(plan),
    headline,
    repository: `${repository.owner}/${repository.name}`,
    tag: tag.text,
    version: formatVersion(tag.version),
    commit: plan.commit,
    previousTag: plan.previousTag ?? null,
    prerelease: plan.prerelease,
    latest: plan.latest.isLatest,
    checks: plan.checks,
    steps: outcome?.steps ?? plan.steps,
    warnings: outcome?.warnings ?? [],
    failure: outcome?.failure ?? null,
    notes: { sources: notes.sources, characters: notes.full.length, cut: notes.isCut },
    assets: plan.assets.map(({ name, size, sha256 }) => ({
      name,
      size,
      sha256,
      url: release?.assets.find((asset) => asset.name === name)?.browser_download_url ?? null,
    })),
    release:
      release === undefined ? null : { id: release.id, url: release.html_url, immutable: release.immutable === true },
  };
}
