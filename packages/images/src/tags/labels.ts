import { UserError } from "@jessy-actions/reading/user-error";
import { quoted } from "../quoted.ts";
import type { BuildContext } from "./build-context.ts";
import { GLOBAL_NAMES } from "./expressions.ts";
import { checkTemplate, type Expressions, parseTemplate, renderTemplate, type Template } from "./template.ts";

/** Labels or annotations, sorted by name. */
export type Labels = ReadonlyMap<string, string>;

/** @throws UserError for an expression that is wrong */
export function parseLabel(line: string): Template {
  const template = parseTemplate(line);
  checkTemplate(template, GLOBAL_NAMES);
  return template;
}

/**
 * The eight labels of the OCI specification that are known of every build, and those that the user adds. The user's
 * replace ours, and later ones replace earlier ones. A line without `=` is left out.
 *
 * https://github.com/opencontainers/image-spec/blob/main/annotations.md
 */
export function labelsOf(
  custom: readonly Template[],
  expressions: Expressions,
  context: BuildContext,
  version: string,
): Labels {
  const { repository, now, sha } = context;
  const labels = new Map([
    ["org.opencontainers.image.title", repository.name],
    ["org.opencontainers.image.description", repository.description],
    ["org.opencontainers.image.url", repository.htmlUrl],
    ["org.opencontainers.image.source", repository.htmlUrl],
    ["org.opencontainers.image.version", version],
    ["org.opencontainers.image.created", now.toISOString()],
    ["org.opencontainers.image.revision", sha],
    ["org.opencontainers.image.licenses", repository.licence],
  ]);
  for (const template of custom) {
    const line = renderTemplate(template, expressions);
    const equals = line.indexOf("=");
    if (equals !== -1) labels.set(line.slice(0, equals), line.slice(equals + 1));
  }
  return new Map([...labels].sort(([a], [b]) => ORDER.compare(a, b)));
}

/** As `localeCompare` sorts on a runner, whatever this machine's language is. */
const ORDER = new Intl.Collator("en-US");

/** `name=value` lines, as `--label` takes them. */
export function labelLines(labels: Labels): readonly string[] {
  return [...labels].map(([name, value]) => `${name}=${value}`);
}

/** Where BuildKit can put an annotation. */
export const ANNOTATION_LEVELS = ["manifest", "index", "manifest-descriptor", "index-descriptor"] as const;

/**
 * Reads DOCKER_METADATA_ANNOTATIONS_LEVELS: levels with commas, each of which may name a platform, `manifest[linux/arm64]`.
 *
 * @throws UserError
 */
export function parseAnnotationLevels(text: string): readonly string[] {
  const levels = text.split(",").map((level) => level.trim());
  for (const level of levels) {
    const name = level.replace(/\[[a-z0-9_/.-]+\]$/, "");
    if (!(ANNOTATION_LEVELS as readonly string[]).includes(name)) {
      throw new UserError(`${quoted(level)} is not a level of annotations; write ${ANNOTATION_LEVELS.join(", ")}`);
    }
  }
  return levels;
}

/** `index:`, `manifest,index[linux/amd64]:` before the name of an annotation, as buildx reads it. */
const LEVEL = `(?:${ANNOTATION_LEVELS.join("|")})`;
const OWN_LEVELS = new RegExp(`^${LEVEL}(?:,${LEVEL})*(?:\\[[A-Za-z0-9_/-]+\\])?:`);

/**
 * `level:name=value` lines, as `--annotation` takes them. One that has levels of its own keeps them; metadata-action
 * would make `manifest:index:name=value` of it, an annotation that is called `index:name`.
 */
export function annotationLines(annotations: Labels, levels: readonly string[]): readonly string[] {
  const lines = labelLines(annotations);
  const own = lines.filter((line) => OWN_LEVELS.test(line));
  const others = lines.filter((line) => !OWN_LEVELS.test(line));
  return [...levels.flatMap((level) => others.map((line) => `${level}:${line}`)), ...own];
}
