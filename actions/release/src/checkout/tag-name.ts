import { quote } from "@jessy-actions/kit/runner/inputs";
import { UserError } from "@jessy-actions/reading/user-error";
import { parseTag, type Tag, tagProblem } from "@jessy-actions/versioning/tag";

/**
 * The tag to release: the input's, or the one that the run is for.
 *
 * @param ref of the run, e.g. `refs/tags/v1.2.3`
 * @throws UserError when neither names a version.
 */
export function chooseTag(input: string | undefined, ref: string): Tag {
  if (input !== undefined) return parseTag(input)!;
  if (!ref.startsWith("refs/tags/")) {
    throw new UserError(
      `input \`tag\` is empty, and the run is for ${quote(ref)}, which is not a tag; write \`tag: v1.2.3\`, or run the workflow \`on: push: tags: ["v*"]\``,
    );
  }
  const name = ref.slice("refs/tags/".length);
  const tag = parseTag(name);
  if (tag !== undefined) return tag;
  throw new UserError(`the tag ${quote(name)}, which the run is for, ${tagProblem(name)}`);
}
