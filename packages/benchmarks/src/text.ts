/**
 * Text of any of the encodings that tools write (PowerShell's `>` writes UTF-16), without BOM; invalid UTF-8 becomes
 * U+FFFD.
 */
export function decodeText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
