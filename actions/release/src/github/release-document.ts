/** A release as GitHub's API gives it, as far as it is used here (schema `release`). */
export interface ReleaseDocument {
  readonly id: number;
  readonly tag_name: string;
  readonly name: string | null;
  readonly body: string | null;
  /** A branch or a commit: where the tag would be created. */
  readonly target_commitish?: string;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly immutable?: boolean;
  readonly html_url: string;
  readonly upload_url: string;
  readonly author?: { readonly login: string } | null;
  readonly assets: readonly AssetDocument[];
}

export interface AssetDocument {
  readonly id: number;
  readonly name: string;
  /** `starter` marks an upload that broke off. The API's description only knows `uploaded` and `open`. */
  readonly state: string;
  readonly size: number;
  /** `sha256:...`; servers before 2025-06 have none. */
  readonly digest?: string | null;
  readonly uploader?: { readonly login: string } | null;
  readonly browser_download_url: string;
}

/** The release or draft that stands for a tag: the published one, else the oldest draft. */
export function releaseOf(releases: readonly ReleaseDocument[], tag: string): ReleaseDocument | undefined {
  const own = releases.filter((release) => release.tag_name === tag);
  return own.find(({ draft }) => !draft) ?? own.sort((a, b) => a.id - b.id)[0];
}
