import { prose } from "@jessy-actions/kit/report/prose";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Inline, Line, Report } from "@jessy-actions/kit/report/report";
import { annotations } from "./rendering/annotations.ts";
import { howToFix } from "./rendering/how-to-fix.ts";
import { problemPlaces } from "./rendering/problem-places.ts";
import { subjectName } from "./rendering/subject-name.ts";
import { subjectsTable } from "./rendering/subjects-table.ts";
import type { Result } from "./result.ts";

/** Titles and commits that are shown with their lines. The summary has more than the comment, the result file has all. */
const MAX_SHOWN = { comment: 10, summary: 100 } as const;

/** What passed is cut first when a place is too small. */
const PASSED_WEIGHT = 2;

/** A result in words, tables and files. Pure: the same result gives the same bytes. */
export function render(result: Result): Report {
  const blocks = (max: number): Block[] => [
    ...subjectsTable(result, max),
    ...problemPlaces(result, max),
    ...howToFix(result),
    ...withoutProblems(result),
    ...skippedPulls(result),
    ...result.notes.map(({ level, text }): Block => ({ kind: "alert", level, text: prose(text) })),
    ...closing(result),
  ];
  return {
    title: result.name === "" ? "Commit messages" : `Commit messages: ${result.name}`,
    comment: blocks(MAX_SHOWN.comment),
    summary: blocks(MAX_SHOWN.summary),
    annotations: annotations(result),
    outputs: outputs(result),
    files: [{ name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" }],
  };
}

/** What a title may give to later steps, however they quote it: nothing that means anything to a shell. */
const HARMLESS = /^\w[\w.,/ -]{0,99}$/;

function outputs({ verdict, title, counts }: Result): Report["outputs"] {
  const word = (text: string | undefined) => (text !== undefined && HARMLESS.test(text) ? text : "");
  return {
    verdict,
    type: word(title?.type),
    scope: word(title?.scope),
    breaking: title === undefined ? "" : String(title.breaking),
    commits: String(counts.commits),
    errors: String(counts.errors),
    warnings: String(counts.warnings),
  };
}

function withoutProblems(result: Result): Block[] {
  const fine = result.subjects.filter(({ errors, warnings }) => errors + warnings === 0);
  if (fine.length === 0) return [];
  const items = fine.map((subject): Line => {
    const { header, ignoredAs } = subject;
    const reason = ignoredAs === undefined ? "" : ` (left alone: ${ignoredAs})`;
    return [subjectName(subject, result), ": ", { code: header }, reason].flat();
  });
  const list: Block = { kind: "list", items, noun: "texts", weight: PASSED_WEIGHT };
  return [{ kind: "details", summary: `${counted(fine.length, "text")} without a problem`, blocks: [list] }];
}

function skippedPulls({ skipped }: Result): Block[] {
  return skipped.map(
    ({ pullRequest, reason }): Block => ({
      kind: "alert",
      level: "note",
      text: [`The pull request #${pullRequest} was not checked: it `, ...prose(reason), "."],
    }),
  );
}

/** One line: which rules counted, and where the team explains them. */
function closing({ rules, source, helpUrl }: Result): Block[] {
  if (rules.source === "") return [];
  const of = rules.revision === undefined ? "" : ` of ${shortRevision(rules.revision)}`;
  const read = source === "api" ? "" : "; commits from git";
  const help: Inline[] =
    helpUrl === undefined ? [] : [" ", { link: { text: "How we write commit messages", href: helpUrl } }];
  return [{ kind: "paragraph", text: [{ emphasis: prose(`Rules: ${rules.source}${of}${read}.`) }, ...help] }];
}

function shortRevision(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 10) : `\`${revision}\``;
}
