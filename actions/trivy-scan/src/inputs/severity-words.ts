import { quote } from "@jessy-actions/kit/runner/inputs";
import { nearest } from "@jessy-actions/reading/nearest";
import { SEVERITIES, type Severity } from "@jessy-actions/security/findings/severity";

/** What other tools call ours. */
const OTHER_NAMES: Readonly<Record<string, Severity>> = { moderate: "medium", important: "high", negligible: "low" };

const LIST = `some of ${SEVERITIES.join(", ")}`;

/**
 * Severities between commas and blanks, in any case, or `any` or `none` alone; worst first, each once. A problem is
 * what was found, and what to write.
 */
export function severityWords(
  text: string,
): { readonly severities: readonly Severity[] } | { readonly found: string; readonly expected: string } {
  const words = text.split(/[\s,]+/).filter((word) => word !== "");
  const lower = words.map((word) => word.toLowerCase());
  if (words.length === 0) return { found: text, expected: `${LIST}, or \`any\` or \`none\`` };
  for (const [at, word] of lower.entries()) {
    if (word === "any" || word === "none") {
      if (words.length > 1) return { found: text, expected: `\`${word}\` alone, or leave it out` };
      return { severities: word === "any" ? SEVERITIES : [] };
    }
    if ((SEVERITIES as readonly string[]).includes(word)) continue;
    const near = Object.hasOwn(OTHER_NAMES, word) ? OTHER_NAMES[word] : nearest(word, [...SEVERITIES, "any", "none"]);
    return { found: words[at]!, expected: near === undefined ? LIST : `${quote(near)} (${LIST})` };
  }
  return { severities: SEVERITIES.filter((severity) => lower.includes(severity)) };
}
