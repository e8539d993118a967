import { type InputReader, quote } from "@jessy-actions/kit/runner/inputs";
import { nearest } from "@jessy-actions/reading/nearest";
import type { FindingKind } from "@jessy-actions/security/findings/finding";
import { SEVERITIES, type Severity } from "@jessy-actions/security/findings/severity";
import { severityWords } from "./severity-words.ts";

export type FailOn = Readonly<Record<FindingKind, readonly Severity[]>>;

const WORST: readonly Severity[] = ["critical", "high"];

/** As action.yml has it. Its keys are all kinds there are. */
const DEFAULT: FailOn = {
  vulnerability: WORST,
  misconfiguration: WORST,
  secret: SEVERITIES,
  license: WORST,
  "end-of-life": SEVERITIES,
  unmaintained: [],
  unsound: [],
  notice: [],
  yanked: [],
};

const KINDS = Object.keys(DEFAULT) as readonly FindingKind[];

/** What other tools, and Trivy's scanners, call our kinds. */
const OTHER_NAMES: Readonly<Record<string, FindingKind>> = {
  vuln: "vulnerability",
  vulns: "vulnerability",
  vulnerabilities: "vulnerability",
  misconfig: "misconfiguration",
  misconfigs: "misconfiguration",
  misconfigurations: "misconfiguration",
  config: "misconfiguration",
  secrets: "secret",
  licence: "license",
  licenses: "license",
  eol: "end-of-life",
  eosl: "end-of-life",
};

/**
 * Reads `fail-on`: a list for every kind, or `kind=list` lines, where a kind without a line keeps its default: nobody
 * turns a gate off by not mentioning it.
 */
export function readFailOn(reader: InputReader): FailOn {
  const lines = reader.list("fail-on");
  if (lines.length === 0) return DEFAULT;
  if (!lines.some((line) => /[=:]/.test(line))) {
    const severities = readList(reader, lines.join(","), "");
    return Object.fromEntries(KINDS.map((kind) => [kind, severities])) as FailOn;
  }
  const failOn = { ...DEFAULT };
  const seen = new Set<FindingKind>();
  for (const line of lines) {
    const [, word = "", sign, list = ""] = /^([^=:]*)([=:])(.*)$/s.exec(line) ?? [];
    if (sign === undefined) {
      reader.problem("fail-on", `has the line ${quote(line)} beside lines of one kind; write \`kind=${line}\``);
      continue;
    }
    const kind = KINDS.find((each) => each === word.trim());
    if (kind === undefined) {
      reader.problem("fail-on", `has the line ${quote(line)}; write ${kindAdvice(word.trim())}`);
    } else if (sign === ":" || /[=:]/.test(list)) {
      reader.problem(
        "fail-on",
        `has the line ${quote(line)}; write one \`kind=list\` a line, such as \`${kind}=high\``,
      );
    } else if (seen.has(kind)) {
      reader.problem("fail-on", `has \`${kind}\` twice; keep one line`);
    } else {
      seen.add(kind);
      failOn[kind] = readList(reader, list, `${kind}=`);
    }
  }
  return failOn;
}

function readList(reader: InputReader, text: string, head: string): readonly Severity[] {
  const read = severityWords(text);
  if ("severities" in read) return read.severities;
  const found = read.found === text ? `${head}${text.trim()}` : read.found;
  reader.problem("fail-on", `has ${quote(found)}; write ${read.expected}`);
  return [];
}

function kindAdvice(word: string): string {
  const lower = word.toLowerCase();
  const near = Object.hasOwn(OTHER_NAMES, lower) ? OTHER_NAMES[lower] : nearest(lower, KINDS);
  return near === undefined ? `one of ${KINDS.join(", ")} before the \`=\`` : `\`${near}=…\``;
}
