import { join } from "node:path";
import { GitHubError } from "../github/error.ts";
import { escapeTerminal } from "../report/escape.ts";
import { MARK } from "../report/mark.ts";
import { renderMarkdown } from "../report/markdown.ts";
import type { Block, Report, ResultFile, Verdict } from "../report/report.ts";
import { renderTerminal } from "../report/terminal.ts";
import { selectAnnotations } from "../runner/annotations.ts";
import { writeFile } from "../runner/file-content.ts";
import type { Log } from "../runner/log.ts";
import { setOutputs } from "../runner/outputs.ts";
import { writeSummary } from "../runner/summary.ts";
import type { ActionIo } from "./io.ts";
import { describeError } from "./outcome.ts";
import type { ActionResult } from "./result.ts";

/** Where a report goes besides log, summary and outputs. */
export interface Publication {
  /** Of several gates of one kind in a repository; empty for the only one. */
  readonly name: string;
  readonly token: string;
  /** Whether to keep this gate's section of the shared pull-request comment. */
  readonly comment: boolean;
  /** Whether to annotate lines; what is not about a line is always said. Default true. */
  readonly annotations?: boolean;
}

/**
 * Writes the report of a result everywhere it belongs. What can fail comes last: files, outputs, log, annotations,
 * summary, and then the comment. A comment that cannot be written is a notice or a warning, and never changes the
 * verdict. What was masked is in none of it: the report is rendered from the result without its secrets, since no later
 * place knows into what form a renderer brought them.
 */
export async function publish<Result extends ActionResult>(
  render: (result: Result) => Report,
  result: Result,
  action: string,
  publication: Publication,
  io: ActionIo,
): Promise<void> {
  const { environment, log } = io;
  const { verdict, fails } = result;
  const hidden = log.redaction.redactData(result);
  const { headline: words } = hidden;
  const report = render(hidden);
  const outputs = hidden === result ? report.outputs : withoutSecrets(render(result).outputs, log);
  const paths = writeResultFiles(report.files, io.temporary);
  setOutputs({ ...outputs, ...paths });

  const heading: Block = { kind: "heading", level: 2, text: report.title };
  const headline: Block = { kind: "paragraph", text: [MARK_OF[verdict], " ", { strong: words }] };
  const color = environment.GITHUB_ACTIONS === "true" && environment.NO_COLOR === undefined;
  log.info(renderTerminal([heading, headline, ...report.summary], { color }));
  if (fails) log.error(words);
  const { shown, omitted } = selectAnnotations(
    report.annotations.filter(({ file }) => publication.annotations !== false || file === undefined),
  );
  for (const annotation of shown) log.annotate(annotation);
  if (omitted > 0)
    log.info(
      `${omitted} more annotations did not fit into GitHub's limit of ten of each kind; the summary has them all.`,
    );
  try {
    await writeSummary([heading, headline, ...report.summary]);
  } catch (error) {
    log.warning(
      `No job summary: ${describeError(error).lines.join("; ")}. The report is in the log; the verdict stands.`,
    );
  }

  if (publication.comment && report.comment !== undefined) {
    await publishComment([heading, headline, ...report.comment], action, publication, io);
  }
}

/**
 * Later steps work with outputs, so one is whole or empty: half a reference would lead somewhere else. GitHub leaves an
 * output of a job out for the same reason.
 */
function withoutSecrets(outputs: Report["outputs"], log: Log): Report["outputs"] {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => {
      if (!log.redaction.holdsSecret(value)) return [name, value];
      log.warning(`The output \`${name}\` is empty: it would hold a value that is masked.`);
      return [name, ""];
    }),
  );
}

/** Milliseconds that GitHub may take over a comment: nobody waits longer for something that changes no verdict. */
const COMMENT_TIME = 120_000;

/** Puts a section into the shared comment. Whatever goes wrong is a notice or a warning: it is never thrown. */
export async function publishComment(
  blocks: readonly Block[],
  action: string,
  publication: Publication,
  io: ActionIo,
): Promise<void> {
  const { log } = io;
  try {
    const event = io.event();
    if (event.pullRequest === undefined && event.followedRun === undefined) return;
    if (publication.token === "") {
      log.notice("No comment: the input `github-token` is empty. The report is in the job summary.");
      return;
    }
    const [{ publishSection }, { sectionId }] = await Promise.all([
      import("../github/sticky-comment.ts"),
      import("../github/sections.ts"),
    ]);
    const number = await io.pullRequestNumber();
    if (number === undefined) {
      log.notice("No comment: no open pull request has the commit of the run that this one follows.");
      return;
    }
    const { owner, name: repo } = event.repository;
    const published = await publishSection(
      (await io.github()).within(COMMENT_TIME),
      { owner, repo, issueNumber: number, sectionId: sectionId(action, publication.name) },
      (maxBytes) => renderMarkdown(blocks, { maxBytes }).text,
      { log },
    );
    if (published.status === "forbidden") {
      const why =
        event.pullRequest?.fork === true ? "a pull request from a fork has a read-only token" : published.reason;
      log.notice(`No comment: ${why}. The report is in the job summary.`);
    } else if (published.status === "contested") {
      log.warning("No comment: other jobs kept writing over it. The report is in the job summary; the verdict stands.");
    } else log.info(`Comment ${published.status}: ${escapeTerminal(published.url)}`);
  } catch (error) {
    const { lines, stack } = describeError(error);
    const reason = error instanceof GitHubError ? error.message : lines.join("; ");
    log.warning(`No comment: ${reason}. The report is in the job summary; the verdict stands.`);
    if (stack !== undefined) log.foreign(stack);
  }
}

const MARK_OF: Readonly<Record<Verdict, string>> = {
  pass: MARK.pass,
  fail: MARK.fail,
  inconclusive: MARK.warning,
  broken: MARK.broken,
};

/** Files that are no part of a report, for an action that makes them of its facts, and the outputs that lead to them. */
export function publishFiles(files: readonly ResultFile[], { temporary, log }: ActionIo): void {
  const hidden = files.map((file) => ({ ...file, content: log.redaction.redactContent(file.content) }));
  setOutputs(writeResultFiles(hidden, temporary));
}

/** @returns the absolute path of each file, by the name of its output. */
function writeResultFiles(files: readonly ResultFile[], folder: string): Record<string, string> {
  const paths: Record<string, string> = {};
  for (const { name, content, output } of files) {
    const path = join(folder, name);
    writeFile(path, content);
    if (output !== undefined) paths[output] = path;
  }
  return paths;
}
