import type { AssetDocument, ReleaseDocument } from "../github/release-document.ts";
import { recordedCommit } from "../publishing/draft-record.ts";

/** The files of a release or draft that this run does not upload, and what becomes of them. */
export interface OtherFiles {
  readonly files: readonly AssetDocument[];
  readonly action: "keep" | "delete" | "refuse";
  /** Which commit the draft's files are of. A published release never says. */
  readonly of: "this commit" | "another commit" | "an unknown commit";
  readonly commit: string | undefined;
}

/**
 * A draft that a failed run left may hold files of an older commit, and the list of checksums would vouch for them. Those of this commit stay:
 * other jobs uploaded them. Those of another commit go, if whoever made the draft uploaded them. Any other draft is refused with its files,
 * unless the workflow says to keep them. Pure.
 *
 * @param names of what this run uploads.
 */
export function otherFiles(
  release: ReleaseDocument,
  names: ReadonlySet<string>,
  { commit, keepsDraftFiles }: { readonly commit: string; readonly keepsDraftFiles: boolean },
): OtherFiles {
  const files = release.assets.filter(({ name }) => !names.has(name));
  const recorded = recordedCommit(release);
  const of = recorded === commit ? "this commit" : recorded === undefined ? "an unknown commit" : "another commit";
  const decide = (action: OtherFiles["action"]): OtherFiles => ({ files, action, of, commit: recorded });
  if (!release.draft || keepsDraftFiles || of === "this commit" || files.length === 0) return decide("keep");
  const author = release.author?.login;
  const isOwn = author !== undefined && files.every(({ uploader }) => (uploader?.login ?? author) === author);
  return decide(of === "another commit" && isOwn ? "delete" : "refuse");
}

/** What stays of a release's assets, beside those that this run uploads: nothing of a draft whose files are deleted. Pure. */
export function stayingAssets(
  release: ReleaseDocument,
  run: { readonly commit: string; readonly keepsDraftFiles: boolean },
): readonly AssetDocument[] {
  return otherFiles(release, new Set(), run).action === "keep" ? release.assets : [];
}
