import { randomUUID } from "node:crypto";
import { contextOf } from "@jessy-actions/kit/action/context";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { runActor } from "@jessy-actions/kit/runner/environment";
import { readRunIdentity } from "@jessy-actions/kit/runner/run-identity";
import { missingSecrets } from "@jessy-actions/kit/runner/run-secrets";
import type { Facts } from "./facts.ts";
import { askGitHub } from "./gathering/ask-github.ts";
import { readResultFiles } from "./gathering/result-files.ts";
import { subjectOf } from "./gathering/subject.ts";
import type { Inputs } from "./inputs.ts";

/** What the run is about, how its jobs ended, and what steps left. What GitHub does not tell is a note: a message goes out anyway. */
export async function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  for (const secret of inputs.secrets) io.log.mask(secret);
  const event = io.event();
  const identity = readRunIdentity(io.environment);
  const context = contextOf(event);
  const url = `${context.serverUrl}/${context.repository}`;
  const subject = subjectOf(event, identity, url);
  const asked = await askGitHub(inputs, { event, identity, subject, url }, io);
  const { owner, name } = event.repository;
  return {
    context,
    run: {
      status: inputs.status,
      needs: inputs.needs,
      repository: { owner, name, url },
      run: {
        id: identity.id ?? 0,
        number: identity.number ?? 0,
        attempt: identity.attempt,
        url: identity.url ?? url,
        workflow: identity.workflow,
        event: event.name,
        startedAt: earliest(asked.jobs?.map(({ startedAt }) => startedAt) ?? []),
      },
      actor: subject.actor,
      commit: subject.commit && { ...subject.commit, message: subject.commit.message ?? asked.commitMessage },
      ref: subject.ref,
      pullRequest: subject.pullRequest,
      environment: inputs.environment,
      jobs: asked.jobs,
      history: asked.history,
      resultFiles: readResultFiles(inputs.resultFiles, io),
      own: inputs.own,
      mentions: inputs.mentions,
      time: Date.now(),
    },
    messageId: randomUUID(),
    missingSecrets: missingSecrets(event, runActor(io.environment)),
    notes: asked.notes,
  };
}

function earliest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
