import type { Finding, FindingPlace } from "../findings/finding.ts";
import type { Escapes } from "./escapes.ts";
import { MESSAGE_MAX } from "./limits.ts";
import { plainText } from "./plain-text.ts";
import type { SarifEntry } from "./sarif-entry.ts";
import { type SarifRule, titleOf } from "./sarif-rule.ts";
import { levelOf } from "./security-severity.ts";
import { shortened } from "./shortened.ts";

/** Versions with the fix that a message names. */
const FIXES_SHOWN = 3;

/** A result as SARIF has it. @param fingerprint which GitHub tells alerts apart by. */
export function resultDocument(entry: SarifEntry, rule: SarifRule, fingerprint: string, escapes: Escapes): object {
  const { finding, severity, uri, suppressed } = entry;
  return {
    ruleId: rule.id,
    ruleIndex: rule.index,
    level: levelOf(severity),
    message: { text: messageText(entry, escapes) },
    // GitHub uses the first location alone.
    locations: [{ physicalLocation: { artifactLocation: { uri }, region: region(finding.place) } }],
    partialFingerprints: { primaryLocationLineHash: fingerprint },
    ...(suppressed !== undefined && {
      suppressions: [
        {
          kind: suppressed.kind,
          status: "accepted",
          ...(suppressed.justification !== undefined && {
            justification: plainText(suppressed.justification, MESSAGE_MAX, escapes),
          }),
        },
      ],
    }),
  };
}

/** GitHub shows the first sentence where there is little room. A secret's own line is never in it. */
function messageText(entry: SarifEntry, escapes: Escapes): string {
  const { finding } = entry;
  const { package: affected, kind, detail } = finding;
  const title = shortened(titleOf(entry), MESSAGE_MAX / 2);
  const subject = affected === undefined ? "" : `${affected.name} ${affected.version}`.trim();
  const about = kind === "misconfiguration" && detail !== undefined && detail !== "" ? ` (${detail})` : "";
  const text = `${subject === "" ? "" : `${subject}: `}${title}${about}${fixText(finding)}`;
  return plainText(text, MESSAGE_MAX, escapes);
}

function fixText({ kind, package: affected }: Finding): string {
  if (affected === undefined || kind === "license" || kind === "end-of-life") return "";
  const { fixedVersions } = affected;
  if (fixedVersions.length === 0) return kind === "vulnerability" ? ". No fixed version is known." : "";
  return `. Fixed in ${fixedVersions.slice(0, FIXES_SHOWN).join(", ")}.`;
}

/** A finding about a whole file is shown at its first line. */
function region({ startLine, endLine }: FindingPlace): object {
  const start = isLine(startLine) ? startLine : 1;
  return { startLine: start, startColumn: 1, endLine: isLine(endLine) && endLine > start ? endLine : start };
}

/** Lines are 32-bit numbers where GitHub stores them. */
function isLine(line: number | undefined): line is number {
  return line !== undefined && Number.isInteger(line) && line >= 1 && line < 2 ** 31;
}
