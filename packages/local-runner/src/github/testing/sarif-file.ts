import { gzipSync } from "node:zlib";

type Fields = Readonly<Record<string, unknown>>;

/** A result with everything that GitHub needs. */
export function sarifResult(fields: Fields = {}): Fields {
  return {
    ruleId: "R",
    ruleIndex: 0,
    message: { text: "found" },
    locations: [{ physicalLocation: { artifactLocation: { uri: "a.lock" }, region: { startLine: 1 } } }],
    partialFingerprints: { primaryLocationLineHash: "0:1" },
    ...fields,
  };
}

/** A rule with everything that GitHub needs. */
export function sarifRule(fields: Fields = {}): Fields {
  const text = { text: "R" };
  return { id: "R", shortDescription: text, fullDescription: text, help: text, ...fields };
}

/** A run with everything that GitHub needs, of its own category. */
export function sarifRun(
  category: string,
  {
    results = [sarifResult()],
    rules = [sarifRule()],
    tool = "scanner",
  }: {
    readonly results?: readonly unknown[];
    readonly rules?: readonly unknown[];
    readonly tool?: string;
  } = {},
): Fields {
  return { automationDetails: { id: `${category}/` }, tool: { driver: { name: tool, rules } }, results };
}

export function sarifFile(...runs: readonly Fields[]): Fields {
  return { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0", runs };
}

export function packedSarif(log: unknown): Buffer {
  return gzipSync(JSON.stringify(log));
}
