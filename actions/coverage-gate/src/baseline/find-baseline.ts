import type { PathMatcher } from "@jessy-actions/coverage/paths";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Git } from "@jessy-actions/kit/git/git";
import { pathFilter } from "@jessy-actions/reading/globs";
import type { BaselineFacts, Change } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import { readBaselineFile } from "./baseline-file.ts";
import { findCachedBaseline } from "./cached-baseline.ts";

interface BaselineContext {
  readonly git: Git;
  readonly io: ActionIo;
  readonly matcher: PathMatcher;
  /** That the input `baseline` is relative to, absolute. */
  readonly directory: string;
  /** Whether this run judges what is not on the default branch yet. */
  readonly isProposal: boolean;
}

/** What the input `baseline` asks for, without the files that this run excludes. */
export async function findBaseline(
  inputs: Pick<Inputs, "baseline" | "exclude" | "name">,
  change: Change,
  context: BaselineContext,
): Promise<BaselineFacts> {
  const found =
    inputs.baseline.kind === "auto"
      ? await findCachedBaseline(inputs.name, change, context.git, context.io)
      : await insteadOfAuto(inputs.name, inputs.baseline, change, context);
  if (found.report === undefined) return found;
  const excluded = pathFilter(inputs.exclude);
  const files = new Map([...found.report.files].filter(([file]) => !excluded(file)));
  return { ...found, report: { ...found.report, files }, whole: found.report };
}

/**
 * `baseline: none`, or a file. Where the default branch keeps a baseline, it does not say so itself: then the change
 * does, which could switch off the default branch's rules or bring numbers of its own, and it is compared all the same.
 */
async function insteadOfAuto(
  name: string,
  baseline: Exclude<Inputs["baseline"], { readonly kind: "auto" }>,
  change: Change,
  context: BaselineContext,
): Promise<BaselineFacts> {
  const asked: BaselineFacts =
    baseline.kind === "none"
      ? { about: { state: "off", reason: "the input `baseline` is `none`" } }
      : readBaselineFile(baseline.path, change, context);
  if (!context.isProposal) return asked;
  const kept = await findCachedBaseline(name, change, context.git, context.io);
  if (kept.gate !== undefined) return { ...kept, instead: baseline.kind === "none" ? "none" : baseline.path };
  const { about } = kept;
  const isUnknown = about.state === "unavailable" || about.state === "unreadable";
  return isUnknown ? { ...asked, rulesUnknown: about.reason } : asked;
}
