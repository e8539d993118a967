import { composeMessage } from "@jessy-actions/deployment/messages/compose-message";
import type { Message } from "@jessy-actions/deployment/messages/message";
import { webhookPayload } from "@jessy-actions/deployment/messages/webhook-payload";
import type { Facts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { judgeOccasion } from "./judging/occasion.ts";
import { judge } from "./judging/verdict.ts";
import { type Delivery, type OccasionResult, RESULT_SCHEMA, type Result } from "./result.ts";
import { isEdit, type Target } from "./targets/target.ts";

/** What is said, whether it is said now, and to whom. Pure: the same facts give the same result. */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  const { run, context, messageId, notes } = facts;
  const message = messageOf(inputs, facts);
  const occasion = judgeOccasion(inputs.on, message.state, run.history);
  const missingSecrets = facts.missingSecrets ?? null;
  const outcome = {
    occasion,
    missingSecrets,
    settings: { failOnError: inputs.failOnError, dryRun: inputs.dryRun, maxWait: inputs.maxWait },
    deliveries: [
      ...inputs.targets.map((target) => planned(target, occasion)),
      ...inputs.unusable.map((one) => unusable(one, occasion, missingSecrets)),
    ],
  };
  return {
    schema: RESULT_SCHEMA,
    name: inputs.name,
    ...judge(outcome),
    context,
    state: message.state,
    ...outcome,
    message,
    notes: [...notes, ...unreadFiles(facts)],
    webhook: inputs.targets.some(({ kind }) => kind === "webhook")
      ? webhookPayload(message, run, messageId).payload
      : null,
  };
}

/** People are called only when there is reason to: without the runs before, a pass is no recovery. */
function messageOf({ mentionOn, mentions }: Inputs, { run }: Facts): Message {
  const message = composeMessage({ ...run, mentions: [] });
  const isGuess = mentionOn === "change" && run.history === undefined && message.state !== "failure";
  return !isGuess && judgeOccasion(mentionOn, message.state, run.history).isMet ? { ...message, mentions } : message;
}

/** An edit is made whatever the occasion: the message that stands says "started". */
function planned(target: Target, { isMet, reason }: OccasionResult): Delivery {
  const { name, kind } = target;
  const none = { target: name, kind, attempts: 0, waited: 0, left: [] };
  return isMet || isEdit(target) ? { ...none, status: "planned" } : { ...none, status: "skipped", reason };
}

function unusable(
  { name, kind, problem, isEmpty }: Inputs["unusable"][number],
  { isMet, reason }: OccasionResult,
  missingSecrets: string | null,
): Delivery {
  const none = { target: name, kind, attempts: 0, waited: 0, left: [] };
  if (isEmpty && missingSecrets !== null) return { ...none, status: "skipped", reason: missingSecrets };
  // What is wrong is said when it matters; `on: change` would otherwise warn in every run.
  return isMet ? { ...none, status: "failed", reason: problem } : { ...none, status: "skipped", reason };
}

function unreadFiles({ run }: Facts): string[] {
  return run.resultFiles.flatMap((file) =>
    "problem" in file
      ? [`The result file \`${file.file}\` ${file.problem}${/[.?!]$/.test(file.problem) ? "" : "."}`]
      : [],
  );
}
