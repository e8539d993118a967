import { MARK } from "@jessy-actions/kit/report/mark";
import type { Line } from "@jessy-actions/kit/report/report";
import type { HostResult, HostState } from "../result.ts";

/** In the order of reports: what needs somebody's eyes first. */
const STATES: Readonly<Record<HostState, string>> = {
  failed: `${MARK.fail} failed`,
  unreachable: `${MARK.unknown} unreachable`,
  "rolled-back": `${MARK.warning} rolled back`,
  deployed: `${MARK.pass} deployed`,
  unchanged: `${MARK.pass} unchanged`,
  planned: `${MARK.neutral} planned`,
  "not-touched": `${MARK.neutral} not touched`,
};

const ORDER = Object.keys(STATES);

/** Of each state those that failed first, and otherwise in the order of the switch. */
export function worstFirst(hosts: readonly HostResult[]): readonly HostResult[] {
  const place = (host: HostResult) =>
    isRefused(host) ? 0 : ORDER.indexOf(host.state) * 2 + (host.failure === null ? 1 : 0);
  return hosts.toSorted((a, b) => place(a) - place(b));
}

export function stateText(host: HostResult): Line {
  if (isRefused(host)) return { strong: `${MARK.fail} refused` };
  return isUnsure(host) ? { strong: STATES[host.state] } : STATES[host.state];
}

/** Why nothing was touched: it is not what the other hosts are. */
function isRefused({ state, failure }: HostResult): boolean {
  return state === "not-touched" && failure !== null;
}

/** Somebody has to look at it. */
export function isUnsure({ state }: HostResult): boolean {
  return state === "failed" || state === "unreachable";
}
