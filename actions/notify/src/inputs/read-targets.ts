import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import { secretParts } from "../targets/secret-parts.ts";
import { TARGET_KINDS, type Target, type TargetKind, type UnusableTarget } from "../targets/target.ts";
import { readAddress } from "../targets/webhook-address.ts";
import { readSlackBots } from "./read-slack-bots.ts";
import { type FoundTargets, NAMES, secretLines } from "./target-lines.ts";

export interface TargetInputs {
  readonly targets: readonly Target[];
  /** They were asked for; the report says why nothing reached them. */
  readonly unusable: readonly UnusableTarget[];
  /** Whatever must not be shown, in every part. */
  readonly secrets: readonly string[];
}

/**
 * Every target of the step. What a secret holds is no mistake of the workflow, which the run would end with: a target that
 * cannot be used is told in the report, like one that cannot be reached.
 */
export function readTargets(reader: InputReader): TargetInputs {
  const allowed = readHosts(reader);
  const found = [
    readWebhooks(reader, "slack-webhook", allowed),
    readSlackBots(reader, allowed),
    readDiscord(reader, allowed),
    readWebhooks(reader, "teams", allowed),
    readPlain(reader, allowed),
  ];
  const targets = found.flatMap((one) => one.targets);
  const unusable = found.flatMap((one) => one.unusable);
  const present = new Set([...targets, ...unusable].map(({ kind }) => kind));
  const missing = (reader.words("targets", TARGET_KINDS) ?? [])
    .filter((kind) => !present.has(kind))
    .map(
      (kind): UnusableTarget => ({
        kind,
        name: NAMES[kind],
        problem: `has no address: the input \`${INPUT[kind]}\` is empty`,
        isEmpty: true,
      }),
    );
  return { targets, unusable: [...unusable, ...missing], secrets: [...new Set(found.flatMap((one) => one.secrets))] };
}

/** `host` or `host:port`: whole addresses would allow nothing, and say nothing of it. */
function readHosts(reader: InputReader): readonly string[] {
  const hosts = reader.list("allowed-hosts");
  for (const host of hosts)
    if (!/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d{1,5})?$/i.test(host))
      reader.wrong("allowed-hosts", host, "a host such as `relay.example.org` or `relay.example.org:8443`");
  return hosts;
}

const INPUT: Readonly<Record<TargetKind, string>> = {
  "slack-webhook": "slack-webhook",
  slack: "slack-token",
  discord: "discord-webhook",
  teams: "teams-webhook",
  webhook: "webhook",
};

type WebhookKind = Exclude<TargetKind, "slack">;

interface FoundAddress {
  readonly name: string;
  readonly url: URL;
}

/** The addresses of an input, one a line. */
function readAddresses(
  reader: InputReader,
  kind: WebhookKind,
  allowed: readonly string[],
): FoundTargets & { readonly addresses: readonly FoundAddress[] } {
  const input = INPUT[kind];
  const lines = secretLines(reader, input);
  const addresses: FoundAddress[] = [];
  const unusable: UnusableTarget[] = [];
  for (const [at, line] of lines.entries()) {
    const name = lines.length === 1 ? NAMES[kind] : `${NAMES[kind]} ${at + 1}`;
    const read = readAddress(kind, line, allowed);
    if ("url" in read) {
      // Two spellings of one address would send the message twice.
      if (!addresses.some(({ url }) => url.href === read.url.href)) addresses.push({ name, url: read.url });
    } else unusable.push({ kind, name, problem: `cannot be used: the address in \`${input}\` ${read.problem}` });
  }
  return { targets: [], unusable, secrets: lines.flatMap(secretParts), addresses };
}

function readWebhooks(reader: InputReader, kind: "slack-webhook" | "teams", allowed: readonly string[]): FoundTargets {
  const found = readAddresses(reader, kind, allowed);
  return { ...found, targets: found.addresses.map(({ name, url }) => ({ kind, name, url: url.href })) };
}

function readDiscord(reader: InputReader, allowed: readonly string[]): FoundTargets {
  const found = readAddresses(reader, "discord", allowed);
  const messageId = readSnowflake(reader, "discord-message-id");
  const threadId = readSnowflake(reader, "discord-thread-id");
  const given = found.addresses.length + found.unusable.length;
  if (messageId !== undefined && given !== 1)
    return withProblem(
      found,
      "discord",
      "has a message to edit and not one webhook: set exactly one `discord-webhook`",
      given === 0,
    );
  if (threadId !== undefined && given === 0)
    return withProblem(found, "discord", "has a thread and no webhook: the input `discord-webhook` is empty", true);
  const targets = found.addresses.map(({ name, url }): Target => {
    const inAddress = url.searchParams.get("thread_id") ?? undefined;
    url.search = "";
    return { kind: "discord", name, url: url.href, messageId, threadId: threadId ?? snowflake(inAddress) };
  });
  return { ...found, targets };
}

const snowflake = (text: string | undefined) => (text !== undefined && /^\d{1,20}$/.test(text) ? text : undefined);

function readSnowflake(reader: InputReader, input: string): string | undefined {
  const text = reader.optional(input);
  if (text !== undefined && snowflake(text) === undefined)
    reader.wrong(input, text, "an id of Discord's: digits alone");
  return text;
}

function readPlain(reader: InputReader, allowed: readonly string[]): FoundTargets {
  const found = readAddresses(reader, "webhook", allowed);
  const secret = reader.verbatim("webhook-secret").trim();
  if (secret !== "" && found.addresses.length + found.unusable.length === 0)
    return withProblem(
      { ...found, secrets: [secret] },
      "webhook",
      "has a secret and no address: the input `webhook` is empty",
      true,
    );
  return {
    ...found,
    secrets: [...found.secrets, ...(secret === "" ? [] : [secret])],
    targets: found.addresses.map(({ name, url }) => ({
      kind: "webhook",
      name,
      url: url.href,
      secret: secret || undefined,
    })),
  };
}

function withProblem(found: FoundTargets, kind: TargetKind, problem: string, isEmpty: boolean): FoundTargets {
  const one: UnusableTarget = { kind, name: NAMES[kind], problem, ...(isEmpty && { isEmpty }) };
  return { targets: [], unusable: [...found.unusable, one], secrets: found.secrets };
}
