import { count } from "@jessy-actions/kit/report/quantity";
import type { Inputs } from "../inputs.ts";
import { sizeText } from "../rendering/size-text.ts";
import { ANY_PLATFORM, type Inspection, type Sizes } from "./inspect-image.ts";
import { isOvergrown } from "./size-limit.ts";

/**
 * Why an image is not pushed; empty when nothing speaks against it. Each of its platforms is judged. Pure.
 *
 * @param before the sizes of what the registry has; undefined when there is nothing yet. A platform that it does not have
 *   has not grown.
 */
export function refusalsOf(
  { findings, sizes }: Pick<Inspection, "findings" | "sizes">,
  before: Sizes | undefined,
  { maxSize, maxGrowth }: Pick<Inputs, "maxSize" | "maxGrowth">,
): readonly string[] {
  const platforms = Object.entries(sizes);
  const tooLarge = platforms.flatMap(([platform, size]) => {
    if (maxSize === undefined || size <= maxSize) return [];
    const [now, limit] = told(size, maxSize);
    return [`${platform} has ${now}, and \`max-size\` allows ${limit}`];
  });
  const grown = platforms.flatMap(([platform, size]) => {
    const was = sizeBefore(before, platform);
    if (maxGrowth === undefined || was === undefined || !isOvergrown(was, size, maxGrowth)) return [];
    const [now, then] = told(size, was);
    const limit = "bytes" in maxGrowth ? sizeText(maxGrowth.bytes) : `${maxGrowth.percent} %`;
    return [`${platform} grew from ${then} to ${now}, and \`max-growth\` allows ${limit}`];
  });
  return [...findings.map((finding) => `it tells a secret: ${finding}`), ...tooLarge, ...grown];
}

/** What one platform was. An image that does not say its platform stands for any. */
export function sizeBefore(before: Sizes | undefined, platform: string): number | undefined {
  return before?.[platform] ?? before?.[ANY_PLATFORM];
}

/** Two sizes that differ must not look the same. */
function told(a: number, b: number): readonly [string, string] {
  const texts = [sizeText(a), sizeText(b)] as const;
  return a !== b && texts[0] === texts[1] ? [`${count(a)} bytes`, `${count(b)} bytes`] : texts;
}
