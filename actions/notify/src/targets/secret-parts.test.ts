import { expect, test } from "vitest";
import { secretParts } from "./secret-parts.ts";

test.each<[string, string, readonly string[], readonly string[]]>([
  [
    "Slack",
    "https://hooks.slack.com/services/T0AAAAAAA/B0BBBBBBB/cCcCcCcCcCcCcCcCcCcCcCcC\n",
    ["cCcCcCcCcCcCcCcCcCcCcCcC", "/services/T0AAAAAAA/B0BBBBBBB/cCcCcCcCcCcCcCcCcCcCcCcC"],
    ["services", "hooks.slack.com"],
  ],
  [
    "Discord",
    "https://discord.com/api/webhooks/123456789012345678/abc-DEF_1234567890?thread_id=5",
    ["abc-DEF_1234567890", "123456789012345678"],
    ["webhooks", "5"],
  ],
  [
    "Teams",
    "https://prod-1.westeurope.logic.azure.com:443/workflows/0123456789abcdef/triggers/manual/paths/invoke?sp=%2Ftriggers%2Fmanual%2Frun&sig=a%2Bb1234567890",
    ["a+b1234567890", "0123456789abcdef"],
    ["/triggers/manual/run", "manual"],
  ],
  ["a password", "https://me:hunter2hunter2@example.org/notifications-deployments", ["hunter2hunter2"], ["me"]],
  ["what is no address", "hooks.slack.com/services/x", ["hooks.slack.com/services/x"], []],
  ["nothing", " ", [], [" ", ""]],
])("%s", (_, address, secret, open) => {
  const parts = secretParts(address);
  for (const part of secret) expect(parts).toContain(part);
  for (const part of open) expect(parts).not.toContain(part);
  if (address.trim() !== "") expect(parts).toContain(address.trim());
});
