/**
 * Strict base64 (RFC 4648, section 4): the standard alphabet, padded, nothing else. Node's own decoder skips what it
 * does not know, so two different texts could stand for one signature.
 *
 * @returns undefined for any other text.
 */
export function decodeBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : undefined;
}
