import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { quoted } from "../quoted.ts";
import { type Flavor, flavorOf, parseFlavorLine } from "./flavor.ts";
import { type ImageEntry, parseImageLine } from "./image-list.ts";
import { parseLabel } from "./labels.ts";
import { DEFAULT_TAGS, parseTagRule, type TagRule } from "./tag-rule.ts";
import type { Template } from "./template.ts";

/** The lines of each input, split by `LINES` (list-values.ts). */
export interface TagInputLines {
  readonly images: readonly string[];
  readonly tags: readonly string[];
  readonly flavor: readonly string[];
  readonly labels: readonly string[];
  readonly annotations: readonly string[];
}

export interface TagInputs {
  /** Images that are enabled. */
  readonly images: readonly ImageEntry[];
  /** Whether `images` named any, enabled or not. */
  readonly namesImages: boolean;
  readonly rules: readonly TagRule[];
  readonly flavor: Flavor;
  readonly labels: readonly Template[];
  readonly annotations: readonly Template[];
}

/**
 * Reads the inputs that metadata-action has too, by its grammar.
 *
 * @throws UserErrors with everything wrong in all of them, each naming its input and its line
 */
export function parseTagInputs(lines: TagInputLines): TagInputs {
  const problems: string[] = [];
  const each = <Item>(input: keyof TagInputLines, values: readonly string[], read: (line: string) => Item) =>
    values.flatMap((line) => tried(problems, `input \`${input}\`, line ${quoted(line)}: `, () => [read(line)]) ?? []);
  const { images, tags } = lines;
  const inputs = {
    images: each("images", images, (line) => parseImageLine(line, images.length === 1)).flat(),
    namesImages: images.length > 0,
    rules: each("tags", tags.length === 0 ? DEFAULT_TAGS : tags, parseTagRule),
    flavor: flavorOf(each("flavor", lines.flavor, parseFlavorLine)),
    labels: each("labels", lines.labels, parseLabel),
    annotations: each("annotations", lines.annotations, parseLabel),
  };
  if (problems.length > 0) throw new UserErrors(problems);
  return inputs;
}

function tried<Item>(problems: string[], prefix: string, read: () => Item): Item | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(`${prefix}${error.message}`);
    return undefined;
  }
}
