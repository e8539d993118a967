import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { messageOf, TRAPS } from "../../testing/messages.ts";
import { runFacts, STORIES } from "../../testing/run-facts.ts";
import { composeMessage } from "./compose-message.ts";
import { MAX_WEBHOOK_BYTES, webhookPayload, webhookSignature } from "./webhook-payload.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../../docs/schema/notify-message.v1.json", import.meta.url), "utf8"),
);
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);

function faults(value: unknown): unknown {
  return validate(JSON.parse(JSON.stringify(value))) ? [] : validate.errors;
}

test.each(Object.entries(STORIES))("the story of a %s", async (name, facts) => {
  const { payload, left } = webhookPayload(composeMessage(facts), facts, "7001-1-notify");
  expect(faults(payload)).toEqual([]);
  expect(left).toEqual([]);
  await expect(`${JSON.stringify(payload, null, 2)}\n`).toMatchFileSnapshot(`fixtures/${name}.webhook.json`);
});

test.each(TRAPS.map((trap) => [trap]))("%j satisfies the schema", (trap) => {
  const message = messageOf({ title: trap, text: [[trap]], fields: [{ name: trap, value: [trap] }] });
  const facts = runFacts({ actor: undefined, commit: undefined, ref: undefined });
  expect(faults(webhookPayload(message, facts, "1-1-a").payload)).toEqual([]);
});

test("a body has an end", () => {
  const lines = Array.from({ length: 400 }, () => ["x".repeat(300)]);
  const { payload, left } = webhookPayload(messageOf({ sections: [{ title: "jobs", lines }] }), runFacts(), "1");
  expect(JSON.stringify(payload).length).toBeLessThanOrEqual(MAX_WEBHOOK_BYTES);
  expect(left).toEqual(["“jobs” was shortened"]);
});

describe("the signature", () => {
  test("is that of GitHub's own example", () => {
    // docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
    expect(webhookSignature("Hello, World!", "It's a Secret to Everybody")).toBe(
      "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
    );
  });

  test("is of the bytes that are sent", () => {
    expect(webhookSignature("é", "s")).not.toBe(webhookSignature("e\u0301", "s"));
  });
});
