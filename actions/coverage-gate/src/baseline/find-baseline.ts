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
}

/** What the input `baseline` asks for, without the files that this run excludes. */
export async function findBaseline(
  inputs: Pick<Inputs, "baseline" | "exclude" | "name">,
  change: Change,
  context: BaselineContext,
): Promise<BaselineFacts> {
  const { baseline } = inputs;
  if (baseline.kind === "none") return { about: { state: "off", reason: "the input `baseline` is `none`" } };
  const found =
    baseline.kind === "auto"
      ? await findCachedBaseline(inputs.name, change, context.git, context.io)
      : readBaselineFile(baseline.path, change, context);
  if (found.report === undefined) return found;
  const excluded = pathFilter(inputs.exclude);
  const files = new Map([...found.report.files].filter(([file]) => !excluded(file)));
  return { ...found, report: { ...found.report, files } };
}
