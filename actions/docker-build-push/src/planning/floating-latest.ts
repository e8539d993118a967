import { decideLatest, type StandingTags, withLatest } from "@jessy-actions/images/tags/latest";
import type { ImagePlan } from "./image-plan.ts";

/** Whether a plan sets a tag that only the highest version may have. Only then standing tags are asked for. */
export function asksForLatest({ tagPlan }: Pick<ImagePlan, "tagPlan">): boolean {
  return tagPlan?.tags.some(({ latest }) => latest !== undefined) ?? false;
}

/**
 * The plan without `latest` where a greater version stands, with a note that says so. Tags that an output named stay.
 *
 * @param gitTag the one that is built, without `refs/tags/`.
 */
export function settledImage(image: ImagePlan, standing: StandingTags, gitTag: string | undefined): ImagePlan {
  const { tagPlan, destinations, notes } = image;
  const decision = tagPlan && decideLatest(tagPlan, standing, gitTag);
  if (tagPlan === undefined || decision === undefined || decision.moves) return image;
  const settled = withLatest(tagPlan, decision);
  const kept = new Set(settled.tags.map(({ name }) => name));
  const gone = new Set(tagPlan.tags.map(({ name }) => name).filter((name) => !kept.has(name)));
  return {
    ...image,
    destinations: destinations.map((each) => ({ ...each, tags: each.tags.filter((tag) => !gone.has(tag)) })),
    notes: [...notes, ...settled.notes.filter((note) => !notes.includes(note))],
  };
}
