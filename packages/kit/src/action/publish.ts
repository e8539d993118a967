import { closeSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { MARK } from "../report/mark.ts";
import { renderMarkdown } from "../report/markdown.ts";
import type { Block, Report, ResultFile, Verdict } from "../report/report.ts";
import { renderTerminal } from "../report/terminal.ts";
import { selectAnnotations } from "../runner/annotations.ts";
import { setOutputs } from "../runner/outputs.ts";
import { writeSummary } from "../runner/summary.ts";
import type { ActionIo } from "./io.ts";
import type { ActionResult } from "./result.ts";

/** Where a report goes besides log, summary and outputs. */
export interface Publication {
  /** Of several gates of one kind in a repository; empty for the only one. */
  readonly name: string;
  readonly token: string;
  /** Whether to keep this gate's section of the shared pull-request comment. */
  readonly comment: boolean;
  /** Whether to annotate lines. Default true. */
  readonly annotations?: boolean;
}

/**
 * Writes a report everywhere it belongs. What can fail comes last: files, outputs, log, annotations, summary, and then
 * the comment. A comment that cannot be written is a notice or a warning, and never changes the verdict.
 */
export async function publish(
  report: Report,
  { verdict, fails, headline: words }: ActionResult,
  action: string,
  publication: Publication,
  io: ActionIo,
): Promise<void> {
  const { environment, log } = io;
  const paths = writeResultFiles(report.files, io.temporary);
  setOutputs({ ...report.outputs, ...paths });

  const heading: Block = { kind: "heading", level: 2, text: report.title };
  const headline: Block = { kind: "paragraph", text: [MARK_OF[verdict], " ", { strong: words }] };
  const color = environment.GITHUB_ACTIONS === "true" && environment.NO_COLOR === undefined;
  log.info(renderTerminal([heading, headline, ...report.summary], { color }));
  if (fails) log.error(words);
  const { shown, omitted } = selectAnnotations(publication.annotations === false ? [] : report.annotations);
  for (const annotation of shown) log.annotate(annotation);
  if (omitted > 0)
    log.info(
      `${omitted} more annotations did not fit into GitHub's limit of ten of each kind; the summary has them all.`,
    );
  await writeSummary([heading, headline, ...report.summary]);

  if (publication.comment && report.comment !== undefined) {
    await comment([heading, headline, ...report.comment], action, publication, io);
  }
}

async function comment(
  blocks: readonly Block[],
  action: string,
  publication: Publication,
  io: ActionIo,
): Promise<void> {
  const { log } = io;
  const event = io.event();
  if (event.pullRequest === undefined && event.followedRun === undefined) return;
  if (publication.token === "") {
    log.notice("No comment: the input `github-token` is empty. The report is in the job summary.");
    return;
  }
  const [{ GitHubError }, { publishSection }, { sectionId }] = await Promise.all([
    import("../github/error.ts"),
    import("../github/sticky-comment.ts"),
    import("../github/sections.ts"),
  ]);
  try {
    const number = await io.pullRequestNumber();
    if (number === undefined) {
      log.notice("No comment: no open pull request has the commit of the run that this one follows.");
      return;
    }
    const { owner, name: repo } = event.repository;
    const published = await publishSection(
      await io.github(),
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
    } else log.info(`Comment ${published.status}: ${published.url}`);
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    log.warning(`No comment: ${error.message}. The report is in the job summary; the verdict stands.`);
  }
}

const MARK_OF: Readonly<Record<Verdict, string>> = {
  pass: MARK.pass,
  fail: MARK.fail,
  inconclusive: MARK.warning,
  broken: MARK.broken,
};

/** Files that are no part of a report, for an action that makes them of its facts, and the outputs that lead to them. */
export function publishFiles(files: readonly ResultFile[], { temporary }: ActionIo): void {
  setOutputs(writeResultFiles(files, temporary));
}

/** @returns the absolute path of each file, by the name of its output. */
function writeResultFiles(files: readonly ResultFile[], folder: string): Record<string, string> {
  const paths: Record<string, string> = {};
  for (const { name, content, output } of files) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    const file = openSync(path, "w");
    try {
      const pieces = typeof content === "string" || content instanceof Uint8Array ? [content] : content;
      for (const piece of pieces) writeWhole(file, typeof piece === "string" ? Buffer.from(piece) : piece);
    } finally {
      closeSync(file);
    }
    if (output !== undefined) paths[output] = path;
  }
  return paths;
}

/** One write call may take only a part. */
function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}
