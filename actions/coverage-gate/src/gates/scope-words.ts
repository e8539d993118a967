import type { GateScope } from "../result.ts";

/** `by the default branch's exclude and totals`. @param quote around each input. */
export function scopeWords({ inputs }: Pick<GateScope, "inputs">, quote = ""): string {
  const names = inputs.map((input) => `${quote}${input}${quote}`);
  const last = names.pop();
  return `by the default branch's ${names.length === 0 ? last : `${names.join(", ")} and ${last}`}`;
}
