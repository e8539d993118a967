import { resolve } from "node:path";
import type { BuildPlan } from "@jessy-actions/images/build/build-plan";
import { dockerfileNamed } from "@jessy-actions/images/build/context";
import type { BuildFailure } from "@jessy-actions/images/build/failure";
import type { CacheMiss } from "@jessy-actions/images/build/progress-facts";
import type { BuildWarning } from "@jessy-actions/images/build/solve-status";
import type { TargetInputs } from "@jessy-actions/images/build/target-inputs";
import { counted } from "@jessy-actions/kit/report/quantity";
import { shownPath } from "@jessy-actions/kit/report/shown-path";
import type { Warning } from "../result.ts";

/** Why a build failed, in one line: what, where, the remedy, and what the step said last. */
export function failureText({ reason, remedy, file, line, log }: BuildFailure, { targets }: BuildPlan): string {
  const path =
    file &&
    (dockerfileNamed(
      file,
      targets.map(({ dockerfile }) => dockerfile),
    ) ??
      file);
  const place = path === undefined ? "" : ` (${path}, line ${line})`;
  const last = log.at(-1);
  return `${reason}${place}; ${remedy}${last === undefined ? "" : `. Its last line: ${last}`}`;
}

/** The first step that no cache had, and why. */
export function missText(
  { step, stage, reason, seesArguments, followers }: CacheMiss,
  inputs: Pick<TargetInputs, "no-cache" | "no-cache-filters" | "build-args">,
): string {
  const after = followers === 0 ? "" : `; ${counted(followers, "step")} after it had to follow`;
  if (inputs["no-cache"]) return `${step}: \`no-cache\` builds every step anew`;
  if (inputs["no-cache-filters"].some((name) => name.toLowerCase() === stage.toLowerCase() && stage !== ""))
    return `${step}: \`no-cache-filters\` names its stage \`${stage}\`${after}`;
  const names = inputs["build-args"].map((entry) => `\`${entry.split("=", 1)[0]}\``);
  const own =
    seesArguments && names.length > 0
      ? reason.replace("a build argument changed", `a build argument changed (${names.slice(0, 5).join(", ")})`)
      : reason;
  return `${step}: ${own}${after}`;
}

/** BuildKit names a Dockerfile by its last part alone; the images that it warns for have it. */
export function warningOf(
  { text, file: name, line, endLine, images = [] }: BuildWarning,
  { targets }: BuildPlan,
  workspace: string,
): Warning {
  const own = targets.filter((target) => images.length === 0 || images.includes(target.name));
  const paths = own.map(({ dockerfile }) => dockerfile);
  const found = name === undefined ? [...new Set(paths)] : [dockerfileNamed(name, paths)];
  const file =
    found.length === 1 && found[0] !== undefined ? shownPath(resolve(workspace, found[0]), workspace) : undefined;
  // A path outside of the workspace is not a file of the repository, where alone a line can be marked.
  if (file === undefined || file.startsWith("/")) {
    const place = [file ?? name, ...(line === undefined ? [] : [`line ${line}`])].filter((part) => part !== undefined);
    return { message: place.length === 0 ? withoutLine(text) : `${withoutLine(text)} (${place.join(", ")})` };
  }
  return {
    message: line === undefined ? text : withoutLine(text),
    file,
    ...(line !== undefined && { line }),
    ...(endLine !== undefined && { endLine }),
  };
}

/** A place of its own says it. */
function withoutLine(text: string): string {
  return text.replace(/ \(line \d+\)$/, "");
}
