/** `12,345`. Not toLocaleString: its first call loads the locales, which takes 15 ms. */
export function count(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

/** `lines`, or `line` for one. */
export function plural(number: number, noun: string): string {
  return number === 1 ? noun : `${noun}s`;
}

/** `12,345 lines`. */
export function counted(number: number, noun: string): string {
  return `${count(number)} ${plural(number, noun)}`;
}
