import type { Finding, FindingKind } from "../findings/finding.ts";
import type { Severity } from "../findings/severity.ts";
import type { Escapes } from "./escapes.ts";
import { DESCRIPTION_MAX, RULE_ID_MAX, TAGS_KEPT } from "./limits.ts";
import { plainText } from "./plain-text.ts";
import { type SarifEntry, scoreOf } from "./sarif-entry.ts";
import { levelOf, securitySeverity } from "./security-severity.ts";
import { shortened } from "./shortened.ts";

/** What several results of a run share. */
export interface SarifRule {
  readonly id: string;
  readonly index: number;
  /** The first of its results, whose words describe it. */
  readonly example: SarifEntry;
  /** The highest of its results. */
  readonly score: number | undefined;
}

/** What a kind is called where its findings share one rule, or have no title. */
const KINDS: Readonly<Record<FindingKind, string>> = {
  vulnerability: "Known vulnerability",
  misconfiguration: "Misconfiguration",
  secret: "Secret in a file",
  license: "Licence",
  unmaintained: "Unmaintained package",
  unsound: "Unsound package",
  notice: "Notice about a package",
  yanked: "Yanked version",
  "end-of-life": "Operating system without fixes",
};

/** Kinds whose title speaks of one package, and whose rule must not. */
const NAMED_BY_KIND: readonly FindingKind[] = ["license", "yanked", "end-of-life"];

/**
 * The rules of a run and which result has which. GitHub reads a severity from the rule, so an id whose findings have
 * several severities becomes several rules: the worst keeps the id, the others add theirs, as in `CVE-2026-1:low`.
 */
export class SarifRules {
  readonly #rules = new Map<string, SarifRule & { score: number | undefined }>();

  /** @param entries worst first. */
  constructor(entries: readonly SarifEntry[]) {
    const worst = new Map<string, Severity>();
    for (const entry of entries) {
      const { ruleId, severity } = entry;
      if (!worst.has(ruleId)) worst.set(ruleId, severity);
      const key = keyOf(entry);
      const score = scoreOf(entry);
      const known = this.#rules.get(key);
      if (known !== undefined) known.score = highest(known.score, score);
      else {
        const id = worst.get(ruleId) === severity ? ruleId : `${ruleId}:${severity}`;
        this.#rules.set(key, { id, index: this.#rules.size, example: entry, score });
      }
    }
  }

  of(entry: SarifEntry): SarifRule {
    return this.#rules.get(keyOf(entry))!;
  }

  [Symbol.iterator](): Iterator<SarifRule> {
    return this.#rules.values();
  }
}

/** A rule as SARIF has it (`reportingDescriptor`). */
export function ruleDocument({ id, example, score }: SarifRule, escapes: Escapes): object {
  const { finding, severity } = example;
  const title = ruleTitle(example);
  const plainTitle = plainText(title, DESCRIPTION_MAX, escapes);
  const shown = securitySeverity(severity, score);
  const names = present(...finding.aliases.map((name) => name.trim())).slice(0, TAGS_KEPT);
  const plainNames = names.map((name) => plainText(name, RULE_ID_MAX, escapes));
  const codeNames = names.map((name) => escapes.code(shortened(name, RULE_ID_MAX)));
  const grade = `Severity: ${severity}${shown === undefined || score === undefined ? "" : ` (CVSS ${score.toFixed(1)})`}.`;
  const facts = present(grade, alsoKnownAs(plainNames));
  const url = helpUri(finding);
  // GitHub shows the title above it.
  const paragraphs = present(
    grade,
    alsoKnownAs(codeNames),
    url === undefined
      ? ""
      : `[More about ${escapes.markdown(shortened(finding.id, RULE_ID_MAX))}](${escapes.link(url)})`,
  );
  return {
    id,
    shortDescription: { text: plainTitle },
    fullDescription: { text: shortened(`${sentence(plainTitle)} ${facts.join(" ")}`, DESCRIPTION_MAX) },
    defaultConfiguration: { level: levelOf(severity) },
    ...(url !== undefined && { helpUri: url }),
    help: { text: facts.join("\n"), markdown: paragraphs.join("\n\n") },
    properties: {
      tags: [
        ...["security", finding.kind, ecosystemOf(finding)].map((tag) => plainText(tag, RULE_ID_MAX, escapes)),
        ...plainNames,
      ]
        .filter((tag, at, all) => tag !== "" && all.indexOf(tag) === at)
        .slice(0, TAGS_KEPT),
      precision: "high",
      // Without a score GitHub takes the rule for one of quality, which has a word instead.
      ...(shown === undefined ? { "problem.severity": "warning" } : { "security-severity": shown }),
    },
  };
}

/** What an address usually is: nothing in it has to be encoded. */
const PLAIN_URL = /^https:\/\/[a-z0-9.-]+\/[\w./?&=+-]*$/;

/** @returns undefined for what is no address. */
function helpUri({ url }: Finding): string | undefined {
  return url === undefined || PLAIN_URL.test(url) ? url : URL.parse(url)?.href;
}

const alsoKnownAs = (names: readonly string[]): string =>
  names.length === 0 ? "" : `Also known as ${names.join(", ")}.`;

const ecosystemOf = ({ package: affected }: Finding): string => affected?.ecosystem ?? "";

/** Never empty: GitHub rejects a file whose required texts are. */
export function titleOf({ finding: { title, id, kind } }: SarifEntry): string {
  return title.trim() || id.trim() || KINDS[kind];
}

function ruleTitle(entry: SarifEntry): string {
  const { kind, id } = entry.finding;
  if (!NAMED_BY_KIND.includes(kind)) return titleOf(entry);
  return kind === "license" && id.trim() !== "" ? `${KINDS[kind]}: ${id}` : KINDS[kind];
}

/** What a finding's rule is called. */
export function ruleIdOf({ id, kind }: Finding): string {
  return shortened(id.trim() || kind, RULE_ID_MAX);
}

function keyOf({ severity, ruleId }: SarifEntry): string {
  return `${severity}/${ruleId}`;
}

function highest(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined ? b : b === undefined ? a : Math.max(a, b);
}

const present = (...texts: readonly string[]): readonly string[] => texts.filter((text) => text !== "");

const sentence = (text: string): string => (".!?…".includes(text.slice(-1)) ? text : `${text}.`);
