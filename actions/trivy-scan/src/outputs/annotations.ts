import type { Annotation } from "@jessy-actions/kit/report/report";
import { fixCommand } from "@jessy-actions/security/findings/fix-command";
import { SEVERITIES } from "@jessy-actions/security/findings/severity";
import { shortened } from "@jessy-actions/security/sarif/shortened";
import { repositoryPath } from "../rendering/place.ts";
import { CAUSES } from "../rendering/problems.ts";
import type { JudgedFinding, Result } from "../result.ts";

/** UTF-16 units of a title. */
const TITLE_MAX = 300;
/** Above every finding: that something was not scanned says more than what was found elsewhere. */
const PROBLEM_IMPORTANCE = 1_000;
/** New ones come before all others, whatever their severity. */
const NEW_IMPORTANCE = 100;
const SEVERITY_IMPORTANCE = 10;
const EXPLOITED_IMPORTANCE = 5;

/**
 * One for each problem, and one for each finding that fails or is new, at its line. Known ones that pass would only be
 * noise. What is in an image has no line in the repository: the report alone tells it.
 */
export function annotations(result: Result): Annotation[] {
  return [
    ...result.problems.map(
      ({ cause, message, target }): Annotation => ({
        level: "error",
        title: `Security: ${CAUSES[cause]}`,
        message: target === undefined ? message : `${target}: ${message}`,
        importance: PROBLEM_IMPORTANCE,
      }),
    ),
    ...result.findings.flatMap((finding) => {
      const file = repositoryPath(result, finding.place);
      return file === undefined || (!finding.fails && finding.state === "known") ? [] : [annotation(finding, file)];
    }),
  ];
}

function annotation(finding: JudgedFinding, file: string): Annotation {
  const { id, severity, fails, state, exploited, title, package: affected } = finding;
  const { startLine, endLine } = finding.place;
  const subject = affected === undefined ? "" : `${affected.name} ${affected.version}: `;
  return {
    level: fails ? "error" : "warning",
    title: `${id} (${severity}${state === "new" ? "" : ", known"})`,
    message: `${subject}${shortened(title, TITLE_MAX)}.${fixText(finding)}`,
    file,
    ...(startLine !== undefined && { startLine }),
    ...(startLine !== undefined && endLine !== undefined && endLine > startLine && { endLine }),
    importance:
      (state === "new" ? NEW_IMPORTANCE : 0) +
      SEVERITY_IMPORTANCE * (SEVERITIES.length - SEVERITIES.indexOf(severity)) +
      (exploited === true ? EXPLOITED_IMPORTANCE : 0),
  };
}

function fixText({ kind, package: affected }: JudgedFinding): string {
  if (affected === undefined) return "";
  const { fixedVersions } = affected;
  if (fixedVersions.length === 0) return kind === "vulnerability" ? " No version has a fix yet." : "";
  const command = fixCommand(affected)?.command.join(" ");
  return ` Fixed in ${fixedVersions.slice(0, 3).join(", ")}${command === undefined ? "" : `: ${command}`}.`;
}
