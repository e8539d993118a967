import type { FloatingTag } from "@jessy-actions/versioning/floating-tags";
import type { LatestDecision } from "@jessy-actions/versioning/latest";
import type { Tag } from "@jessy-actions/versioning/tag";
import type { PlannedAsset } from "../assets/planned-assets.ts";
import type { ReleaseDocument } from "../github/release-document.ts";

/** Everything that is to be done, decided before the first change. Plain JSON. */
export interface Plan {
  /** Where the release goes. */
  readonly repository: { readonly owner: string; readonly name: string; readonly serverUrl: string };
  /** Where the tag and the commit are. */
  readonly source: { readonly owner: string; readonly name: string };
  readonly tag: Tag;
  readonly commit: string;
  readonly title: string;
  /** As many of the notes as GitHub takes. */
  readonly notes: string;
  /** Whether title and notes are those that somebody wrote into the draft. */
  readonly keepsNotes: boolean;
  readonly draft: boolean;
  /** Whether files that a draft holds already stay, whatever commit they are of. */
  readonly keepsDraftFiles: boolean;
  readonly prerelease: boolean;
  /** Whether the workflow says so, whatever the version says. */
  readonly isPrereleaseGiven: boolean;
  readonly latest: LatestDecision;
  readonly discussionCategory?: string;
  /** Whether publishing creates the tag. */
  readonly createsTag: boolean;
  /** Whether the release goes to another repository, which knows neither the tag nor the commit. */
  readonly isElsewhere: boolean;
  /** Whether the commit changes workflows against the default branch: GitHub then asks for a permission of its own. */
  readonly changesWorkflows: boolean;
  /** What the repository has for the tag, and for the floating tags. Absent when a dry run could not see it. */
  readonly releases?: readonly ReleaseDocument[];
  readonly assets: readonly PlannedAsset[];
  /** Name of the asset that lists all others. */
  readonly checksums?: string;
  readonly floatingTags: readonly FloatingTag[];
}
