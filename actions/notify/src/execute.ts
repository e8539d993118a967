import type { ActionIo } from "@jessy-actions/kit/action/io";
import { describeError } from "@jessy-actions/kit/action/outcome";
import { wait } from "@jessy-actions/kit/http/wait";
import { escapeTerminal } from "@jessy-actions/kit/report/escape";
import { deliver } from "@jessy-actions/kit/web-service/delivery";
import type { Inputs } from "./inputs.ts";
import { judge } from "./judging/verdict.ts";
import type { Delivery, Result } from "./result.ts";
import type { Sending } from "./sending/send.ts";
import { sendTo } from "./sending/send-to.ts";
import type { Target } from "./targets/target.ts";

/** Sends the message: chats side by side, the targets of one chat one after the other, as they share its limits. */
export async function execute(result: Result, inputs: Inputs, io: ActionIo): Promise<Result> {
  const targets = inputs.targets.filter((_, at) => result.deliveries[at]?.status === "planned");
  if (inputs.dryRun || targets.length === 0) return result;
  // What is masked goes to nobody: a message leaves the place where the runner hides it.
  const said = io.log.redaction.redactData({ message: result.message, webhook: result.webhook });
  const made = new Map<Target, Delivery>();
  const send = async (target: Target) => {
    const delivery = await sendTo(target, said, sendingTo(target, inputs.maxWait, io)).catch((error: unknown) =>
      broken(target, error, io),
    );
    io.log.info(
      escapeTerminal(
        `${delivery.target}: ${delivery.status}${delivery.reason === undefined ? "" : `: ${delivery.reason}`}`,
      ),
    );
    made.set(target, delivery);
  };
  const chats = Map.groupBy(targets, ({ kind }) => kind);
  await io.log.group("Sending the message", () =>
    Promise.all(
      [...chats.values()].map(async (group) => {
        for (const target of group) await send(target);
      }),
    ),
  );
  const deliveries = result.deliveries.map((delivery, at) => made.get(inputs.targets[at]!) ?? delivery);
  return { ...result, deliveries, ...judge({ ...result, deliveries }) };
}

/** A fault of ours is told with its stack, and neither stops the other targets nor fails a deployment. */
function broken({ name, kind }: Target, error: unknown, { log }: ActionIo): Delivery {
  const { lines, stack } = describeError(error);
  if (stack !== undefined) log.foreign(stack);
  return { target: name, kind, status: "unknown", reason: lines.join("; "), attempts: 1, waited: 0, left: [] };
}

function sendingTo({ name }: Target, maxWait: number, { log }: ActionIo): Sending {
  return {
    deliver,
    sleep: wait,
    now: Date.now,
    random: Math.random,
    maxWait,
    onWait: (text) => log.info(escapeTerminal(`${name}: ${text}`)),
  };
}
