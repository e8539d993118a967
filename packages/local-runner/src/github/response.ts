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
  response.writeHead(answer.status, {
    "content-type": "application/json; charset=utf-8",
    "x-github-request-id": randomUUID().slice(0, 8).toUpperCase(),
    "x-ratelimit-limit": "1000",
    "x-ratelimit-remaining": "900",
    ...answer.headers,
  });
  if (typeof fault === "object" && "dribble" in fault) dribble(response, fault.dribble);
  else response.end(fault === "malformed" ? "<html>Unicorn!</html>" : contentOf(answer));
}

function contentOf({ body, text, bytes }: Answer): string | Uint8Array {
  return bytes ?? text ?? (body === undefined ? "" : JSON.stringify(body));
}

function dribble(response: ServerResponse, pause: number): void {
  const timer = setInterval(() => response.write(" "), pause);
  response.once("close", () => clearInterval(timer));
}

/** What a fault answers in GitHub's place. */
export function faultAnswer(fault: Fault["kind"] | undefined): Answer | undefined {
  if (typeof fault !== "object") return undefined;
  if ("text" in fault) {
    const { status = 200, text, headers } = fault;
    return { status, body: undefined, text, ...(headers && { headers }) };
  }
  if (!("status" in fault)) return undefined;
  return {
    status: fault.status,
    body: { message: fault.message },
    ...(fault.headers && { headers: fault.headers }),
  };
}

/** Whether GitHub looks at a request before a fault answers. */
export const isStored = (fault: Fault["kind"] | undefined): boolean =>
  typeof fault === "object" && "stored" in fault && fault.stored === true;

export const badCredentials: Answer = {
  status: 401,
  body: { message: "Bad credentials", documentation_url: "https://docs.github.com/rest", status: "401" },
};
