import type { Check } from "@jessy-actions/deployment/checks/check";
import { holds, type JudgedRound } from "@jessy-actions/deployment/checks/round";
import { seconds } from "../wording/time.ts";

/** Names and problems of one line; a live log is no report. */
const MAX_NAMED = 3;

/** What a round found, for the live log: `14.2 s  2 of 3 pass; GET /health: the status is 503, not 200 to 299`. Pure. */
export function roundLine(checks: readonly Check[], { end, observations }: JudgedRound): string {
  const failing = observations.filter((observation) => !holds(observation));
  const asked = observations.length;
  const words =
    asked === 0
      ? "nothing was asked"
      : failing.length === 0
        ? `all ${asked} pass`
        : `${asked - failing.length} of ${asked} pass`;
  const named = failing.slice(0, MAX_NAMED).map(({ check, address, problems }) => {
    const where = address === null ? "" : ` on ${address}`;
    return `${checks[check]!.name}${where}: ${problems.find(({ isWarning }) => !isWarning)!.message.replaceAll("`", "")}`;
  });
  const more = failing.length > MAX_NAMED ? [`and ${failing.length - MAX_NAMED} more`] : [];
  return `${seconds(end).padStart(7)}  ${[words, ...named, ...more].join("; ")}`;
}
