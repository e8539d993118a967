const MAX_CHARACTERS = 200;

/** The members of a body that is a JSON object. Pure. */
export function jsonOf(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

export const isHtml = (body: string): boolean => /^\s*</.test(body);

/** What a body says in one short line: its error or message, or the start of its text; empty when it says nothing. Pure. */
export function wordsOf(body: string): string {
  if (isHtml(body)) return "an HTML page";
  const json = jsonOf(body);
  const said = json === undefined ? body : saidIn(json);
  const line = said.replace(/\s+/g, " ").trim();
  return line.length > MAX_CHARACTERS ? `${[...line.slice(0, MAX_CHARACTERS)].slice(0, -3).join("")}...` : line;
}

function saidIn(json: Readonly<Record<string, unknown>>): string {
  const { error, message, errors, code } = json;
  const inner = typeof error === "object" && error !== null ? (error as { message?: unknown }).message : error;
  const texts = [inner, message].filter((text): text is string => typeof text === "string" && text !== "");
  if (typeof code === "number" && code !== 0) texts.push(`code ${code}`);
  if (errors !== undefined) texts.push(JSON.stringify(errors));
  // Discord names only the fields of an embed that it refuses: {"embeds":["0"]}.
  return texts.length === 0 ? JSON.stringify(json) : texts.join(", ");
}
