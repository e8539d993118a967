import { expect, test } from "vitest";
import type { TargetKind } from "./target.ts";
import { readAddress } from "./webhook-address.ts";

const SLACK = "https://hooks.slack.com/services/T0AAAAAAA/B0BBBBBBB/cCcCcCcCcCcCcCcC";
const DISCORD = "https://discord.com/api/webhooks/123456789012345678/abc-DEF_123";
const VERSIONED = DISCORD.replace("/api/", "/api/v10/");
const TEAMS = "https://prod-01.westeurope.logic.azure.com:443/workflows/0a1b/triggers/manual/paths/invoke?sig=x";

test.each<[string, TargetKind, string, string, (readonly string[])?]>([
  ["Slack", "slack-webhook", SLACK, SLACK],
  ["Slack for governments", "slack-webhook", SLACK.replace(".com", "-gov.com"), SLACK.replace(".com", "-gov.com")],
  ["Discord, whose default version may be an old one", "discord", DISCORD, VERSIONED],
  ["Discord by an older version", "discord", DISCORD.replace("/api/", "/api/v6/"), VERSIONED],
  ["Discord for Slack's format", "discord", `${DISCORD}/slack`, VERSIONED],
  ["Discord for GitHub's format", "discord", `${DISCORD}/github?wait=true`, `${VERSIONED}?wait=true`],
  ["Discord's other hosts", "discord", DISCORD.replace("//", "//canary."), VERSIONED.replace("//", "//canary.")],
  ["a Teams workflow", "teams", TEAMS, TEAMS.replace(":443", "")],
  [
    "a Power Platform",
    "teams",
    "https://a.b.api.powerplatform.com/x?sig=y",
    "https://a.b.api.powerplatform.com/x?sig=y",
  ],
  ["any webhook", "webhook", "https://me:pw@ci.example.org/x#part", "https://me:pw@ci.example.org/x"],
  [
    "a host that is allowed",
    "discord",
    DISCORD.replace("discord.com", "relay.example"),
    DISCORD.replace("discord.com", "relay.example"),
    ["Relay.example"],
  ],
  [
    "this machine, by name and port",
    "slack-webhook",
    SLACK.replace("https://hooks.slack.com", "http://127.0.0.1:8080"),
    SLACK.replace("https://hooks.slack.com", "http://127.0.0.1:8080"),
    ["127.0.0.1:8080"],
  ],
])("%s", (_, kind, text, address, allowed = []) => {
  expect(readAddress(kind, text, allowed)).toEqual({ url: new URL(address) });
});

const NO_ADDRESS = "is not an address with `https://`";

test.each<[string, TargetKind, string, string | RegExp]>([
  ["a host alone", "webhook", "hooks.example.org/x", NO_ADDRESS],
  ["an address without a scheme", "webhook", "localhost:80", NO_ADDRESS],
  ["another scheme", "webhook", "file:///etc/passwd", NO_ADDRESS],
  ["a secret that holds something else", "discord", "xoxb-not-an-address", NO_ADDRESS],
  ["no TLS", "webhook", "http://ci.example.org/x", /^has the host `ci\.example\.org` without TLS/],
  ["the chat's host without TLS", "slack-webhook", SLACK.replace("https", "http"), /without TLS/],
  [
    "another host",
    "slack-webhook",
    SLACK.replace("hooks.slack.com", "evil.example"),
    /^has the host `evil\.example`, which is none of/,
  ],
  ["a host that begins alike", "slack-webhook", SLACK.replace(".com", ".com.evil.example"), /which is none of/],
  ["a host that ends alike", "teams", TEAMS.replace("prod-01.westeurope.logic", "evillogic"), /which is none of/],
  ["the bare domain", "teams", TEAMS.replace("prod-01.westeurope.", ""), /which is none of/],
  ["another port", "discord", DISCORD.replace(".com", ".com:8443"), /which is none of/],
  [
    "a user name that reads like the host",
    "slack-webhook",
    SLACK.replace("hooks", "hooks.slack.com@evil.example/hooks"),
    /user name/,
  ],
  ["Teams' retired connectors", "teams", "https://org.webhook.office.com/webhookb2/x", /retired/],
  ["Slack's triggers", "slack-webhook", "https://hooks.slack.com/triggers/T0/1/x", /takes no messages/],
  ["Slack's website", "slack-webhook", "https://hooks.slack.com/", /not an incoming webhook/],
  ["Discord's website", "discord", "https://discord.com/channels/1/2", /not a webhook of Discord's/],
  [
    "a Discord webhook without its token",
    "discord",
    "https://discord.com/api/webhooks/123456789012345678",
    /not a webhook/,
  ],
])("%s is refused", (_, kind, text, problem) => {
  const read = readAddress(kind, text, []);
  expect(read).toHaveProperty("problem", typeof problem === "string" ? problem : expect.stringMatching(problem));
  // Of a secret only the host is told.
  expect(JSON.stringify(read)).not.toMatch(/cCcCc|abc-DEF|xoxb|sig=/);
});
