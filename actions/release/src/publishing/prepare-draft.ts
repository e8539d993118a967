import { type OtherFiles, otherFiles } from "../assets/other-files.ts";
import type { ReleaseDocument } from "../github/release-document.ts";
import { recordedCommit, withRecord } from "./draft-record.ts";
import { ReleaseFailure, ReleaseGone } from "./failure.ts";
import type { Plan } from "./plan.ts";
import type { Settling } from "./settle.ts";

/**
 * Brings a draft to this commit before anything is uploaded to it: files of another commit are deleted, and then the draft says which commit its
 * files are of. A run that ends in between leaves a draft that still names the old commit, and the next one does the same again.
 *
 * @throws ReleaseFailure when the draft holds files that nobody can place.
 */
export async function prepareDraft(
  release: ReleaseDocument,
  plan: Plan,
  { api, journal }: Pick<Settling, "api" | "journal">,
): Promise<ReleaseDocument> {
  if (!release.draft || recordedCommit(release) === plan.commit) return release;
  // Another job may have brought it here since it was listed: its files must stay.
  const now = await api.byId(release.id);
  if (now === undefined) throw new ReleaseGone(release.id);
  if (!now.draft || recordedCommit(now) === plan.commit) return now;
  const names = new Set(plan.assets.map(({ name }) => name));
  const others = otherFiles(now, names, plan);
  if (others.action === "refuse") throw new ReleaseFailure(refusalOf(now, others), { isResumable: false });
  if (others.action === "keep" && others.files.length > 0) return now;
  for (const { id, name, digest } of others.files) {
    await api.deleteAsset(id);
    journal.done("delete", `\`${name}\` (${digest ?? "no digest"}): the draft has it from ${placeOf(others)}`);
  }
  const assets = now.assets.filter((asset) => !others.files.includes(asset));
  const body = withRecord(now.body ?? "", plan.commit, !plan.keepsNotes);
  const target = plan.isElsewhere ? {} : { target_commitish: plan.commit };
  const updated = await api.update(now.id, { ...target, body });
  return { ...updated, assets };
}

/** Why a draft is refused, and what to do. A sentence without its full stop. Pure. */
export function refusalOf({ id }: Pick<ReleaseDocument, "id">, others: OtherFiles): string {
  const names = others.files.map(({ name }) => `\`${name}\``).join(", ");
  const [are, them] = others.files.length === 1 ? ["is", "it"] : ["are", "them"];
  const why = `the draft ${id} holds ${names}, which this run does not upload and which ${are} of ${placeOf(others)}`;
  return `${why}: delete ${them}, or the draft, or keep ${them} by \`draft-files: keep\``;
}

/** `the commit abc...`, or that it is not known. */
export function placeOf({ of, commit }: Pick<OtherFiles, "of" | "commit">): string {
  return of === "another commit" ? `the commit ${commit!.slice(0, 10)}` : of;
}
