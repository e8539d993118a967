import { revealInvisible } from "@jessy-actions/kit/report/escape";
import { prose } from "@jessy-actions/kit/report/prose";
import { count, counted } from "@jessy-actions/kit/report/quantity";
import type { Annotation, Block, Inline, Line, Report } from "@jessy-actions/kit/report/report";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { isFailing } from "./judging/verdict.ts";
import { codeFrame, inOrder } from "./rendering/code-frame.ts";
import type { Problem, Result, Subject } from "./result.ts";

/** Subjects that are shown with their lines in the comment; the summary has more, the result file all. */
const MAX_SHOWN = { comment: 10, summary: 100 } as const;

/** What is cut first when a place is too small: the higher, the sooner. */
const WEIGHT = { frames: 1, passed: 2 } as const;

type Wishes = Pick<Inputs, "annotations" | "failOn" | "helpUrl">;

/** A result in words, tables and files. Pure: the same result gives the same bytes. */
export function render(result: Result, wishes: Wishes, _: Facts): Report {
  const blocks = (max: number): Block[] => [
    ...countsTable(result),
    ...brokenRules(result, wishes, max),
    ...howToMend(result, wishes),
    ...withoutProblems(result),
    ...skippedPulls(result),
    ...result.notes.map(
      ({ level, text }): Block => ({
        kind: "alert",
        level,
        text: prose(text),
      }),
    ),
    ...closing(result, wishes),
  ];
  return {
    title: result.name === "" ? "Commit messages" : `Commit messages: ${result.name}`,
    verdict: result.verdict,
    headline: result.headline,
    comment: blocks(MAX_SHOWN.comment),
    summary: blocks(MAX_SHOWN.summary),
    annotations: wishes.annotations ? annotations(result) : [],
    outputs: outputs(result),
    files: [{ name: "result.json", content: `${JSON.stringify(result)}\n`, output: "result-file" }],
    fails: result.verdict === "broken" || (result.verdict === "fail" && wishes.failOn !== "never"),
  };
}

/** What a title may give to later steps, however they quote it: nothing that means anything to a shell. */
const HARMLESS = /^\w[\w.,/ -]{0,99}$/;

function outputs({ verdict, title, counts }: Result): Record<string, string> {
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

function countsTable({ subjects }: Result): Block[] {
  const rows = (["title", "commit"] as const).flatMap((kind): Line[][] => {
    const some = subjects.filter((subject) => subject.kind === kind);
    if (some.length === 0) return [];
    const total = (key: "errors" | "warnings") => some.reduce((sum, subject) => sum + subject[key], 0);
    const ignored = some.filter(({ ignoredAs }) => ignoredAs !== undefined).length;
    const name = kind === "title" ? (some.length === 1 ? "Title" : "Titles") : some.length === 1 ? "Commit" : "Commits";
    const cells = [some.length - ignored, ignored, total("errors"), total("warnings")];
    return [[{ strong: name }, ...cells.map((cell) => count(cell))]];
  });
  if (rows.length === 0) return [];
  const columns = ["Checked", "Left alone", "Errors", "Warnings"].map(
    (header) => ({ header, align: "right" }) as const,
  );
  // A column that says nothing only makes the table wider.
  const isUsed = (at: number) => at !== 2 || rows.some((row) => row[at] !== "0");
  return [
    {
      kind: "table",
      columns: [{ header: "" }, ...columns].filter((_, at) => isUsed(at)),
      rows: rows.map((row) => row.filter((_, at) => isUsed(at))),
    },
  ];
}

/** Every title and commit with something against it: what fails in the open, mere warnings folded away. */
function brokenRules(result: Result, { failOn }: Wishes, max: number): Block[] {
  const failing = result.subjects.filter((subject) => isFailing(subject, failOn));
  const warned = result.subjects.filter((subject) => !isFailing(subject, failOn) && subject.warnings > 0);
  const more = failing.length - max;
  return [
    ...failing.slice(0, max).flatMap((subject) => subjectBlocks(subject, result, "❌")),
    ...(more > 0 ? [paragraph([{ emphasis: `and ${count(more)} more like these` }])] : []),
    ...(warned.length === 0
      ? []
      : [
          {
            kind: "details",
            summary: `${counted(warned.length, "text")} with warnings only`,
            blocks: warned.slice(0, max).flatMap((subject) => subjectBlocks(subject, result, "⚠️")),
          } satisfies Block,
        ]),
  ];
}

function subjectBlocks(subject: Subject, result: Result, mark: string): Block[] {
  const omitted = subject.errors + subject.warnings - subject.problems.length;
  return [
    paragraph([`${mark} `, { strong: nameOf(subject, result) }, ...onlyAdvised(subject)]),
    { kind: "code", text: codeFrame(subject.problems), language: "text", weight: WEIGHT.frames },
    { kind: "list", items: inOrder(subject.problems).map(problemLine), noun: "problems", weight: WEIGHT.frames },
    ...(omitted > 0 ? [paragraph([{ emphasis: `and ${counted(omitted, "more problem")} in it` }])] : []),
    ...(subject.correction === undefined ? [] : [paragraph(["For example: ", { code: subject.correction }])]),
  ];
}

function problemLine({ level, line, column, message, rule }: Problem): Line {
  const place = level === "error" ? `${line}:${column}` : `${line}:${column}, warning`;
  return [{ strong: place }, " ", ...prose(message), " (", { code: rule }, ")"];
}

function onlyAdvised({ required }: Subject): Inline[] {
  return required ? [] : [" (will not be on the default branch)"];
}

function nameOf({ kind, sha = "", pullRequest }: Subject, { context }: Result): Line {
  if (kind === "title")
    return context.pullRequest === pullRequest ? "The pull request's title" : `The title of #${pullRequest}`;
  const href = `${context.serverUrl}/${context.repository}/commit/${sha}`;
  return ["Commit ", { link: { text: sha.slice(0, 10), href } }];
}

/** What to do about it, in the words of what has to be typed. */
function howToMend(result: Result, { failOn, helpUrl }: Wishes): Block[] {
  const failing = result.subjects.filter((subject) => isFailing(subject, failOn));
  if (failing.length === 0) return [];
  const items: Line[] = [];
  if (failing.some(({ kind }) => kind === "title"))
    items.push("A title: edit it at the top of the pull request; the check runs again by itself.");
  const commits = failing.filter(({ kind, pullRequest }) => kind === "commit" && pullRequest !== undefined);
  if (commits.length > 0) {
    const isLast = commits.length === 1 && commits[0]!.sha === result.context.headSha;
    const command = isLast ? "git commit --amend" : `git rebase --interactive ${commits[0]!.sha!.slice(0, 10)}~1`;
    items.push(
      [
        isLast ? "The last commit: " : "Commits: ",
        { code: command },
        isLast ? "" : [", and write ", { code: "reword" }, " before each of them"],
        "; then ",
        { code: "git push --force-with-lease" },
        ".",
      ].flat(),
    );
  }
  if (helpUrl !== undefined) items.push(["How messages are written here: ", { link: { text: "help", href: helpUrl } }]);
  return items.length === 0 ? [] : [{ kind: "details", summary: "How to mend it", blocks: [{ kind: "list", items }] }];
}

function withoutProblems(result: Result): Block[] {
  const fine = result.subjects.filter(({ errors, warnings }) => errors + warnings === 0);
  if (fine.length === 0) return [];
  const items = fine.map((subject): Line => {
    const left = subject.ignoredAs === undefined ? [] : [" (left alone: ", subject.ignoredAs, ")"];
    return [nameOf(subject, result), ": ", { code: subject.header }, ...left].flat();
  });
  const list: Block = { kind: "list", items, noun: "texts", weight: WEIGHT.passed };
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

function closing({ rules, source }: Result, { helpUrl }: Wishes): Block[] {
  if (rules.source === "") return [];
  const of = rules.revision === undefined ? "" : ` of ${shortRevision(rules.revision)}`;
  const told = source === "api" ? "" : "; commits from git";
  const help: Inline[] =
    helpUrl === undefined ? [] : [" ", { link: { text: "How messages are written here", href: helpUrl } }];
  return [paragraph([{ emphasis: prose(`Rules: ${rules.source}${of}${told}.`) }, ...help])];
}

function shortRevision(revision: string): string {
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 10) : `\`${revision}\``;
}

/** One for each title and commit, since there is no file to set them in, and GitHub shows ten of a kind. */
function annotations({ subjects }: Result): Annotation[] {
  return subjects
    .filter(({ problems }) => problems.length > 0)
    .map((subject) => {
      const lines = subject.problems.map(
        ({ line, column, message, rule }) => `${line}:${column}: ${message} (${rule})`,
      );
      if (subject.correction !== undefined) lines.push(`For example: ${subject.correction}`);
      return {
        level: subject.errors > 0 ? "error" : "warning",
        title: subject.kind === "title" ? `Title of #${subject.pullRequest}` : `Commit ${subject.sha!.slice(0, 10)}`,
        message: [subject.header, ...lines].map(revealInvisible).join("\n"),
        importance: subject.kind === "title" ? 1 : 0,
      };
    });
}

function paragraph(text: Line): Block {
  return { kind: "paragraph", text };
}
