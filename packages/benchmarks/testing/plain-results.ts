import type { ResultFormat } from "../src/format.ts";
import type { Results } from "../src/model.ts";
import { settleNames } from "../src/processor-suffix.ts";

/** Results as plain text, so that a test's expectation can be read. Parts that are empty are left out. */
export interface PlainResults {
  /** `benchmark: metric` to `judgement better unit: values` */
  readonly series?: Readonly<Record<string, string>>;
  /** `benchmark: reason` */
  readonly failed?: readonly string[];
  readonly warnings?: readonly string[];
}

export function plainResults({ series, failed, warnings }: Results): PlainResults {
  const rows = [...series.values()].map(({ benchmark, metric, values }) => [
    `${benchmark}: ${metric.name}`,
    `${metric.judgement} ${metric.better} ${metric.unit}: ${values.map((value) => Number(value.toPrecision(12))).join(", ")}`,
  ]);
  return {
    ...(rows.length > 0 && { series: Object.fromEntries(rows) as Record<string, string> }),
    ...(failed.length > 0 && { failed: failed.map(({ benchmark, reason }) => `${benchmark}: ${reason}`) }),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** The results that a format reads from a text, or from a document written as JSON; names as against the same text. */
export function parseText(format: ResultFormat, document: unknown): Results {
  const text = typeof document === "string" ? document : JSON.stringify(document);
  return settled(format.parse([{ path: "results.json", bytes: new TextEncoder().encode(text) }]));
}

/** With the names that these results have against themselves. */
export function settled(results: Results): Results {
  const { suffix: _, ...named } = settleNames([results], [results]).base(results);
  return named;
}

/** The same in one step: what most tests compare. */
export function plain(format: ResultFormat, document: unknown): PlainResults {
  return plainResults(parseText(format, document));
}
