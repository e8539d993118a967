import { count } from "@jessy-actions/kit/report/quantity";
import type { Gate, Patch, Result } from "../result.ts";
import { scopeWords } from "./scope-words.ts";
import { gateWords, percentOf } from "./words.ts";

/** With more the first line is no line any more; the table has them all. */
const MAX_NAMED = 12;

/** Any failed gate fails; one that fails because it could not be judged makes it `broken`. */
export function verdictOf(gates: readonly Gate[]): "pass" | "fail" | "broken" {
  const failed = gates.filter((gate) => gate.verdict === "fail");
  if (failed.length === 0) return "pass";
  return failed.some((gate) => gate.unjudged !== undefined) ? "broken" : "fail";
}

/**
 * The verdict in words, plain text. Of a pass the numbers that people look for: `Coverage 83.41 % (needs 80 %), changed
 * lines 91.20 % (needs 90 %): pass`. Of a failure every gate that failed, with its number and what was asked: `Coverage
 * 83.41 % (needs 80 %), but changed lines 50.00 % (needs 90 %), decrease 0.52 points (allows 0): fail`. What does not
 * hold by the default branch's scope follows: `but by the default branch's exclude lines 66.66 % (needs 80 %): fail`.
 */
export function headlineOf({
  verdict,
  gates,
  total,
  patch,
}: Pick<Result, "verdict" | "gates" | "total"> & { readonly patch: Pick<Patch, "lines"> }): string {
  const own = gates.filter((gate) => gate.component === undefined && gate.scope === undefined);
  const line = own.find((gate) => gate.kind === "line");
  const failed = gates.filter((gate) => gate.verdict === "fail" && gate !== line);
  const coverage =
    total.lines.total === 0
      ? "Coverage unknown"
      : `Coverage ${percentOf(total.lines, line?.threshold)} %${line === undefined ? "" : ` (needs ${line.threshold} %)`}`;
  if (verdict !== "pass") {
    const named = phrasesOf(failed.slice(0, MAX_NAMED));
    if (failed.length > MAX_NAMED) named.push(`and ${count(failed.length - MAX_NAMED)} more`);
    const joint = line?.verdict === "fail" ? ", " : ", but ";
    return `${[coverage, named.join(", ")].filter((part) => part !== "").join(joint)}: ${verdict}`;
  }
  const changed = own.find((gate) => gate.kind === "patch");
  const parts = [coverage];
  if (patch.lines !== undefined && patch.lines.total > 0) {
    const needs =
      changed === undefined ? "" : changed.verdict === "skipped" ? " (not judged)" : ` (needs ${changed.threshold} %)`;
    parts.push(`changed lines ${percentOf(patch.lines, changed?.threshold)} %${needs}`);
  }
  parts.push(...phrasesOf(gates.filter(({ unjudged, scope }) => unjudged !== undefined || scope !== undefined)));
  return `${parts.join(", ")}: pass`;
}

/** The gates by the change's own scope, then those by the default branch's, which is named once. */
function phrasesOf(gates: readonly Gate[]): string[] {
  const own = gates.filter(({ scope }) => scope === undefined).map((gate) => gateWords(gate).phrase);
  const scoped = gates.filter(({ scope, verdict }) => scope !== undefined && verdict !== "pass");
  const [first, ...others] = scoped.map((gate) => gateWords(gate).phrase);
  const scope = scoped[0]?.scope;
  if (first === undefined || scope === undefined) return own;
  const by = `${own.length === 0 ? "" : "and "}${scopeWords(scope)}${scope.allowed ? ", which may fail," : ""}`;
  return [...own, `${by} ${first}`, ...others];
}
