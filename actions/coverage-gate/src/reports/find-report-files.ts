import { realpathSync } from "node:fs";
import { sep } from "node:path";
import { formatNamed, REPORT_FORMATS } from "@jessy-actions/coverage/formats";
import { quote } from "@jessy-actions/kit/runner/inputs";
import type { Log } from "@jessy-actions/kit/runner/log";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { debugNames } from "../debug-names.ts";
import type { Inputs } from "../inputs.ts";

/** Folders that hold other people's reports, or copies of ours. */
const NEVER_SEARCHED = ["**/node_modules/**", "**/.git/**", "**/target/doc/**", "**/vendor/**"];

interface Search {
  /** Absolute. */
  readonly directory: string;
  readonly isTracked: (path: string) => boolean;
  readonly log: Pick<Log, "debug">;
}

/**
 * The report files that the inputs ask for, as absolute paths without repeats. Files under usual names are left out
 * when git tracks them: they were not made by this run.
 *
 * @throws UserErrors naming every line of `files` that finds nothing: a missing shard must not look like full coverage.
 */
export async function findReportFiles(
  inputs: Pick<Inputs, "files" | "format">,
  { directory, isTracked, log }: Search,
): Promise<string[]> {
  const wanted = inputs.files.filter((pattern) => !pattern.startsWith("!"));
  const ignore = inputs.files.filter((pattern) => pattern.startsWith("!")).map((pattern) => pattern.slice(1));
  if (wanted.length === 0) return findUsualFiles(inputs.format, ignore, { directory, isTracked, log });
  // Not above: a wrong input should not pay for loading it.
  const { glob } = await import("tinyglobby");
  const found = new Set<string>();
  const problems: string[] = [];
  for (const pattern of wanted) {
    const files = await glob(toPosix(pattern), { cwd: directory, absolute: true, dot: true, ignore, onlyFiles: true });
    log.debug(`files: ${quote(pattern)} finds ${files.length} in ${directory}: ${debugNames(files)}`);
    if (files.length === 0)
      problems.push(
        `input \`files\`: ${quote(pattern)} finds no file in ${directory}; did the tests run, and was the artifact downloaded?`,
      );
    for (const file of files) found.add(realpathSync(file));
  }
  if (problems.length > 0) throw new UserErrors(problems);
  return [...found].sort();
}

async function findUsualFiles(
  format: Inputs["format"],
  ignore: readonly string[],
  { directory, isTracked, log }: Search,
): Promise<string[]> {
  const formats = format === "auto" ? REPORT_FORMATS : [formatNamed(format)];
  const names = formats.flatMap(({ usualNames }) => usualNames);
  // Not above: a wrong input should not pay for loading it.
  const { glob } = await import("tinyglobby");
  const found = await glob(
    names.map((name) => `**/${name}`),
    { cwd: directory, absolute: true, dot: true, ignore: [...NEVER_SEARCHED, ...ignore], onlyFiles: true },
  );
  const paths = [...new Set(found.map((file) => realpathSync(file)))].sort();
  const files = paths.filter((file) => !isTracked(file));
  log.debug(
    `files: under usual names ${debugNames(files)}; left out, as git tracks them: ${debugNames(paths.filter(isTracked))}`,
  );
  if (files.length > 0) return files;
  throw new UserError(
    `no coverage report is in ${directory} under a usual name (${names.slice(0, 6).join(", ")} ...); write its path into the input \`files\``,
  );
}

function toPosix(pattern: string): string {
  return sep === "\\" ? pattern.replaceAll("\\", "/") : pattern;
}
