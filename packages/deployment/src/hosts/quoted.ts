const MAX_QUOTED = 80;

/** Untrusted text for an error: in quotes, cut, control characters escaped. */
export function quoted(text: string): string {
  return JSON.stringify(text.length > MAX_QUOTED ? `${text.slice(0, MAX_QUOTED)}...` : text);
}
