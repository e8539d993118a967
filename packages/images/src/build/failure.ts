import { FAILURE_RULES, type FailureKind } from "./failure-rules.ts";
import type { BuildFacts } from "./progress-facts.ts";

/** Why a build failed, in one line, and what to do. Texts quote untrusted output: one line, no control characters. */
export interface BuildFailure {
  readonly kind: FailureKind;
  /** Both are half a sentence: `reason; remedy`. */
  readonly reason: string;
  readonly remedy: string;
  /** Where BuildKit points to, if it does; the line is counted from 1. */
  readonly file?: string;
  readonly line?: number;
  /** The last lines of the step that failed. */
  readonly log: readonly string[];
  /** Whether the same build may succeed a minute later. */
  readonly isTransient: boolean;
}

/** What a failed `docker buildx` says, by its plain lines and the steps that failed. */
export function describeFailure(facts: Pick<BuildFacts, "failed" | "otherLines">): BuildFailure {
  // A cache that could not be read fails no build.
  const step = facts.failed.find(({ isInstruction }) => isInstruction) ?? facts.failed[0];
  const error = facts.otherLines.findLast((line) => line.startsWith("ERROR: ")) ?? step?.error;
  const said = (error ?? facts.otherLines.at(-1) ?? "").slice(0, MAX_SAID_CHARACTERS);
  const text = said.replace(/^ERROR: /, "").replace(/^(?:target \S+: )?(?:failed to solve: )*/, "");
  const { file, line } = placeOf(facts.otherLines);
  const found = FAILURE_RULES.map((rule) => ({ rule, match: rule.pattern.exec(said) })).find(
    ({ match }) => match !== null,
  );
  const reason = found === undefined ? text : filled(found.rule.reason, found.match!);
  return {
    kind: found?.rule.kind ?? "unknown",
    reason: cut(reason) || "docker buildx failed and did not say why",
    remedy: found?.rule.remedy ?? "the last lines of the log say more",
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line }),
    log: step?.log ?? [],
    isTransient: found?.rule.isTransient === true,
  };
}

/** BuildKit quotes the Dockerfile: `Dockerfile:4`, a line of dashes, then the lines with `>>>` before the wrong ones. */
function placeOf(lines: readonly string[]): { readonly file?: string; readonly line?: number } {
  const dashes = lines.findIndex((line, index) => /^-{10,}$/.test(line) && /^.+:\d+$/.test(lines[index - 1] ?? ""));
  if (dashes < 1) return {};
  const [, file = "", line = ""] = /^(.+):(\d+)$/.exec(lines[dashes - 1]!) ?? [];
  return { file, line: Number(line) };
}

function filled(reason: string, match: RegExpExecArray): string {
  return reason.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? "").replace(/: $/, "");
}

/** A command can be long, and the expressions above look at every place in it. */
const MAX_SAID_CHARACTERS = 4000;
const MAX_REASON_CHARACTERS = 300;

function cut(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
  return line.length > MAX_REASON_CHARACTERS ? `${line.slice(0, MAX_REASON_CHARACTERS)}…` : line;
}
