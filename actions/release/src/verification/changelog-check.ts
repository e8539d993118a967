import type { FoundSection } from "@jessy-actions/versioning/changelog";
import type { Facts } from "../facts.ts";
import { type Check, fail, pass } from "./check.ts";

/**
 * The changelog has one section for the version, and it is not withdrawn. Pure.
 *
 * @param read what was found in the changelog's text; undefined when the commit has no such file.
 */
export function checkChangelog({ changelog }: Pick<Facts, "changelog">, read: FoundSection | undefined): Check[] {
  if (changelog === undefined) return [];
  const { path: file } = changelog;
  if (read === undefined)
    return [
      fail(
        "changelog",
        `\`${file}\` is not a file of the commit; commit it, or give another path in \`changelog\`, or write \`none\``,
      ),
    ];
  if (read.problems.length > 0)
    return read.problems.map(({ line, message }) => fail("changelog", `\`${file}\`: ${message}`, { file, line }));
  const { isYanked, line, match, heading } = read.section!;
  if (isYanked) return [fail("changelog", `\`${file}\` marks this version as yanked`, { file, line })];
  const under = match === "exact" ? "" : `, under \`${heading}\``;
  return [pass("changelog", `\`${file}\` describes this version${under}`)];
}
