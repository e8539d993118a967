import type { Delivered, Delivery, DeliveryStatus, Result } from "../result.ts";

type Judged = Pick<Result, "verdict" | "fails" | "headline" | "delivered">;

/** What the verdict is made of. */
export type Outcome = Pick<Result, "deliveries" | "occasion" | "missingSecrets" | "settings">;

/** Names what became of a message. Only `fail-on-error` lets a message decide how the step ends. Pure. */
export function judge(outcome: Outcome): Judged {
  const { deliveries, missingSecrets, occasion, settings } = outcome;
  const failed = deliveries.filter(({ status }) => status === "failed");
  const unknown = deliveries.filter(({ status }) => status === "unknown");
  const arrived = deliveries.filter(({ status }) => ARRIVED.has(status));
  const planned = deliveries.filter(({ status }) => status === "planned");
  if (deliveries.length === 0) {
    if (missingSecrets !== null) return skipped(`No message: ${missingSecrets}`);
    return bad("fail", "No message was sent: no target is set, or its secret is empty", "false", settings.failOnError);
  }
  if (failed.length > 0) {
    const [one] = failed;
    const what =
      arrived.length + unknown.length + planned.length === 0
        ? `No message was sent: ${sentence(one!)}${others(failed)}`
        : `The message did not reach ${names(failed)}: ${sentence(one!)}${others(failed)}`;
    return bad("fail", what, deliveredOf(arrived, unknown), settings.failOnError);
  }
  if (unknown.length > 0) {
    const what = `It is not known whether the message reached ${names(unknown)}`;
    return bad("inconclusive", what, deliveredOf(arrived, unknown), settings.failOnError);
  }
  if (planned.length > 0) return skipped(`Dry run: the message would go to ${names(planned)}`);
  if (arrived.length === 0)
    return skipped(`No message: ${occasion.isMet ? (missingSecrets ?? occasion.reason) : occasion.reason}`);
  return { verdict: "pass", fails: false, headline: `${sentTo(arrived)}: pass`, delivered: "true" };
}

const ARRIVED: ReadonlySet<DeliveryStatus> = new Set(["sent", "edited", "reposted"]);

function skipped(what: string): Judged {
  return { verdict: "pass", fails: false, headline: `${what}: pass`, delivered: "skipped" };
}

function bad(verdict: "fail" | "inconclusive", what: string, delivered: Delivered, failOnError: boolean): Judged {
  return { verdict, fails: failOnError, headline: `${what}: ${verdict}`, delivered };
}

function deliveredOf(arrived: readonly Delivery[], unknown: readonly Delivery[]): Delivered {
  if (arrived.length > 0) return "partly";
  return unknown.length > 0 ? "unknown" : "false";
}

function sentTo(arrived: readonly Delivery[]): string {
  const edits = arrived.filter(({ status }) => status === "edited");
  if (edits.length === arrived.length) return `The message was edited in ${names(arrived)}`;
  return `The message was sent to ${names(arrived)}`;
}

/** `Slack, Discord and Teams`. */
function names(deliveries: readonly Delivery[]): string {
  const all = deliveries.map(({ target }) => target);
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1)}`;
}

/** A headline is one line, and a table has the rest. */
function sentence({ target, reason = "" }: Delivery): string {
  const text = /^(?:has|cannot) /.test(reason) ? `${target} ${reason}` : reason;
  return text.length > 200 ? `${text.slice(0, 197)}...` : text;
}

function others(failed: readonly Delivery[]): string {
  return failed.length < 2 ? "" : ` (and ${failed.length - 1} more)`;
}
