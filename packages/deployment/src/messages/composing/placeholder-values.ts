import { isFailure } from "../conclusion.ts";
import type { MessageLine, MessageState } from "../message.ts";
import type { Deployment } from "../results/deployment.ts";
import type { ActionResult } from "../results/read-result.ts";
import type { RunFacts } from "../run-facts.ts";
import { LOOKS } from "../state-look.ts";
import type { PlaceholderValues } from "../template.ts";
import { refName } from "./ref-name.ts";
import { commitTitle, runDuration, shortSha } from "./run-lines.ts";
import { deployedTo, deployedVersion, runTitle } from "./run-title.ts";

/** What the placeholders of a template stand for. */
export function placeholderValues(
  facts: RunFacts,
  state: MessageState,
  results: readonly ActionResult[],
  deployment: Deployment | undefined,
): PlaceholderValues {
  const { run, repository, commit, pullRequest } = facts;
  const url = deployment?.url ?? facts.environment?.url;
  const failed = facts.jobs?.filter(({ conclusion }) => isFailure(conclusion)) ?? [];
  return {
    state: [LOOKS[state].word],
    title: [runTitle(facts, state, results)],
    repository: [{ text: `${repository.owner}/${repository.name}`, href: repository.url }],
    workflow: [run.workflow],
    run: [{ text: `run ${run.number}`, href: run.url }],
    "run-url": [{ text: run.url, href: run.url }],
    attempt: [String(run.attempt)],
    event: [run.event],
    actor: [facts.actor ?? ""],
    branch: [refName(facts.ref)?.name ?? ""],
    commit: commit === undefined ? [] : [{ text: shortSha(commit.sha), href: commit.url }],
    "commit-title": [commitTitle(commit?.message)],
    "pull-request": pullRequest === undefined ? [] : [{ text: `#${pullRequest.number}`, href: pullRequest.url }],
    environment: [deployedTo(facts, deployment) ?? ""],
    "environment-url": url === undefined ? [] : [{ text: url, href: url }],
    version: [deployedVersion(facts, deployment)],
    duration: [runDuration(facts)],
    "failed-jobs":
      failed.length > 0
        ? separated(failed.map(({ name, url: href }): MessageLine => [{ text: name, href }]))
        : separated(facts.needs.filter(({ result }) => isFailure(result)).map(({ name }) => [name])),
    results: separated(results.map(({ action, headline }) => [`${action}: ${headline}`])),
  };
}

function separated(lines: readonly MessageLine[]): MessageLine {
  return lines.flatMap((line, at) => (at === 0 ? line : [", ", ...line]));
}
