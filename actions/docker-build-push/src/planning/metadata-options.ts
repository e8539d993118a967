import { parseAnnotationLevels } from "@jessy-actions/images/tags/labels";
import {
  DEFAULT_METADATA_OPTIONS,
  type MetadataOptions,
  parseShortShaLength,
} from "@jessy-actions/images/tags/metadata";
import type { Environment } from "@jessy-actions/kit/runner/environment";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";

/**
 * What docker/metadata-action reads from variables of its own. An empty one is none.
 *
 * @throws UserErrors naming each variable that is wrong.
 */
export function readMetadataOptions(environment: Environment): MetadataOptions {
  const problems: string[] = [];
  const read = <Value>(name: string, parse: (text: string) => Value, fallback: Value): Value => {
    const text = environment[name] ?? "";
    try {
      return text === "" ? fallback : parse(text);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      problems.push(`the variable \`${name}\`: ${error.message}`);
      return fallback;
    }
  };
  const { shortShaLength, annotationLevels } = DEFAULT_METADATA_OPTIONS;
  const options = {
    shortShaLength: read("DOCKER_METADATA_SHORT_SHA_LENGTH", parseShortShaLength, shortShaLength),
    annotationLevels: read("DOCKER_METADATA_ANNOTATIONS_LEVELS", parseAnnotationLevels, annotationLevels),
  };
  if (problems.length > 0) throw new UserErrors(problems);
  return options;
}

/** Whether a pull request's tags and labels name its head instead of GitHub's merge commit, as metadata-action reads it. */
export function usesHeadSha({ DOCKER_METADATA_PR_HEAD_SHA: text = "" }: Environment): boolean {
  return /true/i.test(text);
}
