import {
  boolean,
  id,
  list,
  nullable,
  object,
  optional,
  type Shape,
  sha,
  text,
  whole,
} from "@jessy-actions/kit/github/shape";
import type { AssetDocument, ReleaseDocument } from "./release-document.ts";

/** How GitHub's answers about releases and tags must look. */
export const assetShape: Shape<AssetDocument> = object({
  id,
  name: text,
  state: text,
  size: whole,
  digest: optional(text),
  uploader: optional(object({ login: text })),
  browser_download_url: text,
});

export const releaseShape: Shape<ReleaseDocument> = object({
  id,
  tag_name: text,
  name: nullable(text),
  body: nullable(text),
  target_commitish: optional(text),
  draft: boolean,
  prerelease: boolean,
  immutable: optional(boolean),
  html_url: text,
  upload_url: text,
  author: optional(object({ login: text })),
  assets: list(assetShape),
});

export const notesShape = object({ body: text });

const pointed = object({ type: text, sha });

export const refShape = object({ ref: text, object: pointed });

export const tagObjectShape = object({ object: pointed });
