import { quoted } from "../quoted.ts";
import type { PlannedTag, TagPlan } from "./tag-plan.ts";
import { compareVersions, parsePep440, parseSemver, type Version, versionOfName } from "./version.ts";

export interface LatestDecision {
  /** Whether the build may take `latest`. */
  readonly moves: boolean;
  /** One sentence's end: "1.3.0 is greater". */
  readonly reason: string;
}

/** Names of tags that stand already. */
export interface StandingTags {
  /** Of all repositories that the image is pushed to, together: `latest` moves in all of them or in none. */
  readonly registry: readonly string[];
  /** Of the git repository, without `refs/tags/`. */
  readonly git: readonly string[];
}

/**
 * Whether `latest` moves to a build: only to the highest stable version of those that a registry or the git repository
 * holds. A pre-release never takes it, and neither does a back-port; the same version built again does.
 *
 * Tags of another series do not count: with the suffix `-alpine`, `1.3.0` says nothing of `1.2.3-alpine`. If what is built
 * has no version, as a branch has none, nothing can be compared: then `latest` moves if it was asked for by name, or if
 * there are no versions yet.
 *
 * @param gitTag the tag that is built, if the event is about one: others count if they have the same text before the version
 * @returns undefined if no rule gives `latest`
 */
export function decideLatest(
  plan: TagPlan,
  standing: StandingTags,
  gitTag: string | undefined,
): LatestDecision | undefined {
  const latest = plan.tags.find((tag) => tag.latest !== undefined);
  if (latest === undefined) return undefined;
  const own = plan.tags.find(({ version }) => version !== undefined);
  if (own?.version === undefined) return withoutVersion(latest, plan, standing);
  const { version } = own;
  if (!version.isStable) return { moves: false, reason: `${version.raw} is a pre-release` };
  const greater = highest(standingVersions(own, version, standing, gitTag));
  if (greater !== undefined && compareVersions(greater, version) > 0) {
    return { moves: false, reason: `${quoted(greater.raw)} is greater than ${quoted(version.raw)}` };
  }
  return { moves: true, reason: `no stable version is greater than ${quoted(version.raw)}` };
}

/** The plan without the tags that are `latest`, if it must not move; its note says why. */
export function withLatest(plan: TagPlan, { moves, reason }: LatestDecision): TagPlan {
  const latest = plan.tags.filter((tag) => tag.latest !== undefined);
  if (moves || latest.length === 0) return plan;
  const tags = plan.tags.filter((tag) => tag.latest === undefined);
  const names = latest.map(({ name }) => name);
  const note = `${[...new Set(names)].join(", ")} does not move: ${reason}`;
  return { version: tags[0]?.name ?? "", tags, notes: [...plan.notes, note] };
}

function withoutVersion(latest: PlannedTag, plan: TagPlan, standing: StandingTags): LatestDecision {
  if (latest.latest === "asked") return { moves: true, reason: `${quoted(latest.source)} asks for it` };
  const [first] = plan.tags;
  const series = { prefix: first?.prefix ?? "", suffix: first?.suffix ?? "" };
  const known = highest([
    ...seriesVersions(standing.registry, series, versionOfName),
    ...seriesVersions(standing.git, { prefix: "", suffix: "" }, versionOfName),
  ]);
  if (known === undefined) return { moves: true, reason: "no stable version stands yet" };
  return { moves: false, reason: `${quoted(plan.version)} is not a version, and ${quoted(known.raw)} is` };
}

type ReadVersion = (text: string) => Version | undefined;

/** Versions of the same series and scheme. */
function standingVersions(
  own: PlannedTag,
  version: Version,
  { registry, git }: StandingTags,
  gitTag: string | undefined,
): readonly Version[] {
  const read: ReadVersion = version.scheme === "semver" ? parseSemver : pep440OfName;
  const prefix = gitTag?.endsWith(version.raw) ? gitTag.slice(0, gitTag.length - version.raw.length) : "";
  return [...seriesVersions(registry, own, read), ...seriesVersions(git, { prefix, suffix: "" }, read)];
}

function seriesVersions(
  names: readonly string[],
  { prefix, suffix }: Pick<PlannedTag, "prefix" | "suffix">,
  read: ReadVersion,
): readonly Version[] {
  return names.flatMap((name) => {
    const isOne = name.length > prefix.length + suffix.length && name.startsWith(prefix) && name.endsWith(suffix);
    return isOne ? (read(name.slice(prefix.length, name.length - suffix.length)) ?? []) : [];
  });
}

/** `20260110` is a date and `8604619` a commit, so a version of PEP 440 needs a dot. */
function pep440OfName(name: string): Version | undefined {
  return name.includes(".") ? parsePep440(name) : undefined;
}

function highest(versions: readonly Version[]): Version | undefined {
  let greatest: Version | undefined;
  for (const version of versions) {
    const isComparable = greatest === undefined || greatest.scheme === version.scheme;
    if (!version.isStable || !isComparable) continue;
    if (greatest === undefined || compareVersions(version, greatest) > 0) greatest = version;
  }
  return greatest;
}
