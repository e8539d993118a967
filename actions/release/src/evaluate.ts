import { findSection } from "@jessy-actions/versioning/changelog";
import { formatVersion, isPrerelease } from "@jessy-actions/versioning/semver";
import { otherFiles, stayingAssets } from "./assets/other-files.ts";
import { planAssets } from "./assets/planned-assets.ts";
import type { Facts } from "./facts.ts";
import { type ReleaseDocument, releaseOf } from "./github/release-document.ts";
import type { Inputs } from "./inputs.ts";
import { writeNotes } from "./notes/written-notes.ts";
import { notesOfSomebody } from "./publishing/draft-record.ts";
import { floatingTagsOf } from "./publishing/floating-tags.ts";
import { latestOf } from "./publishing/latest.ts";
import type { Plan } from "./publishing/plan.ts";
import { planSteps } from "./publishing/steps.ts";
import { RESULT_SCHEMA, type Result } from "./result.ts";
import { judge } from "./verdict.ts";
import { checkBranch } from "./verification/branch-check.ts";
import { checkChangelog } from "./verification/changelog-check.ts";
import { type Check, fail } from "./verification/check.ts";
import { checkDraftNotes } from "./verification/draft-notes-check.ts";
import { checkFileVersions } from "./verification/file-versions-check.ts";
import { checkPublishedFiles, checkRelease } from "./verification/release-check.ts";
import { checkSource } from "./verification/source-check.ts";
import { checkTag } from "./verification/tag-check.ts";
import { checkVersions } from "./verification/versions-check.ts";

/** The whole decision: what holds, what does not, and what is to be done. Pure. */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  const { repository, source, tag, commit } = facts;
  const releases = "known" in facts.releases ? facts.releases.known : undefined;
  const existing = releases === undefined ? undefined : releaseOf(releases, tag.text);
  const { changelog } = facts;
  const section =
    changelog?.text === undefined
      ? undefined
      : findSection(changelog.text, tag.version, tag.prefix, changelog.isShared);
  const { notes, checks: notesChecks } = writeNotes(facts, section);
  const { assets, checksums, problems } = planAssets(
    facts.files,
    inputs.checksums,
    notes.isCut ? notes.full : undefined,
    existing,
    existing === undefined ? [] : stayingAssets(existing, { commit, keepsDraftFiles: inputs.keepsDraftFiles }),
  );
  const others =
    existing === undefined
      ? undefined
      : otherFiles(existing, new Set(assets.map(({ name }) => name)), {
          commit,
          keepsDraftFiles: inputs.keepsDraftFiles,
        });
  const somebodys = existing === undefined ? undefined : notesOfSomebody(existing, notes.text);
  const checks: Check[] = [
    ...checkTag(inputs, facts),
    checkBranch(facts),
    ...checkSource(facts),
    ...checkVersions(facts),
    ...checkChangelog(facts, section),
    ...[...facts.fileProblems, ...problems].map((message) => fail("files", message)),
    ...checkFileVersions(inputs, facts, assets),
    ...notesChecks,
    ...checkPublishedFiles(assets, existing, checksums),
    ...checkRelease(facts, existing, others),
    ...checkDraftNotes(inputs, somebodys),
  ];
  const keepsNotes = somebodys !== undefined && inputs.draftNotes === "keep";
  const prerelease = inputs.prerelease === "auto" ? isPrerelease(tag.version) : inputs.prerelease === "true";
  const floatingTags = floatingTagsOf(inputs.floatingTags, facts, prerelease, releases);
  const plan: Plan = {
    repository,
    source,
    tag,
    commit,
    title: (keepsNotes ? existing?.name : undefined) || (inputs.title ?? tag.text),
    notes: keepsNotes ? somebodys : notes.text,
    keepsNotes,
    draft: inputs.draft,
    keepsDraftFiles: inputs.keepsDraftFiles,
    prerelease,
    isPrereleaseGiven: inputs.prerelease !== "auto",
    latest: latestOf(inputs.makeLatest, tag, prerelease, releases),
    ...(inputs.discussionCategory !== undefined && { discussionCategory: inputs.discussionCategory }),
    createsTag: !facts.tags.all.has(tag.text),
    isElsewhere: repository.owner !== source.owner || repository.name !== source.name,
    changesWorkflows: facts.changesWorkflows,
    ...(releases !== undefined && {
      releases: concerned(releases, [tag.text, ...floatingTags.map(({ name }) => name)]),
    }),
    assets,
    ...(checksums !== undefined && { checksums }),
    floatingTags,
  };
  const list = assets.find(({ name }) => name === checksums)?.source;
  return judge({
    schema: RESULT_SCHEMA,
    dryRun: inputs.dryRun,
    repository: `${repository.owner}/${repository.name}`,
    tag: tag.text,
    version: formatVersion(tag.version),
    commit,
    previousTag: facts.previousTag?.text ?? null,
    prerelease,
    latest: plan.latest.isLatest,
    checks,
    steps: planSteps(plan, existing, others),
    warnings: [],
    ...(somebodys !== undefined && { unusedNotes: keepsNotes ? notes.full : somebodys }),
    notes: { sources: notes.sources, characters: notes.full.length, cut: notes.isCut, text: notes.full },
    assets: assets.map(({ name, size, sha256 }) => ({ name, size, sha256, url: null })),
    checksums: list !== undefined && "text" in list ? list.text : null,
    release: null,
    plan,
  });
}

/** A repository may have a thousand releases; the plan only needs those of its own tags. */
function concerned(releases: readonly ReleaseDocument[], tags: readonly string[]): ReleaseDocument[] {
  return releases.filter(({ tag_name }) => tags.includes(tag_name));
}
