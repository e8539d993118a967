import type { InputReader } from "@jessy-actions/kit/runner/inputs";

/** `https:`, or `http:` on this machine. An address with a user name or password is wrong, and never shown. */
export function readAddress(reader: InputReader, name: string, text: string, example: string): string | undefined {
  const url = URL.canParse(text) && !/[\s\p{Cc}]/u.test(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.username !== "" || url.password !== ""))
    reader.problem(name, `has a user name or password in its address; write it without, such as ${example}`);
  else if (url === undefined || !isTrusted(url))
    reader.wrong(name, text, `an address with \`https://\`, such as ${example}`);
  else return text;
  return undefined;
}

function isTrusted({ protocol, hostname }: URL): boolean {
  return protocol === "https:" || (protocol === "http:" && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(hostname));
}
