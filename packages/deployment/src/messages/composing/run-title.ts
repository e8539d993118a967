import type { MessageState } from "../message.ts";
import type { Deployment } from "../results/deployment.ts";
import type { ActionResult, Verdict } from "../results/read-result.ts";
import type { RunFacts } from "../run-facts.ts";
import { refName } from "./ref-name.ts";

const RUN_WORDS: Readonly<Record<MessageState, string>> = {
  started: "started",
  success: "passed",
  recovered: "passed again",
  failure: "failed",
  cancelled: "was cancelled",
  skipped: "did nothing",
  warning: "passed with warnings",
};

const DEPLOYMENT_WORDS: Readonly<Record<MessageState, string>> = {
  started: "deployment started",
  success: "deployed",
  recovered: "deployed again",
  failure: "deployment failed",
  cancelled: "deployment cancelled",
  skipped: "not deployed",
  warning: "deployed with warnings",
};

const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;

/** Those that are not here are told by the state. */
const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  planned: "planned, nothing was changed",
  refused: "refused, nothing was changed",
  deployed: "deployed",
  unchanged: "was deployed already",
  "rolled-back": "rolled back",
  mixed: "hosts serve different releases",
  unknown: "nobody knows what the hosts serve",
  cancelled: "cancelled",
};

/**
 * One line that needs no other: `jessy v1.2.3 → production: rolled back`, or `jessy: CI failed on main`. Its word is never better
 * than the state.
 */
export function runTitle(facts: RunFacts, state: MessageState, results: readonly ActionResult[]): string {
  const deployment = worstFleet(results)?.deployment;
  const again = facts.run.attempt > 1 ? ` (attempt ${facts.run.attempt})` : "";
  const environment = deployedTo(facts, deployment);
  if (environment === undefined) return `${runSentence(facts, state)}${again}`;
  const what = [facts.repository.name, deployedVersion(facts, deployment)].filter(Boolean).join(" ");
  return `${what} → ${environment}: ${deploymentWord(state, deployment, results)}${again}`;
}

/** The environment's name, where the run is about one. */
export function deployedTo(facts: RunFacts, deployment: Deployment | undefined): string | undefined {
  return deployment?.environment || facts.environment?.name || (deployment === undefined ? undefined : "hosts");
}

/** The version of the deployment, else the tag, else the short commit. */
export function deployedVersion(facts: RunFacts, deployment: Deployment | undefined): string {
  const ref = refName(facts.ref);
  if (deployment?.version !== undefined && COMMIT.test(deployment.version)) return deployment.version.slice(0, 7);
  return deployment?.version || (ref?.kind === "tag" ? ref.name : (facts.commit?.sha.slice(0, 7) ?? ""));
}

function runSentence({ repository, run, ref, status }: RunFacts, state: MessageState): string {
  const name = refName(ref)?.name;
  const word = state === "failure" && status === "timed_out" ? "timed out" : RUN_WORDS[state];
  return `${repository.name}: ${run.workflow} ${word}${name === undefined ? "" : ` on ${name}`}`;
}

/** Of several fleets the message speaks of the first that failed. */
export function worstFleet(results: readonly ActionResult[]): ActionResult | undefined {
  const fleets = results.filter(({ deployment }) => deployment !== undefined);
  return fleets.find(({ fails }) => fails) ?? fleets[0];
}

function deploymentWord(
  state: MessageState,
  deployment: Deployment | undefined,
  results: readonly ActionResult[],
): string {
  if (deployment === undefined || state === "started") return DEPLOYMENT_WORDS[state];
  const word = Object.hasOwn(OUTCOME_WORDS, deployment.outcome) ? OUTCOME_WORDS[deployment.outcome] : undefined;
  if (word === undefined) return DEPLOYMENT_WORDS[state];
  const isGood = deployment.outcome === "deployed" || deployment.outcome === "unchanged";
  if (!isGood) return word;
  if (state === "failure") return deployment.fails ? DEPLOYMENT_WORDS.failure : `${word}, and ${culprit(results)}`;
  if (state === "cancelled") return `${word}, and the run was cancelled`;
  if (state === "warning") return `${word}, with warnings`;
  return state === "recovered" ? `${word}, works again` : word;
}

const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  pass: "failed",
  fail: "failed",
  inconclusive: "was inconclusive",
  broken: "broke",
};

/** What failed after a deployment that did not. */
function culprit(results: readonly ActionResult[]): string {
  const failed = results.find(({ fails }) => fails);
  return failed === undefined ? "the run failed" : `${failed.action} ${VERDICT_WORDS[failed.verdict]}`;
}
