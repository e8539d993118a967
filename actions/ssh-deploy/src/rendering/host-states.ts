import { MARK } from "@jessy-actions/kit/report/mark";
import type { Line } from "@jessy-actions/kit/report/report";
import type { HostResult, HostState } from "../result.ts";

/** With blanks that do not break. In the order of reports: what needs somebody's eyes first. */
const STATES: Readonly<Record<HostState, string>> = {
  failed: `${MARK.fail}\u00a0failed`,
  unreachable: `${MARK.unknown}\u00a0unreachable`,
  "rolled-back": `${MARK.warning}\u00a0rolled\u00a0back`,
  deployed: `${MARK.pass}\u00a0deployed`,
  unchanged: `${MARK.pass}\u00a0unchanged`,
  planned: `${MARK.neutral}\u00a0planned`,
  "not-touched": `${MARK.neutral}\u00a0not\u00a0touched`,
};

const ORDER = Object.keys(STATES);

/** Of each state those that failed first, and otherwise in the order of the switch. */
export function worstFirst(hosts: readonly HostResult[]): readonly HostResult[] {
  const place = (host: HostResult) =>
    isRefused(host) ? 0 : ORDER.indexOf(host.state) * 2 + (host.failure === null ? 1 : 0);
  return hosts.toSorted((a, b) => place(a) - place(b));
}

export function stateText(host: HostResult): Line {
  if (isRefused(host)) return { strong: `${MARK.fail}\u00a0refused` };
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
