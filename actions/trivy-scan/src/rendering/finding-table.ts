import { MARK } from "@jessy-actions/kit/report/mark";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Inline, Line } from "@jessy-actions/kit/report/report";
import type { Finding, FindingKind, FindingPlace } from "@jessy-actions/security/findings/finding";
import type { Reach } from "@jessy-actions/security/findings/reach";
import { shortened } from "@jessy-actions/security/sarif/shortened";
import type { JudgedFinding } from "../result.ts";
import { type Flaw, flawsOf } from "./flaws.ts";
import { placeLine, type Whereabouts } from "./place.ts";

/** UTF-16 units of a title: a row is to fit on a screen, and its link leads to the rest. */
const TITLE_MAX = 140;
/** Of a name, a version or a resource: they come from lock files that anybody writes. */
const NAME_MAX = 120;
const FIXES_SHOWN = 2;

/** What a kind is called before its title; a vulnerability is what people expect. */
const KIND_WORDS: Readonly<Record<FindingKind, string>> = {
  vulnerability: "",
  misconfiguration: "misconfiguration",
  secret: "secret",
  license: "licence",
  unmaintained: "unmaintained",
  unsound: "unsound",
  notice: "notice",
  yanked: "yanked",
  "end-of-life": "end of life",
};

const REACHES: Readonly<Record<Reach, string>> = {
  called: "called by this program",
  imported: "imported, not called",
  required: "required, not imported",
};

export interface FindingRows {
  /** What stands before the severity. */
  readonly mark: string;
  readonly noun: string;
  readonly weight: number;
  /** Rows that are shown, and where the others are. */
  readonly most: number;
  readonly rest: string;
}

/** Findings as a table, a row for each flaw, and how many rows are left out. */
export function findingTable(
  findings: readonly (Finding & Partial<JudgedFinding>)[],
  result: Whereabouts,
  { mark, noun, weight, most, rest }: FindingRows,
): Block[] {
  const flaws = flawsOf(findings);
  const left = flaws.length - most;
  const columns = [{ header: "Result" }, { header: "Finding" }, { header: "Where" }];
  const rows = flaws.slice(0, most).map((flaw) => row(flaw, mark, result));
  return [
    { kind: "table", columns, rows, noun: `${noun}s`, weight },
    ...(left > 0 ? [{ kind: "paragraph", text: `and ${counted(left, `more ${noun}`)}, which ${rest}` } as const] : []),
  ];
}

function row({ finding, places }: Flaw, mark: string, result: Whereabouts): readonly Line[] {
  const verdict = `${mark}\u00a0${finding.severity}`;
  return [
    finding.fails === true ? { strong: verdict } : verdict,
    findingLine(finding),
    [...packageInlines(finding), ...placeInlines(result, places)],
  ];
}

/** Its name with a link, then what it is, then what makes it urgent. A secret's own line is never in it. */
function findingLine(finding: Finding & Partial<JudgedFinding>): Line {
  const { id, url, title, kind, detail, exploited, probability, reach } = finding;
  const name = shortened(id, NAME_MAX);
  const said = [KIND_WORDS[kind], title === id ? "" : shortened(title, TITLE_MAX)].filter((text) => text !== "");
  const resource: readonly Inline[] =
    detail === undefined || detail === "" || kind === "secret"
      ? []
      : [" (", { code: shortened(detail, NAME_MAX) }, ")"];
  return [
    url?.startsWith("https://") === true ? { link: { text: name, href: url } } : { strong: name },
    said.length === 0 ? "" : ` ${said.join(": ")}`,
    ...resource,
    ...(exploited === true ? [" · ", { strong: `${MARK.warning} exploited` }] : []),
    ...(probability !== undefined && probability >= 0.01
      ? [` · EPSS\u00a0${Math.floor(probability * 100)}\u00a0%`]
      : []),
    ...(reach === undefined ? [] : [` · ${REACHES[reach]}`]),
  ];
}

/** What is affected, and the versions that are not. */
function packageInlines({ kind, package: affected }: Finding): readonly Inline[] {
  if (affected === undefined) return [];
  const { name, version, fixedVersions } = affected;
  const shown = fixedVersions.slice(0, FIXES_SHOWN).map((fixed) => shortened(fixed, NAME_MAX));
  const more = fixedVersions.length > FIXES_SHOWN ? ` or ${counted(fixedVersions.length - FIXES_SHOWN, "other")}` : "";
  const fix = shown.length > 0 ? ` → ${shown.join(" or ")}${more}` : kind === "vulnerability" ? ", no fix yet," : "";
  return [{ code: shortened(name, NAME_MAX) }, ` ${shortened(version, NAME_MAX)}${fix} in `];
}

function placeInlines(result: Whereabouts, [first, ...others]: readonly FindingPlace[]): readonly Inline[] {
  const more = others.length === 0 ? [] : [` and ${counted(others.length, "more place")}`];
  return [...placeLine(result, first!), ...more];
}
