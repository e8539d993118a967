import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Annotation, Block, Line, Report } from "@jessy-actions/kit/report/report";
import { messageBlocks } from "./rendering/message-blocks.ts";
import type { Delivery, DeliveryStatus, Result } from "./result.ts";

/** From the result alone. Pure. */
export function render(result: Result): Report {
  const { webhook: _, ...kept } = result;
  return {
    title: result.name === "" ? "Message" : `Message: ${result.name}`,
    summary: [
      ...deliveriesTable(result),
      ...messageBlocks(result.message),
      ...result.notes.map((note): Block => ({ kind: "alert", level: "note", text: prose(note) })),
    ],
    annotations: annotations(result),
    outputs: outputs(result),
    files: [{ name: "result.json", content: `${JSON.stringify(kept)}\n`, output: "result-file" }],
  };
}

const STATUS: Readonly<Record<DeliveryStatus, string>> = {
  planned: `${MARK.neutral} not sent: dry run`,
  sent: `${MARK.pass} sent`,
  edited: `${MARK.pass} edited`,
  reposted: `${MARK.warning} posted anew`,
  failed: `${MARK.fail} not sent`,
  unknown: `${MARK.unknown} not known`,
  skipped: `${MARK.neutral} left out`,
};

function deliveriesTable({ deliveries }: Result): Block[] {
  if (deliveries.length === 0) return [];
  const rows = deliveries.map((delivery): readonly Line[] => [
    STATUS[delivery.status],
    delivery.target,
    prose([...(delivery.reason === undefined ? [] : [delivery.reason]), ...delivery.left].join("; ")),
    effort(delivery),
  ]);
  const columns = [
    { header: "Result" },
    { header: "Target" },
    { header: "Details" },
    { header: "Requests", align: "right" as const },
  ];
  return [{ kind: "table", columns, rows, noun: "targets" }];
}

function effort({ attempts, waited }: Delivery): string {
  if (attempts === 0) return "";
  return waited === 0 ? String(attempts) : `${attempts}, ${(waited / 1000).toFixed(1)} s waited`;
}

/** A message that is missing is never silent: a warning, or an error where it decides. */
function annotations({ deliveries, missingSecrets, fails, headline }: Result): Annotation[] {
  const title = "Message";
  if (deliveries.length === 0)
    return [{ level: missingSecrets === null ? "warning" : "notice", title, message: headline }];
  const level = fails ? "error" : "warning";
  const wrong = deliveries.flatMap(({ target, status, reason = "" }): Annotation[] =>
    status === "failed" || status === "unknown"
      ? [
          {
            level,
            title,
            message: `${target}: ${status === "failed" ? "the message was not sent" : "it is not known whether the message arrived"}: ${reason}`,
          },
        ]
      : [],
  );
  const left = deliveries.filter(({ status, reason }) => status === "skipped" && reason === missingSecrets);
  if (left.length > 0)
    wrong.push({ level: "notice", title, message: `${counted(left.length, "target")} left out: ${missingSecrets}` });
  return wrong;
}

/** Of several channels or webhooks of a chat, those of the first. */
function outputs({ verdict, delivered, state, deliveries }: Result): Report["outputs"] {
  const slack = deliveries.find(({ slackTs }) => slackTs !== undefined);
  return {
    verdict,
    delivered,
    state,
    "slack-ts": slack?.slackTs ?? "",
    "slack-channel-id": slack?.slackChannel ?? "",
    "discord-message-id":
      deliveries.find(({ discordMessageId }) => discordMessageId !== undefined)?.discordMessageId ?? "",
  };
}
