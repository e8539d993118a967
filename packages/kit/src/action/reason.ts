import { MARK } from "../report/mark.ts";
import { prose } from "../report/prose.ts";
import type { Block } from "../report/report.ts";
import type { Environment } from "../runner/environment.ts";
import type { Log } from "../runner/log.ts";
import { createIo } from "./io.ts";
import type { DescribedError } from "./outcome.ts";
import type { Publication } from "./publish.ts";

/** A run that ended with an error, as far as it is known. */
export interface BrokenRun {
  readonly action: string;
  readonly title: string;
  /** Undefined when the inputs could not even be read. */
  readonly publication: Publication | undefined;
  readonly environment: Environment;
  readonly log: Log;
}

const FOLLOWING = "the run that publishes this report ended with an error; its job summary and its log have the reason";

/**
 * Leaves the reason of a run that ended with an error where people look: the output `verdict`, the job summary, and the
 * section of the shared comment, where the report of an earlier run would stand on. There is no result file, since there
 * is no result. Whatever fails here is said and never hides the error itself.
 */
export async function leaveReason(error: DescribedError, run: BrokenRun): Promise<void> {
  const { log, environment } = run;
  const blocks = reasonBlocks(error, run);
  await attempt("The outputs", log, async () => {
    if (!environment.GITHUB_OUTPUT) return;
    (await import("../runner/outputs.ts")).setOutputs({ verdict: "broken" });
  });
  await attempt("The job summary", log, async () => {
    if (!environment.GITHUB_STEP_SUMMARY) return;
    await (await import("../runner/summary.ts")).writeSummary(blocks);
  });
  await attempt("The comment", log, async () => {
    const { publication } = run;
    if (publication === undefined || !publication.comment || publication.token === "") return;
    const io = createIo(run.action, publication, environment, log);
    const { pullRequest, followedRun } = io.event();
    if (pullRequest === undefined && followedRun === undefined) return;
    // What a followed run measured may come from a fork, and an error about it quotes it: none of that is told as ours.
    const told = followedRun === undefined ? blocks : reasonBlocks({ lines: [FOLLOWING] }, run);
    await (await import("./publish.ts")).publishComment(told, run.action, publication, io);
  });
}

/** Pure. */
export function reasonBlocks({ lines, stack }: DescribedError, { title, publication }: BrokenRun): readonly Block[] {
  const [line = "", ...more] = lines;
  const name = publication?.name ?? "";
  const headline = more.length === 0 ? `broken: ${line}` : `broken: ${lines.length} errors`;
  return [
    { kind: "heading", level: 2, text: name === "" ? title : `${title}: ${name}` },
    { kind: "paragraph", text: [MARK.broken, " ", { strong: prose(headline) }] },
    ...(more.length === 0 ? [] : [{ kind: "list", items: lines.map(prose), noun: "errors" } as const]),
    ...(stack === undefined ? [] : [{ kind: "paragraph", text: "The log has the whole error." } as const]),
  ];
}

async function attempt(what: string, log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.info(`${what} could not be set to the reason: ${error instanceof Error ? error.message : String(error)}`);
  }
}
