import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { HostFailure, HostResult, Result } from "../result.ts";
import { worstFirst } from "./host-states.ts";

/** Hosts whose log is shown; the result file has all. */
const MOST_LOGS = 10;
const MOST_LOG_LINES = 60;
const MOST_BODY_CHARACTERS = 2000;

/** Why hosts went back, failed or were refused: what each answered, and the last lines of what ran there. */
export function failures(result: Result, extent: "comment" | "summary"): Block[] {
  const failed = worstFirst(result.hosts).filter((host) => host.failure !== null);
  const steps = result.steps.filter(({ outcome }) => outcome === "failed");
  if (failed.length + steps.length === 0) return [];
  const items: Line[] = [
    ...steps.map(({ title, note }): Line => [{ strong: `${MARK.fail} ${title}` }, ": ", ...prose(note)]),
    ...failed.map(({ name, failure }): Line => failureLine(name, failure!)),
  ];
  return [
    { kind: "list", items, noun: "failures" },
    ...(extent === "comment" ? [] : failed.slice(0, MOST_LOGS).flatMap(evidence)),
  ];
}

function failureLine(name: string, { phase, message, status }: HostFailure): Line {
  const answered = status === null || message.includes(String(status)) ? "" : ` (status ${status})`;
  return [{ strong: `${MARK.fail} ${phase}` }, " on ", { code: name }, ": ", ...prose(`${message}${answered}`)];
}

function evidence({ name, failure }: HostResult): Block[] {
  const { body, log } = failure!;
  const lines = log.trimEnd().split("\n");
  const blocks: Block[] = [
    ...(body === null || body.trim() === ""
      ? []
      : ([
          { kind: "paragraph", text: "Its last answer:" },
          { kind: "code", text: shortened(body), weight: 2 },
        ] satisfies Block[])),
    ...(log.trim() === ""
      ? []
      : ([
          { kind: "paragraph", text: "The last lines of its log:" },
          { kind: "code", text: lines.slice(-MOST_LOG_LINES).join("\n"), weight: 3 },
        ] satisfies Block[])),
  ];
  if (blocks.length === 0) return [];
  const what = [
    body !== null && body.trim() !== "" ? "answer" : "",
    log.trim() === "" ? "" : counted(lines.length, "line"),
  ];
  const summary: Line = [{ code: name }, ` when it failed: ${what.filter((part) => part !== "").join(", ")}`];
  return [{ kind: "details", summary, open: true, blocks }];
}

function shortened(body: string): string {
  const characters = [...body.trimEnd()];
  if (characters.length <= MOST_BODY_CHARACTERS) return characters.join("");
  return `${characters.slice(0, MOST_BODY_CHARACTERS).join("")}\n... ${characters.length - MOST_BODY_CHARACTERS} more characters`;
}
