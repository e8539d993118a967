/**
 * What Discord refuses of a message (docs.discord.com, "Message Resource", "Embed Limits"). Characters are code points; blanks around
 * a text do not count.
 */
type Fields = Readonly<Record<string, unknown>>;

const WHOLE = 6000;
const EMBED = { title: 256, description: 4096 } as const;

/** @returns the places that are wrong, as its `errors` name them. */
export function discordProblems(body: Fields): readonly string[] {
  const { content, embeds = [], components } = body;
  const problems = nulls(body, "");
  if (content !== undefined && (typeof content !== "string" || size(content) > 2000)) problems.push("content");
  if (!Array.isArray(embeds) || embeds.length > 10) return [...problems, "embeds"];
  if ((content === undefined || content === "") && embeds.length === 0 && components === undefined)
    problems.push("content");
  let total = 0;
  for (const [at, embed] of embeds.entries()) {
    problems.push(...embedProblems(embed as Fields, `embeds[${at}]`));
    total += sizeOf(embed as Fields);
  }
  if (total > WHOLE) problems.push("embeds");
  return problems;
}

function embedProblems(embed: Fields, place: string): string[] {
  const problems: string[] = [];
  const check = (name: string, value: unknown, max: number, isNeeded = false) => {
    if (value === undefined && !isNeeded) return;
    if (typeof value !== "string" || size(value) === 0 || size(value) > max) problems.push(`${place}.${name}`);
  };
  for (const [name, max] of Object.entries(EMBED)) check(name, embed[name], max);
  check("footer.text", (embed.footer as Fields | undefined)?.text, 2048);
  check("author.name", (embed.author as Fields | undefined)?.name, 256);
  const fields = (embed.fields ?? []) as readonly Fields[];
  if (fields.length > 25) problems.push(`${place}.fields`);
  for (const [at, { name, value }] of fields.entries()) {
    check(`fields[${at}].name`, name, 256, true);
    check(`fields[${at}].value`, value, 1024, true);
  }
  const { color, timestamp, url } = embed;
  if (color !== undefined && !(Number.isInteger(color) && Number(color) >= 0 && Number(color) <= 0xffffff))
    problems.push(`${place}.color`);
  if (timestamp !== undefined && Number.isNaN(Date.parse(String(timestamp)))) problems.push(`${place}.timestamp`);
  if (url !== undefined && !/^https?:\/\//.test(String(url))) problems.push(`${place}.url`);
  return problems;
}

function sizeOf({ title, description, footer, author, fields = [] }: Fields): number {
  const texts = [title, description, (footer as Fields | undefined)?.text, (author as Fields | undefined)?.name];
  for (const { name, value } of fields as readonly Fields[]) texts.push(name, value);
  return texts.reduce<number>((sum, text) => sum + (typeof text === "string" ? size(text) : 0), 0);
}

/** A member that is null is refused as one of a wrong type. */
function nulls(value: unknown, place: string): string[] {
  if (value === null) return [place];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, member]) => nulls(member, place === "" ? name : `${place}.${name}`));
}

const size = (text: string): number => [...text.trim()].length;

/** Whom a message calls: what stands in `content`, as far as `allowed_mentions` lets it. Without it, everybody named there. */
export function discordPings({ content = "", allowed_mentions: allowed }: Fields): readonly string[] {
  const {
    parse = ["everyone", "users", "roles"],
    users = [],
    roles = [],
  } = (allowed ?? {}) as Record<string, string[]>;
  const named = [...String(content).matchAll(/@(everyone|here)|<@!?(\d+)>|<@&(\d+)>/g)];
  return named.flatMap(([text, everyone, user, role]) => {
    const may =
      everyone !== undefined
        ? parse.includes("everyone")
        : user !== undefined
          ? parse.includes("users") || users.includes(user)
          : parse.includes("roles") || roles.includes(role!);
    return may ? [text] : [];
  });
}
