import type { NamedTarget } from "@jessy-actions/images/build/targets";
import type { ImagePlan } from "./image-plan.ts";
import type { Mode } from "./mode.ts";

/** What an image would be pushed to, and by what. */
interface Asked {
  readonly mode: Mode;
  readonly byDigest: boolean;
  /** Its name and ref, quoted for messages. */
  readonly event: string;
}

/**
 * Why an image that is to be pushed, tagged or verified has nowhere to go; undefined if it has. Without this, a step that
 * pushes nothing would be green. docker/build-push-action fails here too: "tag is needed when pushing to registry".
 */
export function missingDestination(
  { inputs }: NamedTarget,
  { destinations }: Pick<ImagePlan, "destinations">,
  { mode, byDigest, event }: Asked,
): string | undefined {
  const orNot = mode === "verify" ? "" : ", or write `push: false`";
  if (destinations.length === 0 && inputs.images.length > 0)
    return `input \`images\`: every image is disabled, so there is nothing to ${VERBS[mode]}; enable one${orNot}`;
  if (destinations.length === 0)
    return mode === "verify"
      ? "input `tags`: there is no reference to verify; write, for example, `tags: ghcr.io/acme/app:1.2.3`"
      : `input \`push\`: the image has no reference; set \`images\` and \`tags\`${orNot}`;
  if (!byDigest && destinations.some(({ tags }) => tags.length === 0))
    return `input \`tags\`: no rule gives a tag on ${event}; add one, such as \`type=sha\`${orNot}`;
  return undefined;
}

const VERBS = { build: "push to", promote: "tag", merge: "tag", verify: "verify" } as const;
