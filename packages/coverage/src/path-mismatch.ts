import type { RepositoryPaths } from "./paths.ts";
import { nameOf, normalize } from "./report-path.ts";

/**
 * One line for a report with no path in the repository: an example, and the rule that would most likely help. Where
 * several files have the name, the rule is for this report alone, so that it maps no other package's paths.
 *
 * @param report its path, as rules for single reports spell it.
 */
export function explainMismatch(unmatched: readonly string[], repository: RepositoryPaths, report: string): string {
  const example = unmatched[0]!;
  const parts = normalize(example).split("/");
  const [namesake, ...others] = repository.files.filter((file) => nameOf(file) === parts.at(-1)!);
  if (namesake === undefined) {
    return `none of its ${unmatched.length} files is in the repository, e.g. \`${example}\`; was it made from another repository, or is a \`path-map\` missing?`;
  }
  const rule = ruleFor(example, namesake);
  return `none of its ${unmatched.length} files is in the repository, e.g. \`${example}\`; if that is \`${namesake}\`, write \`path-map: ${others.length === 0 ? rule : `${report}: ${rule}`}\``;
}

/** The rule that makes one path of a report one file of the repository. */
export function ruleFor(path: string, file: string): string {
  const parts = normalize(path).split("/");
  const there = file.split("/");
  let common = 0;
  while (common < Math.min(parts.length, there.length) && parts.at(-1 - common) === there.at(-1 - common)) common++;
  // A rule needs a left side: where all of the path is shared, its first part is.
  if (common === parts.length) common--;
  const from = parts.slice(0, parts.length - common).join("/");
  const to = there.slice(0, there.length - common).join("/");
  return `${from} => ${to}`;
}
