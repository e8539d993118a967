/** `320 ms`, `4.2 s`, `65 s`: rounded up, so that no limit looks kept that was not. */
export function time(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.ceil(milliseconds)} ms` : seconds(milliseconds);
}

/** `0.3 s`, `14.2 s`. */
export function seconds(milliseconds: number): string {
  const tenths = Math.ceil(milliseconds / 100);
  return `${Math.floor(tenths / 10)}.${tenths % 10} s`;
}
