import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answer } from "./answer.ts";
import type { Fault } from "./fault.ts";

/** Sends an answer as GitHub does, or as a fault has it. */
export async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  fault: Fault["kind"] | undefined,
): Promise<void> {
  if (fault === "drop-after") {
    request.socket.destroy();
    return;
  }
  if (typeof fault === "object" && "delay" in fault) await sleep(fault.delay);
  const text =
    fault === "malformed" ? "<html>Unicorn!</html>" : answer.body === undefined ? "" : JSON.stringify(answer.body);
  response
    .writeHead(answer.status, {
      "content-type": "application/json; charset=utf-8",
      "x-github-request-id": randomUUID().slice(0, 8).toUpperCase(),
      "x-ratelimit-limit": "1000",
      "x-ratelimit-remaining": "900",
      ...answer.headers,
    })
    .end(text);
}

/** What a fault answers in GitHub's place. */
export function faultAnswer(fault: Fault["kind"] | undefined): Answer | undefined {
  if (typeof fault !== "object" || !("status" in fault)) return undefined;
  return {
    status: fault.status,
    body: { message: fault.message },
    ...(fault.headers && { headers: fault.headers }),
  };
}

/** Whether GitHub looks at a request before a fault answers. */
export const isStored = (fault: Fault["kind"] | undefined): boolean =>
  typeof fault === "object" && "status" in fault && fault.stored === true;

export const badCredentials: Answer = {
  status: 401,
  body: { message: "Bad credentials", documentation_url: "https://docs.github.com/rest", status: "401" },
};
