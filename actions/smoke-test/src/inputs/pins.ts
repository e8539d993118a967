import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { EVERY_HOST } from "../rules/every-host.ts";

const MAX_ADDRESSES = 100;

/**
 * `addresses`: what is asked in place of what a name resolves to. A line is `192.0.2.1` for every check, or
 * `app.example.com=192.0.2.1`; several addresses stand between blanks or commas, or on several lines.
 */
export function readPins(reader: InputReader): ReadonlyMap<string, readonly string[]> {
  const pins = new Map<string, string[]>();
  for (const line of reader.list("addresses")) {
    const [, host = EVERY_HOST, addresses] = /^(?:([^=]*)=)?([^=]*)$/.exec(line) ?? [];
    const isName = host === EVERY_HOST || /^(?:[\w.-]+|\[[0-9A-Fa-f:.]+\])(?::\d{1,5})?$/.test(host.trim());
    const words = (addresses ?? "").split(/[\s,]+/).filter((word) => word !== "");
    const wrong = words.find((word) => !isAddress(word));
    if (!isName || words.length === 0 || wrong !== undefined)
      reader.problem(
        "addresses",
        `has the line ${quote(line)}; write \`192.0.2.1\` for every check, or \`app.example.com=192.0.2.1\``,
      );
    const key = host.trim().toLowerCase();
    pins.set(key, [...new Set([...(pins.get(key) ?? []), ...words.map(bare)])]);
  }
  if ([...pins.values()].flat().length > MAX_ADDRESSES)
    reader.problem("addresses", `has more than ${MAX_ADDRESSES} addresses`);
  return pins;
}

function bare(address: string): string {
  return address.replace(/^\[(.*)\]$/, "$1");
}

/** As a URL reads it, but without its leniency: `127.1` and `0x7f000001` are addresses there. */
function isAddress(text: string): boolean {
  if (/^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text)) return true;
  return /^[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*$/.test(bare(text)) && URL.canParse(`http://[${bare(text)}]/`);
}
