import { cutText } from "./fitting/code-points.ts";

const MAX_NAMED = 5;
const MAX_NAME = 40;

/** `1 field`, `12 fields`. */
export function counted(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** The first of them, and how many more: a sentence has no room for hundreds. */
export function named(names: readonly string[]): string {
  const more = names.length - MAX_NAMED;
  const shown = names.slice(0, MAX_NAMED).map((name) => cutText(name, MAX_NAME));
  return more > 0 ? `${shown.join(", ")} and ${more} more` : shown.join(", ");
}
