/** A file of a release. Its content is not kept, only what is known of it. */
export interface ReleaseAsset {
  readonly id: number;
  readonly releaseId: number;
  readonly name: string;
  readonly label: string | null;
  /** `starter`: an upload that has not come to its end, or never will. */
  readonly state: "starter" | "uploaded";
  readonly contentType: string;
  readonly size: number;
  /** `sha256:…`; of an uploaded one. */
  readonly digest: string | null;
  readonly uploader: string;
  readonly createdAt: string;
  readonly updatedAt: string;
}

/** What an upload says of itself before its first byte. */
export interface AnnouncedAsset {
  readonly name: string;
  readonly label: string | null;
  readonly contentType: string;
  readonly size: number;
  readonly uploader: string;
}
