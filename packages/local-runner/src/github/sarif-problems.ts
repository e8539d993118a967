/** What GitHub takes of a file, and what it keeps (docs, "SARIF support for code scanning"). */
export const SARIF_LIMITS = {
  gzipBytes: 10_000_000,
  runs: 20,
  results: 25_000,
  resultsKept: 5_000,
  rules: 25_000,
  tags: 20,
  locations: 1_000,
} as const;

// biome-ignore lint/suspicious/noExplicitAny: a file from outside, read where it is as expected.
type Json = any;

const SAME_CATEGORY =
  "A delivery cannot contain multiple runs with the same category. Please upload a single run per category. For more information, see https://github.blog/changelog/2025-07-21-code-scanning-will-stop-combining-multiple-sarif-runs-uploaded-in-the-same-sarif-file/";
const DEFAULT_SETUP =
  "CodeQL analyses from advanced configurations cannot be processed when the default setup is enabled";

/**
 * Why GitHub would not process a file that it took, in its words where its issues quote them (codeql-action#665, #1493,
 * #2459; github/codeql#15209; tfsec-sarif-action#43); of tags, rules and required texts they are modelled on those.
 */
export function sarifProblems(
  log: Json,
  { checkoutUri, defaultSetup }: { readonly checkoutUri: string | undefined; readonly defaultSetup: boolean },
): readonly string[] {
  if (log?.version !== "2.1.0") return [`unsupported SARIF version ${JSON.stringify(log?.version) ?? ""}`];
  if (!Array.isArray(log.runs)) return ["invalid SARIF: expected runs"];
  const runs: readonly Json[] = log.runs;
  if (runs.length > SARIF_LIMITS.runs) return [tooMany("runs", runs.length, SARIF_LIMITS.runs)];
  if (runs.some((run) => typeof run?.tool?.driver?.name !== "string" || run.tool.driver.name === ""))
    return ["invalid SARIF: expected tool.driver.name"];
  if (runs.some((run) => !Array.isArray(run.results))) return ["invalid SARIF: expected results"];
  if (defaultSetup && runs.some((run) => run.tool.driver.name === "CodeQL")) return [DEFAULT_SETUP];
  const categories = runs.map((run) => `${run.tool.driver.name} ${categoryOf(run)}`);
  if (new Set(categories).size < categories.length) return [SAME_CATEGORY];
  return [
    ...runs.flatMap((run) => ruleProblems(run.tool.driver.rules ?? [])),
    ...runs.flatMap((run) => resultProblems(run.results, checkoutUri)),
  ];
}

/** What stands before the last slash. */
export function categoryOf(run: Json): string {
  const id = run.automationDetails?.id;
  return typeof id === "string" ? id.slice(0, Math.max(0, id.lastIndexOf("/"))) : "";
}

function ruleProblems(rules: readonly Json[]): readonly string[] {
  if (rules.length > SARIF_LIMITS.rules) return [tooMany("rules per run", rules.length, SARIF_LIMITS.rules)];
  return rules.flatMap((rule) => {
    const problems: string[] = [];
    const { tags = [], "security-severity": severity } = rule?.properties ?? {};
    if (tags.length > SARIF_LIMITS.tags) problems.push(tooMany("tags per rule", tags.length, SARIF_LIMITS.tags));
    if (severity !== undefined && (severity === "" || !Number.isFinite(Number(severity))))
      problems.push("could not convert rules: invalid security severity value, is not a number");
    for (const [name, text] of [
      ["id", rule?.id],
      ["shortDescription.text", rule?.shortDescription?.text],
      ["fullDescription.text", rule?.fullDescription?.text],
      ["help.text", rule?.help?.text],
    ])
      if (typeof text !== "string" || text === "") problems.push(`could not convert rules: expected ${name}`);
    return problems;
  });
}

function resultProblems(results: readonly Json[], checkoutUri: string | undefined): readonly string[] {
  if (results.length > SARIF_LIMITS.results) return [tooMany("results per run", results.length, SARIF_LIMITS.results)];
  return results.flatMap((result) => {
    const { locations, message } = result ?? {};
    if (typeof message?.text !== "string" || message.text === "") return ["expected a message"];
    if (!Array.isArray(locations) || locations.length === 0)
      return ["locationFromSarifResult: expected at least one location"];
    if (locations.length > SARIF_LIMITS.locations)
      return [tooMany("locations per result", locations.length, SARIF_LIMITS.locations)];
    const uri = locations[0]?.physicalLocation?.artifactLocation?.uri;
    if (typeof uri !== "string" || uri === "") return ["locationFromSarifResult: expected artifact location"];
    return uriProblems(uri, checkoutUri);
  });
}

function uriProblems(uri: string, checkoutUri: string | undefined): readonly string[] {
  if (/[\s<>"{}|\\^`]|%(?![0-9a-f]{2})/i.test(uri)) return ["an invalid URI was provided as a SARIF location"];
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(uri)?.[1];
  const expected = /^([a-z][a-z0-9+.-]*):/i.exec(checkoutUri ?? "")?.[1];
  return scheme === undefined || expected === undefined || scheme === expected
    ? []
    : [`SARIF URI scheme "${scheme}" did not match the checkout URI scheme "${expected}"`];
}

function tooMany(what: string, count: number, allowed: number): string {
  return `rejecting SARIF, as there are more ${what} than allowed (${count} > ${allowed})`;
}
