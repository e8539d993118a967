import { counted } from "@jessy-actions/kit/report/quantity";
import type { HostFailure, Result } from "../result.ts";

/**
 * The outcome of a deployment in one line, with what failed first. Untrusted parts are names of hosts and of releases.
 *
 * @param isAsked whether a gate or a script asked what the hosts serve: a switch without an error proves nothing.
 */
export function headlineOf(result: Result, isAsked = true): string {
  const { hosts, outcome } = result;
  const count = hosts.length;
  const all = count === 1 ? "the host" : `all ${count} hosts`;
  switch (outcome) {
    case "deployed":
      if (!isAsked)
        return `${capital(all)} ran the switch; no gate and no \`serving\` says what ${count === 1 ? "it serves" : "they serve"}`;
      return `${capital(all)} ${count === 1 ? "serves" : "serve"} the new release`;
    case "unchanged":
      return `${capital(all)} served this release already`;
    case "rolled-back":
      return `Rolled back: ${reasonOf(result)}, and ${all} ${count === 1 ? "serves" : "serve"} ${servedBefore(result)}`;
    case "failed":
      if (isUntouched(result)) return `Failed: ${reasonOf(result)}; ${all} served this release already`;
      return `Failed: ${reasonOf(result)}, and ${count === 1 ? "the host" : "the fleet"} did not go back`;
    case "mixed": {
      const silent = hosts.filter(({ serving }) => serving === null).length;
      const doubt = silent === 0 ? "" : `, and ${silent} of them ${silent === 1 ? "does" : "do"} not answer`;
      return `Mixed: ${reasonOf(result)}, and the ${count} hosts serve different releases${doubt}`;
    }
    case "unknown": {
      const silent = hosts.filter(({ serving }) => serving === null).map(({ name }) => name);
      const who = silent.length === 1 ? silent[0] : `${silent.length} of ${count} hosts`;
      return `Unknown: ${who} ${silent.length === 1 ? "does not say what it serves" : "do not say what they serve"}`;
    }
    case "refused":
      return `Nothing was touched: ${reasonOf(result)}`;
    default:
      return result.headline;
  }
}

/** No host was switched: the release that all of them serve already is not good. */
export function isUntouched({ hosts }: Pick<Result, "hosts">): boolean {
  return hosts.every(({ phases }) => phases.every(({ phase }) => phase !== "switch"));
}

function servedBefore({ hosts }: Result): string {
  return hosts.every(({ serving }) => serving === "") ? "nothing, as before" : "the release before";
}

const PHASE_WORDS: Readonly<Record<HostFailure["phase"], string>> = {
  connect: "cannot be connected to",
  preflight: "cannot be deployed to",
  lock: "was not locked",
  prepare: "could not be prepared",
  switch: "failed to switch",
  gate: "failed its gate",
  rollback: "failed to roll back",
  measure: "does not serve the release",
  finish: "was not finished",
  hook: "failed a hook",
};

function reasonOf({ hosts, steps, lock }: Result): string {
  if (lock.state === "held-by-other") return `another deployment holds the lock (${lock.ownerUrl ?? lock.note})`;
  const failed = hosts.filter(({ failure }) => failure !== null);
  const [first] = failed;
  if (first?.failure) {
    const more = failed.length === 1 ? "" : `, and ${counted(failed.length - 1, "other host")} failed`;
    return `${first.name} ${PHASE_WORDS[first.failure.phase]}${more}`;
  }
  const step = steps.find(({ outcome }) => outcome === "failed");
  if (step !== undefined) return `${step.title} failed`;
  return "the hosts differed before";
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
