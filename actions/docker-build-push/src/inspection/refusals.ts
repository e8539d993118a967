import type { Inputs } from "../inputs.ts";
import { sizeText } from "../rendering/size-text.ts";
import type { Inspection } from "./inspect-image.ts";
import { isOvergrown } from "./size-limit.ts";

/**
 * Why an image is not pushed; empty when nothing speaks against it. Pure.
 *
 * @param before its size on the registry; undefined when there is none yet.
 */
export function refusalsOf(
  { findings, size }: Inspection,
  before: number | undefined,
  { maxSize, maxGrowth }: Pick<Inputs, "maxSize" | "maxGrowth">,
): readonly string[] {
  return [
    ...findings.map((finding) => `it tells a secret: ${finding}`),
    ...(maxSize !== undefined && size > maxSize
      ? [`it has ${sizeText(size)}, and \`max-size\` allows ${sizeText(maxSize)}`]
      : []),
    ...(maxGrowth !== undefined && before !== undefined && isOvergrown(before, size, maxGrowth)
      ? [`it grew from ${sizeText(before)} to ${sizeText(size)}, more than \`max-growth\` allows`]
      : []),
  ];
}
