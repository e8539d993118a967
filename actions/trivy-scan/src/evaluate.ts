import { judge, type Policy } from "@jessy-actions/security/policy/judge";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { compareSides } from "./judging/compare-sides.ts";
import { headlineOf } from "./judging/headline.ts";
import { ignoreFilesResult, suppressedResults } from "./judging/ignored.ts";
import { judgedFindings, worstFirst } from "./judging/judged-findings.ts";
import { lookedFor } from "./judging/looked-for.ts";
import { notesOf } from "./judging/notes.ts";
import { problemsOf } from "./judging/problems.ts";
import { headScan } from "./judging/scans.ts";
import { targetFolders } from "./judging/target-folders.ts";
import { targetResult } from "./judging/target-result.ts";
import { warningsOf } from "./judging/warnings.ts";
import { type DatabaseResult, RESULT_SCHEMA, type Result } from "./result.ts";

/**
 * The whole decision: what both sides have, merged by the names of each flaw, compared, and judged by the policy. It is
 * broken as soon as anything had nothing to be judged by, whatever was found elsewhere. Pure.
 */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  const { tool, audit, policy, targets, repository } = facts;
  const folders = targetFolders(targets.map(({ target }) => target));
  const { comparison, comments } = compareSides(facts, folders);
  const judgement = judge(comparison, policyOf(inputs, facts, folders));
  const judged = {
    problems: problemsOf(facts),
    comparison: comparisonResult(facts),
    targets: targets.map((target) => targetResult(target, folders)),
    findings: judgedFindings(judgement.reported, facts.exploitation, inputs.unknownSeverity),
    counts: judgement.counts,
    settings: {
      sbom: inputs.sbom,
      category: inputs.category,
      unknownSeverity: inputs.unknownSeverity,
      severities: inputs.severities,
    },
    locks: audit.head.locks.map((lock) => ({ file: lock.file, judged: lock.judged, notJudged: lock.notJudged })),
  };
  const verdict = judged.problems.length > 0 ? "broken" : judged.findings.some(({ fails }) => fails) ? "fail" : "pass";
  return {
    schema: RESULT_SCHEMA,
    verdict,
    fails: verdict !== "pass",
    headline: headlineOf(judged),
    name: inputs.name,
    commit: facts.commit,
    time: facts.now,
    repository: { owner: repository.owner, name: repository.name },
    ...(facts.serverUrl !== undefined && { serverUrl: facts.serverUrl }),
    ref: facts.ref,
    fork: facts.fork,
    tool: { version: tool.version, origin: tool.origin, sha256: tool.sha256 },
    network: facts.network,
    databases: facts.databases.map(databaseResult),
    ...judged,
    fixed: worstFirst(judgement.fixed, (finding) => finding),
    suppressed: suppressedResults(judgement, comments),
    ignoreFiles: ignoreFilesResult(judgement, comments, policy, folders),
    notes: notesOf(inputs, facts),
    warnings: warningsOf(facts),
    upload: null,
    packages: targets.map((target) => ({ target: target.target.name, packages: headScan(target)?.packages ?? [] })),
  };
}

function policyOf(inputs: Inputs, facts: Facts, folders: ReadonlyMap<string, string>): Policy {
  const { severities, failOn, unknownSeverity, ignoreUnfixed, expiresSoon } = inputs;
  const { ignored, headIgnored } = facts.policy;
  return {
    severities,
    failOn,
    unknownSeverity,
    ignoreUnfixed,
    ignored,
    headIgnored,
    now: facts.now,
    expiresSoon,
    ...lookedFor(inputs, facts),
    placeOf: (place) => {
      const folder = folders.get(place.target);
      return folder === undefined || folder === place.target ? place : { ...place, target: folder };
    },
  };
}

function comparisonResult({ base }: Facts): Result["comparison"] {
  return base.state === "compared"
    ? { state: base.state, base: base.commit, reason: base.reason }
    : { state: base.state, cause: base.cause, reason: base.reason };
}

function databaseResult({ name, version, updatedAt, origin }: Facts["databases"][number]): DatabaseResult {
  return { name, version, updatedAt: updatedAt === null ? null : new Date(updatedAt).toISOString(), origin };
}
