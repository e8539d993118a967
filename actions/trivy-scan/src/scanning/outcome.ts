import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Scanner } from "../inputs.ts";
import type { Problem } from "../targets/problem.ts";
import { problemOf } from "./plain-problem.ts";
import type { UnreadFile } from "./running/run-log.ts";
import type { Scan, ScanOutcome } from "./scan.ts";

const SHOWN = 3;

/** A scan of which everything could be read, and in which a scanner had something to look at; else the problem. */
export function outcomeOf(
  target: string,
  scan: Scan,
  scanners: readonly Scanner[],
  unread: readonly UnreadFile[],
  io: Pick<ActionIo, "log">,
): ScanOutcome {
  if (unread.length > 0) return { problem: unreadProblem(target, unread, io), partial: scan };
  if (scan.idle?.length === scanners.length) return { problem: nothingScanned(target, scanners, io) };
  return { scan };
}

export function nothingScanned(target: string, scanners: readonly Scanner[], io: Pick<ActionIo, "log">): Problem {
  const asked =
    scanners.length === 0
      ? "none of `scanners` is for such a target"
      : `\`${scanners.join(", ")}\` found nothing that it knows`;
  return problemOf("nothing-scanned", target, `was not scanned: ${asked}; correct \`targets\` or \`scanners\``, io);
}

function unreadProblem(target: string, unread: readonly UnreadFile[], io: Pick<ActionIo, "log">): Problem {
  // A lock that is missing hides vulnerabilities, configuration only misconfigurations.
  const isLock = unread.some(({ kind }) => kind === "lock");
  const shown = unread.slice(0, SHOWN).map(({ file, reason }) => `${file || "a file"} (${reason.slice(0, 200)})`);
  const more = unread.length > SHOWN ? ` and ${unread.length - SHOWN} more` : "";
  return problemOf(
    isLock ? "unreadable-lock" : "unreadable-config",
    target,
    `was not scanned whole: Trivy cannot read ${shown.join(", ")}${more}; correct them, or list them in \`skip-files\``,
    io,
  );
}
