import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Column, Line } from "@jessy-actions/kit/report/report";
import { type HostResult, PHASES, type PhaseResult, type Result } from "../result.ts";
import { durationText } from "./duration-text.ts";
import { isUnsure, stateText, worstFirst } from "./host-states.ts";
import { releaseText } from "./release-text.ts";

/** What each host serves now, as asked from it; and what it served before, where that is not one release. */
export function hostTable({ hosts, outcome }: Result): Block[] {
  if (hosts.length === 0 || outcome === "planned") return [];
  const wereMixed = new Set(hosts.map(({ before }) => before)).size > 1;
  const differed = wereMixed && hosts.some(({ before, serving }) => before !== serving);
  const columns: Column[] = [
    { header: "Result" },
    { header: "Host" },
    { header: "Serves now" },
    ...(differed ? [{ header: "Before" }] : []),
  ];
  const rows = worstFirst(hosts).map((host): Line[] => [
    stateText(host),
    { code: host.name },
    servingText(host),
    ...(differed ? [host.before === null && isUnsure(host) ? { emphasis: "unknown" } : releaseText(host.before)] : []),
  ]);
  return [{ kind: "table", columns, rows, noun: "hosts", weight: 1 }];
}

/** A host that did not answer may serve anything. */
function servingText({ serving }: HostResult): Line {
  return serving === null ? { emphasis: "unknown" } : releaseText(serving);
}

/** Hosts whose phases are shown at once. */
const MOST_OPEN = 8;

/** How long every phase of every host took. Phases that no host had are left out. */
export function phaseTable({ hosts }: Result): Block[] {
  const phases = PHASES.filter((phase) => hosts.some((host) => phaseOf(host, phase) !== undefined));
  if (phases.length === 0) return [];
  const columns: Column[] = [
    { header: "Host" },
    ...phases.map((phase): Column => ({ header: `${phase[0]!.toUpperCase()}${phase.slice(1)}`, align: "right" })),
  ];
  const rows = worstFirst(hosts).map((host): Line[] => [
    { code: host.name },
    ...phases.map((phase) => phaseText(phaseOf(host, phase))),
  ]);
  const slowest = Math.max(...hosts.map((host) => host.phases.reduce((sum, { duration }) => sum + duration, 0)));
  const took = slowest === 0 ? "" : `, the slowest took ${durationText(slowest)}`;
  return [
    {
      kind: "details",
      open: hosts.length <= MOST_OPEN,
      summary: `Phases of ${counted(hosts.length, "host")}${took}`,
      blocks: [{ kind: "table", columns, rows, noun: "hosts", weight: 2 }, ...phaseNotes(hosts)],
    },
  ];
}

/** A phase that was tried again counts as it ended. */
function phaseOf({ phases }: HostResult, phase: PhaseResult["phase"]): PhaseResult | undefined {
  const all = phases.filter((each) => each.phase === phase && each.outcome !== "skipped");
  const last = all.at(-1);
  return last && { ...last, duration: all.reduce((sum, { duration }) => sum + duration, 0) };
}

function phaseText(phase: PhaseResult | undefined): Line {
  if (phase === undefined) return "";
  // What never began has no time.
  if (phase.outcome === "failed" && phase.duration === 0) return { strong: `${MARK.fail}\u00a0failed` };
  // Blanks that do not break: a cell of a narrow table stays one line.
  const time = durationText(phase.duration).replaceAll(" ", "\u00a0");
  if (phase.outcome === "failed") return { strong: `${MARK.fail} failed, ${time}` };
  return phase.outcome === "warned" ? `${MARK.warning} warned, ${time}` : time;
}

function phaseNotes(hosts: readonly HostResult[]): Block[] {
  const items = hosts.flatMap(({ name, phases }) =>
    phases.flatMap(({ phase, note }): Line[] =>
      note === "" ? [] : [[{ code: name }, `, ${phase}: `, ...prose(note)]],
    ),
  );
  if (items.length === 0) return [];
  const list: Block = { kind: "list", items, noun: "notes", weight: 3 };
  return [{ kind: "details", summary: `What the phases said: ${counted(items.length, "note")}`, blocks: [list] }];
}
