import type { JsonValue } from "@jessy-actions/reading/json";
import type { ResultsBuilder } from "./results-builder.ts";

/**
 * Keeps benchmarks with the same name apart: samples of two benchmarks under one name would hide a change in either.
 */
export class Names {
  readonly #builder: ResultsBuilder;
  readonly #times = new Map<string, number>();

  constructor(builder: ResultsBuilder) {
    this.#builder = builder;
  }

  /** The name itself, or the name with a number if it was used before. */
  unique(name: string): string {
    const times = (this.#times.get(name) ?? 0) + 1;
    this.#times.set(name, times);
    if (times === 1) return name;
    const numbered = this.unique(`${name} #${times}`);
    this.#builder.warn(`two benchmarks are called ${name}; the later one is ${numbered}`);
    return numbered;
  }
}

/** The items that a list holds more than once. */
export function repeated(names: Iterable<string>): ReadonlySet<string> {
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const name of names) {
    if (seen.has(name)) again.add(name);
    seen.add(name);
  }
  return again;
}

/** ` (size=10, kind=x)`, in the order of the report; empty if there are none. */
export function parametersOf(parameters: JsonValue): string {
  if (parameters.isMissing) return "";
  const pairs = [...parameters.entries()].map(([key, { raw }]) => `${key}=${writtenAs(raw)}`);
  return pairs.length === 0 ? "" : ` (${pairs.join(", ")})`;
}

/** Not `String`: an object in a report may have a `toString` that is not a function. */
export function writtenAs(raw: unknown): string {
  return typeof raw === "string" ? raw : (JSON.stringify(raw) ?? "");
}
