import { prose } from "@jessy-actions/kit/report/prose";
import { count } from "@jessy-actions/kit/report/quantity";
import type { Block, Inline, Line } from "@jessy-actions/kit/report/report";
import { shortened } from "@jessy-actions/security/sarif/shortened";
import type { IgnoreEntryResult, Result, SuppressedResult } from "../result.ts";
import type { Extent } from "./extent.ts";
import { placeLine } from "./place.ts";
import { WEIGHT } from "./weights.ts";

/** Entries that an alert names. */
const NAMED = 5;
/** UTF-16 units of an id or of what somebody wrote as a reason. */
const TEXT_MAX = 200;

/** What a change does to its own scan: a reviewer should see it first, since it is in no number. */
export function proposalAlerts({ ignoreFiles: { proposed, proposals } }: Result): Block[] {
  const named = proposed.slice(0, NAMED).flatMap((entry, at) => [at === 0 ? " " : ", ", ...entryInlines(entry)]);
  const more = proposed.length > NAMED ? ` and ${count(proposed.length - NAMED)} more` : "";
  const rule = `This change adds or prolongs ${entries(proposed.length)}, which ${proposed.length === 1 ? "does" : "do"} not count for it:`;
  return [
    ...(proposed.length === 0 ? [] : [alert([rule, ...named, `${more}.`])]),
    ...proposals.slice(0, NAMED).map((proposal) => alert(prose(proposal))),
    ...(proposals.length > NAMED ? [alert(`It does so in ${count(proposals.length - NAMED)} more ways.`)] : []),
  ];
}

const alert = (text: Line): Block => ({ kind: "alert", level: "warning", text });

/** Entries that somebody should look after: they no longer count, end soon, or do nothing. */
export function entryLists({ ignoreFiles: { expired, expiring, unused } }: Result, { entries: most }: Extent): Block[] {
  return [
    ...entryList(expired, most, "expired: what they ignored counts again"),
    ...entryList(expiring, most, "will expire soon"),
    ...entryList(unused, most, "matched nothing and can go"),
  ];
}

function entryList(all: readonly IgnoreEntryResult[], most: number, words: string): Block[] {
  if (all.length === 0) return [];
  const left = all.length - most;
  const items: Line[] = all.slice(0, most).map(entryInlines);
  return [
    {
      kind: "details",
      summary: [{ strong: entries(all.length) }, ` ${words}`],
      blocks: [
        {
          kind: "list",
          items: left > 0 ? [...items, `and ${count(left)} more`] : items,
          noun: "entries",
          weight: WEIGHT.entries,
        },
      ],
    },
  ];
}

/** What was found and does not count, with the entry that says so. */
export function suppressedTable(result: Result, { suppressed: most }: Extent): Block[] {
  const { suppressed } = result;
  if (suppressed.length === 0 || most === 0) return [];
  const left = suppressed.length - most;
  return [
    {
      kind: "details",
      summary: [
        { strong: `${count(suppressed.length)} ignored` },
        ` by ignore files and comments, read from ${result.ignoreFiles.from}`,
      ],
      blocks: [
        {
          kind: "table",
          columns: [{ header: "Finding" }, { header: "Where" }, { header: "Ignored by" }],
          rows: suppressed.slice(0, most).map((one) => suppressedRow(one, result)),
          noun: "ignored findings",
          weight: WEIGHT.suppressed,
        },
        ...(left > 0 ? [{ kind: "paragraph", text: `${count(left)} more: the result file has all.` } as const] : []),
      ],
    },
  ];
}

function suppressedRow({ finding, entry, statement }: SuppressedResult, result: Result): Line[] {
  const reason = statement === undefined || statement === "" ? "" : `: ${shortened(statement, TEXT_MAX)}`;
  const by: readonly Inline[] = entry === null ? ["a comment in the file"] : entryInlines(entry);
  const affected: readonly Inline[] =
    finding.package === undefined
      ? []
      : [" ", { code: shortened(finding.package.name, TEXT_MAX) }, ` ${shortened(finding.package.version, TEXT_MAX)}`];
  return [
    [`${finding.severity} `, { strong: shortened(finding.id, TEXT_MAX) }, ...affected],
    placeLine(result, finding.place),
    [...by, reason],
  ];
}

function entryInlines({ id, file, line, expires }: IgnoreEntryResult): readonly Inline[] {
  return [
    { code: shortened(id, TEXT_MAX) },
    " in ",
    { code: `${file}:${line}` },
    ...(expires === undefined ? [] : [` until ${expires}`]),
  ];
}

const entries = (number: number): string => (number === 1 ? "1 ignore entry" : `${count(number)} ignore entries`);
