import { outputWish } from "@jessy-actions/images/build/outputs";
import type { NamedTarget, PushWord } from "@jessy-actions/images/build/targets";
import { quote } from "@jessy-actions/kit/runner/inputs";

/** What is asked for, before the event is looked at. `auto`: not for pull requests. */
export type PushWish = "auto" | "always" | "never";

const WISHES = { auto: "auto", true: "always", false: "never" } as const satisfies Record<PushWord, PushWish>;

export const wishOf = (word: PushWord): PushWish => WISHES[word];

/** What `push` says of an image: its own before the step's. */
export const askedPush = (step: PushWish, { push }: Pick<NamedTarget, "push">): PushWish =>
  push === undefined ? step : wishOf(push);

/** A wish of one image, and why it is `never`, as a clause. */
export interface ImageWish {
  readonly wish: PushWish;
  readonly reason: string;
}

/**
 * What one image asks for: its own `push` before the step's. An output that pushes is a wish like `push: true`, and one
 * that says `push=false` a wish like `push: false`.
 *
 * @param step what the step's `push` says.
 */
export function imageWish(step: PushWish, target: NamedTarget): ImageWish {
  const { inputs } = target;
  const wish = askedPush(step, target);
  if (!["", "build"].includes(inputs.call)) return { wish: "never", reason: `\`call: ${inputs.call}\` builds nothing` };
  if (wish !== "auto") return { wish, reason: "`push` is `false`" };
  const output = outputWish(inputs.outputs);
  if (output.push === "asked") return { wish: "always", reason: "" };
  if (output.push === "declined") return { wish: "never", reason: "`outputs` says `push=false`" };
  const isNamed = inputs.images.length > 0 || inputs.tags.length > 0;
  return !isNamed && (inputs.load || inputs.outputs.length > 0)
    ? { wish: "never", reason: "`images` and `tags` are empty, and the image goes where `load` or `outputs` says" }
    : { wish, reason: "" };
}

/** Why `push` and an output contradict each other, to stand after the input's name; undefined if they do not. */
export function wishContradiction(step: PushWish, target: NamedTarget): string | undefined {
  const wish = askedPush(step, target);
  const output = outputWish(target.inputs.outputs);
  if (wish === "never" && output.push === "asked")
    return `has ${quote(output.said)}, which pushes, and \`push\` is \`false\`; leave one of them out`;
  if (wish === "always" && output.push === "declined")
    return `has ${quote(output.said)}, which does not push, and \`push\` is \`true\`; leave one of them out`;
  return undefined;
}
