import { digestProblem } from "@jessy-actions/images/image-digest";
import { isDigest } from "@jessy-actions/images/oci/digest";
import { parseReference } from "@jessy-actions/images/reference";
import { tagProblem } from "@jessy-actions/images/tag-name";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";

/** The image that a promotion gives its tags to. */
export interface PromotionSource {
  /** Undefined, as `repository` is: where the tags go. */
  readonly registry: string | undefined;
  readonly repository: string | undefined;
  /** A tag or a digest. */
  readonly reference: string;
  /** The tag that must lead to that digest: `name:tag@sha256:…`. */
  readonly tag: string | undefined;
}

/**
 * Reads the input `promote`: a tag or a digest of the image's own repository, or a complete reference, which may be in
 * another repository or registry.
 *
 * @throws UserError to stand after the name of the input.
 */
export function readPromotionSource(text: string): PromotionSource {
  const own = { registry: undefined, repository: undefined, tag: undefined };
  if (isDigest(text)) return { ...own, reference: text };
  // As a reference, it would be the tag of an image called sha256.
  if (/^sha(?:256|512):/i.test(text)) throw new UserError(digestProblem(text) ?? `${quote(text)} is not a digest`);
  if (!/[/:@]/.test(text)) {
    const problem = tagProblem(text);
    if (problem !== undefined) throw new UserError(problem);
    return { ...own, reference: text };
  }
  const { registry, repository, tag, digest } = parseReference(text);
  const reference = digest ?? tag;
  if (reference === undefined)
    throw new UserError(`${quote(text)} has neither a tag nor a digest; write, for example, ${quote(`${text}:main`)}`);
  return { registry, repository, reference, tag: digest === undefined ? undefined : tag };
}
