import type { DeliveryAnswer } from "@jessy-actions/kit/web-service/delivery";
import type { Reading } from "../reading.ts";
import { isSuccess, readStatus } from "./by-status.ts";

/** A server that nobody here knows: a success is one, whatever it says. Pure. */
export function readWebhook(answer: DeliveryAnswer, now: number): Reading {
  return isSuccess(answer.status) ? { kind: "done" } : readStatus("the webhook", answer, now);
}
