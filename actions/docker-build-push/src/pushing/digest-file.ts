import { type Digest, isDigest } from "@jessy-actions/images/oci/digest";
import { parseJson } from "@jessy-actions/reading/json";
import { sha, text } from "@jessy-actions/reading/json-fields";
import type { ImageResult, Result } from "../result.ts";

const SCHEMA = "jessy-actions/image-digest/v1";

/** What a job says that pushed one platform by its digest, for the job that merges them. */
export interface DigestFile {
  /** Of `targets`; `image` for the only one. */
  readonly image: string;
  readonly digest: Digest;
  /** `linux/arm64`. */
  readonly platform: string;
  /** That was built. */
  readonly commit: string;
}

/** Nobody's is larger. */
export const MAX_DIGEST_FILE_BYTES = 10_000;

/** @returns undefined when nothing was pushed. */
export function digestFile(
  { name, digest, platforms }: ImageResult,
  { commit }: Pick<Result, "commit">,
): string | undefined {
  if (digest === null) return undefined;
  return `${JSON.stringify({ schema: SCHEMA, image: name, digest, platform: platforms[0] ?? "", commit }, undefined, 2)}\n`;
}

/** Reads what an artifact brought. @throws ReportError */
export function readDigestFile(bytes: Uint8Array): DigestFile {
  const file = parseJson([bytes]);
  const schema = file.get("schema");
  if (schema.raw !== SCHEMA) throw schema.not(`"${SCHEMA}"`);
  const digest = text(file.get("digest"));
  if (!isDigest(digest)) throw file.get("digest").not("a digest");
  return {
    image: text(file.get("image")),
    digest,
    platform: text(file.get("platform")),
    commit: sha(file.get("commit")),
  };
}
