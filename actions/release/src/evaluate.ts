import { createHash } from "node:crypto";
import { planAssets } from "@jessy-actions/versioning/asset-name";
import { findSection } from "@jessy-actions/versioning/changelog";
import { type Checksum, MAX_ATTESTED_SUBJECTS, writeChecksums } from "@jessy-actions/versioning/checksums";
import { type FloatingTag, planFloatingTags } from "@jessy-actions/versioning/floating-tags";
import { decideLatest, type LatestDecision } from "@jessy-actions/versioning/latest";
import { isPrerelease } from "@jessy-actions/versioning/semver";
import type { Facts } from "./facts.ts";
import { type AssetDocument, isSameContent, type ReleaseDocument } from "./github/release-api.ts";
import type { Inputs } from "./inputs.ts";
import { FULL_NOTES_NAME, writeNotes } from "./notes/written-notes.ts";
import { type Check, type Notes, type Plan, type PlannedAsset, releaseOf } from "./publishing/plan.ts";
import { planSteps } from "./publishing/steps.ts";
import { verify } from "./verification/verification.ts";

/** The whole decision: what holds, what does not, and what is to be done. Pure. */
export function evaluate(inputs: Inputs, facts: Facts): Plan {
  const { tag } = facts;
  const releases = "known" in facts.releases ? facts.releases.known : undefined;
  const existing = releases === undefined ? undefined : releaseOf(releases, tag.text);
  const changelog = facts.changelog?.text;
  const section = changelog === undefined ? undefined : findSection(changelog, tag.version, tag.prefix);
  const { notes, checks: notesChecks } = writeNotes(facts, section);
  const { assets, checks: assetChecks } = planFiles(inputs, facts, notes, existing);
  const prerelease = inputs.prerelease === "auto" ? isPrerelease(tag.version) : inputs.prerelease === "true";
  const plan: Omit<Plan, "steps"> = {
    repository: facts.repository,
    dryRun: inputs.dryRun,
    tag,
    commit: facts.commit,
    previousTag: facts.previousTag?.text,
    checks: [...verify(inputs, facts, section), ...notesChecks, ...assetChecks, ...releaseChecks(facts, existing)],
    notes,
    title: inputs.title ?? tag.text,
    draft: inputs.draft,
    prerelease,
    isPrereleaseGiven: inputs.prerelease !== "auto",
    latest: decideLatestOf(inputs, facts, prerelease, releases),
    isLatestGiven: inputs.makeLatest !== "auto",
    discussionCategory: inputs.discussionCategory,
    createsTag: !facts.tags.all.has(tag.text),
    isElsewhere: isElsewhere(facts),
    changesWorkflows: facts.changesWorkflows,
    releases,
    assets,
    checksums: assets.some(({ name }) => name === inputs.checksums) ? inputs.checksums : undefined,
    floatingTags: floatingTagsOf(inputs, facts, prerelease, releases),
  };
  return { ...plan, steps: planSteps(plan, existing) };
}

export function isElsewhere({ repository, source }: Facts): boolean {
  return repository.owner !== source.owner || repository.name !== source.name;
}

/** Everything that is uploaded, by the names that GitHub will give it; the checksums stand last. */
function planFiles(
  inputs: Inputs,
  facts: Facts,
  notes: Notes,
  existing: ReleaseDocument | undefined,
): { readonly assets: readonly PlannedAsset[]; readonly checks: readonly Check[] } {
  // A job that only publishes what others uploaded lists their files.
  const others = existing?.draft === true ? existing.assets.length : 0;
  const checksums = facts.files.length + others > 0 ? inputs.checksums : undefined;
  const generated = [...(notes.isCut ? [FULL_NOTES_NAME] : []), ...(checksums === undefined ? [] : [checksums])];
  const named = [
    ...facts.files.map(({ shown, name }) => ({ path: shown, name })),
    ...generated.map((name) => ({ path: name, name })),
  ];
  const { assets, problems } = planAssets(named);
  const checks = problems.map((message): Check => ({ subject: "files", state: "fail", message }));
  if (problems.length > 0) return { assets: [], checks };
  const planned: PlannedAsset[] = facts.files.map(({ path, shown, size, sha256 }, at) => {
    const { name, label } = assets[at]!;
    return { name, label, size, sha256, source: { path, shown }, action: actionFor(name, { size, sha256 }, existing) };
  });
  if (notes.isCut) planned.push(textAsset(FULL_NOTES_NAME, `${notes.full}\n`, existing));
  if (checksums !== undefined) {
    const text = writeChecksums(checksumsOf(planned, existing?.assets ?? [], checksums));
    planned.push(textAsset(checksums, text, existing));
    if (planned.length - 1 > MAX_ATTESTED_SUBJECTS)
      checks.push({
        subject: "files",
        state: "warning",
        message: `\`actions/attest\` takes ${MAX_ATTESTED_SUBJECTS} subjects, and \`${checksums}\` has more`,
      });
  }
  return { assets: planned, checks: [...checks, ...conflictChecks(planned, existing, checksums)] };
}

/**
 * Checksums of what is uploaded now, and of what other jobs have uploaded to the same release before, by the digests that GitHub knows.
 *
 * @param name of the asset that holds them, which is in no list
 */
export function checksumsOf(
  planned: readonly Pick<PlannedAsset, "name" | "sha256">[],
  existing: readonly AssetDocument[],
  name: string,
): Checksum[] {
  const sums = new Map<string, string>();
  for (const { name: other, digest, state } of existing) {
    if (state === "uploaded" && digest?.startsWith("sha256:") === true) sums.set(other, digest.slice("sha256:".length));
  }
  for (const { name: own, sha256 } of planned) sums.set(own, sha256);
  sums.delete(name);
  return [...sums].map(([each, sha256]) => ({ name: each, sha256 }));
}

export function textAsset(name: string, text: string, existing: ReleaseDocument | undefined): PlannedAsset {
  const bytes = Buffer.from(text);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = { size: bytes.length, sha256 };
  return { name, label: name, ...file, source: { text }, action: actionFor(name, file, existing) };
}

/** Equal content stays, whatever its age; nothing else ever takes the place of a published file. */
function actionFor(
  name: string,
  file: { readonly sha256: string; readonly size: number },
  existing: ReleaseDocument | undefined,
): PlannedAsset["action"] {
  const there = existing?.assets.find((asset) => asset.name === name);
  if (there === undefined) return "upload";
  if (isSameContent(there, file, existing!.draft)) return "keep";
  return there.state === "uploaded" ? "replace" : "clean";
}

/** What a published release does not let us do. */
function conflictChecks(
  planned: readonly PlannedAsset[],
  existing: ReleaseDocument | undefined,
  checksums: string | undefined,
): Check[] {
  if (existing === undefined || existing.draft) return [];
  const kind = existing.immutable === true ? "immutable" : "published";
  return planned.flatMap(({ name, action, sha256 }): Check[] => {
    // The list grows with what other jobs upload, as long as GitHub lets it.
    if (action === "keep" || (name === checksums && existing.immutable !== true)) return [];
    if (action === "replace") {
      const there = existing.assets.find((asset) => asset.name === name)!.digest ?? "no known digest";
      const message = `\`${name}\` is ${kind} with other content (${there}, and here it is sha256:${sha256}): the build is not the one that was released; release a new version`;
      return [{ subject: "release", state: "fail", message }];
    }
    if (existing.immutable !== true) return [];
    const message = `\`${name}\` is missing from an immutable release, which takes no more files; let parallel jobs upload with \`draft: true\`, and release a new version`;
    return [{ subject: "release", state: "fail", message }];
  });
}

function releaseChecks(facts: Facts, existing: ReleaseDocument | undefined): Check[] {
  if ("unknown" in facts.releases) {
    const message = `Which releases there are is not known: ${facts.releases.unknown}`;
    return [{ subject: "release", state: "unknown", message }];
  }
  if (existing === undefined) return [];
  const kind = existing.draft ? "a draft" : existing.immutable === true ? "an immutable release" : "a release";
  const count = existing.assets.length;
  const message = `There is ${kind} of the tag already, with ${count} ${count === 1 ? "asset" : "assets"}`;
  return [{ subject: "release", state: "pass", message }];
}

function decideLatestOf(
  inputs: Inputs,
  { tag }: Facts,
  prerelease: boolean,
  releases: readonly ReleaseDocument[] | undefined,
): LatestDecision {
  if (inputs.makeLatest !== "auto")
    return { isLatest: inputs.makeLatest === "true" && !prerelease, reason: "the workflow says so" };
  if (prerelease) return { isLatest: false, reason: "a prerelease is never the latest" };
  const published = (releases ?? []).filter((release) => !release.draft && !release.prerelease);
  return decideLatest(
    tag,
    published.map(({ tag_name }) => tag_name),
  );
}

function floatingTagsOf(
  { floatingTags: { major, minor } }: Inputs,
  { tag, commit, tags, isAncestor }: Facts,
  prerelease: boolean,
  releases: readonly ReleaseDocument[] | undefined,
): FloatingTag[] {
  if (!major && !minor) return [];
  const planned = planFloatingTags(tag, commit, tags.all, { minor, zero: true });
  return planned
    .filter((_, at) => major || at > 0)
    .map((floating) => {
      if (floating.action === "keep") return floating;
      if (prerelease) return { ...floating, action: "keep", reason: `stays: ${tag.text} is a prerelease` };
      return restrain(floating, isAncestor.get(floating.name), releases);
    });
}

/** What SemVer does not say of a move. */
export function restrain(
  floating: FloatingTag,
  isForward: boolean | undefined,
  releases: readonly ReleaseDocument[] | undefined,
): FloatingTag {
  const { name, action, from, fromTag } = floating;
  if (releases?.some((release) => release.tag_name === name && !release.draft) === true)
    return { ...floating, action: "keep", reason: "stays: it has a release of its own, which may be immutable" };
  if (action !== "move" || fromTag !== undefined || isForward === true) return floating;
  const reason = `stays: it stands on ${from!.slice(0, 10)}, which is no version, and no ancestor of this one as far as is known; move it by hand`;
  return { ...floating, action: "keep", reason };
}
