import type { ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import type { Preflight } from "../facts.ts";

/** What a host said of itself before anything was written. A script that did not end by itself says nothing. Pure. */
export function readPreflight(end: ScriptEnd): Preflight {
  const facts = end.kind === "exited" ? end.facts : {};
  const problems = [facts.problem ?? "", endProblem(end)].filter((problem) => problem !== "");
  return {
    duration: end.duration,
    // The first says why there was a second.
    problems: problems.slice(0, 1),
    serving: problems.length > 0 && facts.serving === undefined ? null : (facts.serving ?? ""),
    previous: facts.previous || null,
    freeKilobytes: count(facts["free-kb"]),
    freeInodes: count(facts["free-inodes"]),
    tools: (facts.tools ?? "").split(" ").filter((tool) => tool !== ""),
    lock: facts.owner ?? null,
    leftover: facts.leftover || null,
    isUnchanged: facts.unchanged === "true",
  };
}

function endProblem(end: ScriptEnd): string {
  const last = end.tail.trim().split("\n").at(-1) ?? "";
  const words = last === "" ? "" : `: ${last.slice(0, 300)}`;
  if (end.kind === "lost") return `the connection was lost (${end.message})`;
  if (end.kind === "timeout") return `looking at it took longer than \`script-timeout\`${words}`;
  return end.exitCode === 0 ? "" : `looking at it ended with exit code ${end.exitCode}${words}`;
}

function count(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}
