import { escapeTerminal } from "@jessy-actions/kit/report/escape";

/** Debug logs name this many things; a log of ten thousand paths helps nobody. */
const MAX_NAMED = 50;

/** `a, b, c` or, of many, `a, b, ... and 950 more`. Names from outside are made safe for a terminal. */
export function debugNames(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).map(escapeTerminal).join(", ");
  return names.length > MAX_NAMED ? `${shown}, ... and ${names.length - MAX_NAMED} more` : shown || "none";
}
