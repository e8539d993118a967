import type { InputReader } from "@jessy-actions/kit/runner/inputs";

/** An address for people and probes. One with a user name or password is wrong, and never shown. */
export function readWebAddress(reader: InputReader, name: string, example: string): string | undefined {
  const text = reader.optional(name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) && !/[\s\p{Cc}]/u.test(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.username !== "" || url.password !== ""))
    reader.problem(name, `has a user name or password in its address; write it without, such as \`${example}\``);
  else if (url === undefined || !/^https?:$/.test(url.protocol))
    reader.wrong(name, text, `an address such as \`${example}\``);
  else return url.href;
  return undefined;
}
