import { readLockText } from "@jessy-actions/deployment/lock/lock-record";
import { counted } from "@jessy-actions/kit/report/quantity";
import { headlineOf } from "./deploying/headline.ts";
import { rerunOf } from "./deploying/rerun.ts";
import type { Facts, HostFacts } from "./facts.ts";
import { gateName } from "./gates/gate-name.ts";
import type { Inputs } from "./inputs.ts";
import { failuresText, groupPlan } from "./planning/group-plan.ts";
import { hostRefusal } from "./planning/host-refusal.ts";
import { planSteps } from "./planning/plan-steps.ts";
import { sizeText } from "./rendering/size-text.ts";
import { type HostResult, type PhaseResult, RESULT_SCHEMA, type Result } from "./result.ts";

/**
 * Whether the fleet can be deployed to, and what would happen to each host. One host that cannot be is enough to touch
 * none. A plan that nobody carries out is never a pass, unless it was all that was asked for. Pure.
 */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  const names = inputs.hosts.map(({ name }) => name);
  const groups = groupPlan(names, inputs.fleet);
  const hosts = facts.hosts.map((host) => plannedHost(host, facts, groups));
  const isRefused = hosts.length === 0 || hosts.some(({ failure }) => failure !== null);
  const previous = new Set(hosts.map(({ before }) => before));
  const result: Result = {
    schema: RESULT_SCHEMA,
    ...verdictOf(inputs, isRefused),
    headline: planHeadline(inputs, hosts, groups.length),
    name: inputs.name,
    mode: inputs.deploy.mode,
    commit: facts.commit,
    version: inputs.version ?? null,
    release: facts.release,
    previousRelease: previous.size === 1 ? ([...previous][0] ?? null) : null,
    time: facts.now,
    duration: slowest(hosts),
    repository: facts.repository,
    ...(facts.serverUrl !== undefined && { serverUrl: facts.serverUrl }),
    environment: inputs.environment,
    url: inputs.environmentUrl ?? null,
    runUrl: facts.runUrl,
    image: facts.image,
    groups,
    hosts,
    steps: inputs.dryRun && !isRefused ? planSteps(inputs.hooks, names[0] ?? "") : [],
    lock: { state: "not-taken", owner: null, ownerUrl: null, note: "" },
    record: facts.record,
    downtime: null,
    rerun: inputs.dryRun ? "Another run without `dry-run` does this." : "",
    notes: [...facts.notes, ...planNotes(inputs, facts)],
    warnings: planWarnings(inputs),
    settings: { dryRun: inputs.dryRun, maxFailures: failuresText(inputs.fleet), gates: inputs.gates.map(gateName) },
  };
  return isRefused ? { ...result, headline: headlineOf(result), rerun: rerunOf(result) } : result;
}

function verdictOf({ dryRun }: Inputs, isRefused: boolean): Pick<Result, "verdict" | "fails" | "outcome"> {
  if (isRefused) return { verdict: "fail", fails: true, outcome: "refused" };
  if (dryRun) return { verdict: "pass", fails: false, outcome: "planned" };
  return { verdict: "broken", fails: true, outcome: "planned" };
}

function planHeadline({ dryRun }: Inputs, hosts: readonly HostResult[], groups: number): string {
  if (!dryRun) return "Nothing was deployed: the plan was not carried out";
  const switched = hosts.filter(({ state }) => state !== "unchanged").length;
  if (switched === 0) return `Dry run: all ${counted(hosts.length, "host")} serve this release already`;
  return `Dry run: ${switched} of ${counted(hosts.length, "host")} would be switched, in ${counted(groups, "group")}`;
}

function plannedHost(facts: HostFacts, { files, release }: Facts, groups: Result["groups"]): HostResult {
  const { host, connection, preflight } = facts;
  const refusal = hostRefusal(facts, files);
  const serving = preflight?.serving ?? null;
  return {
    name: host.name,
    address: host.address,
    group: groups.find(({ hosts }) => hosts.includes(host.name))?.title ?? "",
    state: stateOf(facts, refusal !== undefined, release),
    before: serving === "" ? null : serving,
    serving,
    phases: phasesOf(connection, preflight, refusal?.message ?? ""),
    failure: refusal === undefined ? null : { ...refusal, status: null, body: null, log: "" },
  };
}

function stateOf({ connection, preflight }: HostFacts, isRefused: boolean, release: string): HostResult["state"] {
  if (connection.state === "failed") return "unreachable";
  if (isRefused) return "not-touched";
  const isUnchanged = preflight?.isUnchanged === true && preflight.serving === release && preflight.leftover === null;
  return isUnchanged ? "unchanged" : "planned";
}

function phasesOf(
  connection: HostFacts["connection"],
  preflight: HostFacts["preflight"],
  problem: string,
): readonly PhaseResult[] {
  if (connection.state === "failed") return [{ phase: "connect", outcome: "failed", duration: 0, note: "" }];
  const connect: PhaseResult = { phase: "connect", outcome: "ok", duration: connection.duration, note: "" };
  if (preflight === undefined) return [connect];
  const { duration, freeKilobytes, leftover } = preflight;
  const room = freeKilobytes === null ? "" : `${sizeText(freeKilobytes * 1024)} free`;
  const left = leftover === null ? "" : `from an earlier run: ${leftover}`;
  const note = [room, left].filter((part) => part !== "").join(", ");
  return [connect, { phase: "preflight", outcome: problem === "" ? "ok" : "failed", duration, note }];
}

function planNotes({ hosts, gates }: Inputs, facts: Facts): readonly string[] {
  const held = facts.hosts.flatMap(({ host, preflight }) => {
    if (preflight === undefined || preflight.lock === null) return [];
    const owner = readLockText(preflight.lock);
    const whose = owner === undefined ? "something that is no lock of ours" : `a lock of ${owner.url || "another run"}`;
    return [`\`${host.name}\` had ${whose} when it was looked at.`];
  });
  const passed = hosts.filter(({ jumps }) => jumps.length > 0);
  const isAsked = gates.some((gate) => "from" in gate && gate.from === "runner");
  return [
    ...held.slice(0, 3),
    ...(isAsked && passed.length > 0
      ? ["Gates from the runner do not go through jump hosts: they reach only what the runner reaches."]
      : []),
  ];
}

function planWarnings({ gates, deploy }: Inputs): readonly string[] {
  return [
    ...(gates.length === 0
      ? ["No gate is set: a host counts as good as soon as its switch has run. Write `gates`."]
      : []),
    ...(deploy.mode === "command" && deploy.rollback === ""
      ? ["`rollback` is empty: no host can go back to what it served before."]
      : []),
  ];
}

/** Milliseconds: hosts are connected to and looked at together. */
function slowest(hosts: readonly HostResult[]): number {
  return Math.ceil(Math.max(0, ...hosts.map(({ phases }) => phases.reduce((sum, { duration }) => sum + duration, 0))));
}
