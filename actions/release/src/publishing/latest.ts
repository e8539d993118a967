import { decideLatest, type LatestDecision } from "@jessy-actions/versioning/latest";
import type { Tag } from "@jessy-actions/versioning/tag";
import type { ReleaseDocument } from "../github/release-document.ts";
import type { Inputs } from "../inputs.ts";

/**
 * Whether the release becomes the repository's latest one. GitHub never takes a prerelease for it. Pure.
 *
 * @param releases undefined when they are not known.
 */
export function latestOf(
  makeLatest: Inputs["makeLatest"],
  tag: Tag,
  prerelease: boolean,
  releases: readonly ReleaseDocument[] | undefined,
): LatestDecision {
  if (makeLatest !== "auto") return { isLatest: makeLatest === "true" && !prerelease, reason: "the workflow says so" };
  if (prerelease) return { isLatest: false, reason: "a prerelease is never the latest" };
  const published = (releases ?? []).filter((release) => !release.draft && !release.prerelease);
  return decideLatest(
    tag,
    published.map(({ tag_name }) => tag_name),
  );
}
