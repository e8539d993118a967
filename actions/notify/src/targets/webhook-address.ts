import type { TargetKind } from "./target.ts";

/**
 * Hosts that a chat's webhooks have. A secret that holds another one is somebody's mistake, or their trap: messages of a
 * private repository would go there.
 */
const HOSTS: Readonly<Record<Exclude<TargetKind, "webhook">, readonly string[]>> = {
  "slack-webhook": ["hooks.slack.com", "hooks.slack-gov.com"],
  slack: ["slack.com", "slack-gov.com"],
  discord: ["discord.com", "discordapp.com", "ptb.discord.com", "canary.discord.com"],
  teams: ["*.logic.azure.com", "*.logic.azure.us", "*.api.powerplatform.com"],
};

/** The address, or what is wrong with it without a part of it but its host. */
export type ReadAddress = { readonly url: URL } | { readonly problem: string };

/**
 * Reads the address of a webhook, which is a secret. Pure.
 *
 * @param allowed hosts (`host` or `host:port`) that count beside the chat's own; they may be asked without TLS, too.
 */
export function readAddress(kind: TargetKind, text: string, allowed: readonly string[]): ReadAddress {
  const scheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  if (!scheme || !URL.canParse(text)) return { problem: "is not an address with `https://`" };
  const url = new URL(text);
  const { protocol, host, hostname } = url;
  if (protocol !== "https:" && protocol !== "http:") return { problem: "is not an address with `https://`" };
  const isNamed = allowed.some((one) => one.toLowerCase() === host || one.toLowerCase() === hostname);
  if (protocol === "http:" && !isNamed)
    return {
      problem: `has the host \`${host}\` without TLS; write \`https://\`, or name the host in \`allowed-hosts\``,
    };
  // A link that reads like one host and leads to another: https://hooks.slack.com@evil.example.
  if (url.username !== "" && kind !== "webhook") return { problem: "has a user name, which no webhook has" };
  if (!isNamed && kind !== "webhook") {
    if (!HOSTS[kind].some((pattern) => matchesHost(pattern, hostname)) || url.port !== "")
      return { problem: foreignHost(kind, host) };
  }
  url.hash = "";
  return kind === "webhook" ? { url } : readPath(kind, url, isNamed);
}

function matchesHost(pattern: string, host: string): boolean {
  if (!pattern.startsWith("*.")) return pattern === host;
  return host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1;
}

function foreignHost(kind: Exclude<TargetKind, "webhook">, host: string): string {
  if (kind === "teams" && host.endsWith(".webhook.office.com"))
    return `has the host \`${host}\`: Microsoft has retired these connectors; make a workflow from the template "Send webhook alerts to a channel" and use its address`;
  return `has the host \`${host}\`, which is none of ${HOSTS[kind].map((one) => `\`${one}\``).join(", ")}; name it in \`allowed-hosts\` if it is right`;
}

const DISCORD_PATH = /^\/api(\/v\d+)?(\/webhooks\/\d{1,20}\/[\w-]+)(?:\/(?:slack|github))?\/?$/;
/** Before version 8, `Retry-After` was in milliseconds, and addresses without a version may mean an old one. */
const DISCORD_VERSION = "/v10";

function readPath(kind: Exclude<TargetKind, "webhook">, url: URL, isRelay: boolean): ReadAddress {
  switch (kind) {
    case "slack-webhook":
      if (/^\/(?:triggers|workflows)\//.test(url.pathname))
        return { problem: "starts a workflow of Slack's, which takes no messages; make an incoming webhook" };
      return /^\/services\/[\w-]+\/[\w-]+\/[\w-]+\/?$/.test(url.pathname)
        ? { url }
        : { problem: "is not an incoming webhook, whose path is `/services/T.../B.../...`" };
    case "discord": {
      const [, version = "", path] = DISCORD_PATH.exec(url.pathname) ?? [];
      if (path === undefined)
        return { problem: "is not a webhook of Discord's, whose path is `/api/webhooks/<id>/<token>`" };
      // `/slack` and `/github` would read our message as one of another form.
      url.pathname = `/api${isRelay ? version : DISCORD_VERSION}${path}`;
      return { url };
    }
    case "teams":
    case "slack":
      return { url };
  }
}
