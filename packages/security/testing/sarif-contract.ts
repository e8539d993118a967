import { Ajv } from "ajv";

/** A text that GitHub requires: not empty. */
const text = (most = Number.MAX_SAFE_INTEGER) => ({ type: "string", minLength: 1, maxLength: most });
const message = (most?: number) => ({ type: "object", required: ["text"], properties: { text: text(most) } });
const line = { type: "integer", minimum: 1, maximum: 2 ** 31 - 1 };
const object = (properties: object, optional: readonly string[] = []) => ({
  type: "object",
  additionalProperties: false,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
  properties,
});

/**
 * What GitHub's documents ask of a SARIF file ("SARIF support for code scanning": required, lengths, counts), strictly:
 * what we never write is not allowed either.
 */
const LOG = object({
  $schema: { const: "https://json.schemastore.org/sarif-2.1.0.json" },
  version: { const: "2.1.0" },
  runs: {
    type: "array",
    maxItems: 20,
    items: object({
      automationDetails: object({ id: { type: "string", pattern: "^[^/].*/$" } }),
      columnKind: { const: "utf16CodeUnits" },
      tool: object({
        driver: object({
          name: text(),
          version: text(),
          informationUri: { type: "string", pattern: "^https://" },
          rules: {
            type: "array",
            maxItems: 25_000,
            items: object(
              {
                id: text(255),
                shortDescription: message(1024),
                fullDescription: message(1024),
                defaultConfiguration: object({ level: { enum: ["error", "warning", "note"] } }),
                helpUri: { type: "string", pattern: "^https://" },
                help: object({ text: text(), markdown: text() }),
                properties: object(
                  {
                    tags: { type: "array", minItems: 1, maxItems: 10, uniqueItems: true, items: text() },
                    precision: { enum: ["very-high", "high", "medium", "low"] },
                    "security-severity": { type: "string", pattern: "^(?:\\d\\.\\d|10\\.0)$" },
                    "problem.severity": { const: "warning" },
                  },
                  ["security-severity", "problem.severity"],
                ),
              },
              ["helpUri"],
            ),
          },
        }),
      }),
      results: {
        type: "array",
        maxItems: 25_000,
        items: object(
          {
            ruleId: text(255),
            ruleIndex: { type: "integer", minimum: 0 },
            level: { enum: ["error", "warning", "note"] },
            message: message(1024),
            locations: {
              type: "array",
              minItems: 1,
              maxItems: 1,
              items: object({
                physicalLocation: object({
                  artifactLocation: object({
                    uri: {
                      type: "string",
                      pattern: "^(?:[A-Za-z0-9\\-_.!~*'()@]|%[0-9A-F]{2})+(?:/[^/?#:\\s\\\\]+)*$",
                    },
                  }),
                  region: object({ startLine: line, startColumn: { const: 1 }, endLine: line }),
                }),
              }),
            },
            partialFingerprints: object({ primaryLocationLineHash: text() }),
            suppressions: {
              type: "array",
              minItems: 1,
              items: object(
                { kind: { enum: ["inSource", "external"] }, status: { const: "accepted" }, justification: text() },
                ["justification"],
              ),
            },
          },
          ["suppressions"],
        ),
      },
    }),
  },
});

const validate = new Ajv({ allErrors: true }).compile(LOG);

/** What GitHub would find wrong with a file, one line each. */
// biome-ignore lint/suspicious/noExplicitAny: a test reads what it wrote.
export function sarifProblems(log: any): string[] {
  const isValid: boolean = validate(log) as boolean;
  if (!isValid) return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  const problems: string[] = [];
  const categories = new Set<string>();
  for (const { automationDetails, tool, results } of log.runs) {
    if (categories.has(automationDetails.id)) problems.push(`two runs of ${automationDetails.id}`);
    categories.add(automationDetails.id);
    const { rules } = tool.driver;
    if (new Set(rules.map(({ id }: { id: string }) => id)).size < rules.length) problems.push("two rules of one id");
    const alerts = new Set<string>();
    for (const { ruleId, ruleIndex, locations, partialFingerprints, level } of results) {
      const rule = rules[ruleIndex];
      if (rule?.id !== ruleId) problems.push(`${ruleId} is not rule ${ruleIndex}`);
      if (rule?.defaultConfiguration.level !== level) problems.push(`${ruleId} has another level`);
      const { artifactLocation, region } = locations[0].physicalLocation;
      if (region.endLine < region.startLine) problems.push(`${ruleId} ends before it starts`);
      const alert = `${ruleId} ${artifactLocation.uri} ${partialFingerprints.primaryLocationLineHash}`;
      if (alerts.has(alert)) problems.push(`one alert twice: ${alert}`);
      alerts.add(alert);
    }
  }
  return problems;
}
