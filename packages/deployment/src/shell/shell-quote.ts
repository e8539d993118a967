/** A word of POSIX sh that stands for exactly this text. No shell can hold a NUL, so none may be in it. */
export function shellQuote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
