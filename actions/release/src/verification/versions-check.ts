import { compareManifests, VERSION_FILE_NAMES } from "@jessy-actions/versioning/version-files";
import type { Facts, VersionFileFacts } from "../facts.ts";
import { type Check, fail, pass, warn } from "./check.ts";

/** Files that agree are named up to this number. */
const MAX_NAMED = 5;

/** Every file that states a version states the tag's. Pure. */
export function checkVersions({ tag, versionFiles }: Pick<Facts, "tag" | "versionFiles">): Check[] {
  if (versionFiles === undefined) return [];
  const { readings, unmatched, searched } = versionFiles;
  const checks = unmatched.map((pattern) =>
    fail("versions", `\`version-files\` names \`${pattern}\`, which matches no tracked file`),
  );
  if (readings.length === 0 && unmatched.length === 0) return [nothingFound(searched)];
  const { agreeing, problems, skipped } = compareManifests(tag, readings);
  for (const { file, line, message } of problems)
    checks.push(fail("versions", `\`${file}\` ${message}`, { file, line }));
  for (const { file, reason } of skipped) checks.push(pass("versions", `\`${file}\` is not compared: ${reason}`));
  const agreed = [...new Set(agreeing.map(({ file }) => file))];
  if (agreed.length > 0) checks.push(pass("versions", agreement(agreed)));
  if (agreed.length === 0 && checks.every(({ state }) => state === "pass"))
    checks.push(warn("versions", "No file states a version that could be compared"));
  return checks;
}

function agreement(files: readonly string[]): string {
  const named = files.slice(0, MAX_NAMED).map((file) => `\`${file}\``);
  const more = files.length > MAX_NAMED ? ` and ${files.length - MAX_NAMED} more` : "";
  return `${named.join(", ")}${more} ${files.length === 1 ? "agrees" : "agree"}`;
}

/** A repository may have no such file. The report says so, or its readers would take silence for agreement. */
function nothingFound(searched: VersionFileFacts["searched"]): Check {
  const remedy = "name files in `version-files`, or write `none`";
  if (searched !== undefined && "problem" in searched) {
    const message = `No version was compared: ${searched.problem}; ${remedy}`;
    return searched.isAmbiguous ? fail("versions", message) : warn("versions", message);
  }
  const names = VERSION_FILE_NAMES.map((name) => `\`${name}\``).join(", ");
  const where = searched === undefined || searched.folder === "" ? "the top folder" : `\`${searched.folder}\``;
  return warn("versions", `No version was compared: ${where} has no ${names}; ${remedy}`);
}
