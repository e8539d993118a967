import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { digestProblem } from "./image-digest.ts";
import { immutableProblem, type TagMove } from "./immutable-tags.ts";
import { familiarReference, type ImageName, printReference, type Reference } from "./reference.ts";

/** A tag that a promotion sets. */
export interface Promotion extends TagMove {
  /** `keep`: it stands there already. */
  readonly action: "create" | "move" | "keep";
  /** Whether manifests and blobs must be copied or mounted first: the image is in another repository. */
  readonly copies: boolean;
}

export interface PromotionPlan {
  readonly source: Reference & { readonly digest: string };
  readonly steps: readonly Promotion[];
}

/** A tag that the image is to have. */
export interface PromotionTarget {
  readonly image: ImageName;
  readonly tag: string;
  /** A full version, which may not move unless `overwrites`. */
  readonly isImmutable: boolean;
  /** The digest that stands there now; undefined if there is none. */
  readonly standing: string | undefined;
}

/**
 * Plans how tags are set on an image that exists, without a build. The same plan again changes nothing.
 *
 * @param source the image by its digest, so that what was looked at is what gets the tags
 * @param overwrites whether a full version may move to another digest
 * @throws UserErrors with every tag that may not move
 */
export function planPromotion(
  source: Reference,
  targets: readonly PromotionTarget[],
  overwrites: boolean,
): PromotionPlan {
  const { digest } = source;
  if (digest === undefined) {
    throw new UserError(`${familiarReference(source)} has no digest to promote; write name@sha256:…`);
  }
  const wrong = digestProblem(digest);
  if (wrong !== undefined) throw new UserError(wrong);
  if (targets.length === 0) throw new UserError("no tags are named to promote the image to; write them in `tags`");
  const steps = new Map<string, Promotion>();
  for (const { image, tag, isImmutable, standing } of targets) {
    const reference = { registry: image.registry, repository: image.repository, tag, digest: undefined };
    const action = standing === undefined ? "create" : standing === digest ? "keep" : "move";
    const copies = image.registry !== source.registry || image.repository !== source.repository;
    const step = { reference, isImmutable, standing, digest, action, copies: copies && action !== "keep" } as const;
    steps.set(printReference(reference), step);
  }
  const problems = overwrites ? [] : [...steps.values()].flatMap((step) => immutableProblem(step) ?? []);
  if (problems.length > 0) throw new UserErrors(problems);
  return { source: { ...source, digest }, steps: [...steps.values()] };
}
