import { count, counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Inline, Line } from "@jessy-actions/kit/report/report";
import type { DatabaseResult, Result, TargetResult } from "../result.ts";
import type { TargetKind } from "../targets/target.ts";
import { ageText, timeText } from "./age.ts";
import { repositoryUrl } from "./place.ts";
import { WEIGHT } from "./weights.ts";

const KINDS: Readonly<Record<TargetKind, string>> = {
  fs: "files",
  config: "configuration",
  sbom: "SBOM",
  image: "image",
  "image-archive": "image archive",
  "oci-layout": "OCI layout",
};

/** Trivy's classes in the words of people. */
const CLASSES: Readonly<Record<string, string>> = {
  "os-pkgs": "system",
  "lang-pkgs": "lock file",
  config: "configuration file",
  secret: "file with secrets",
  license: "place with licences",
  "license-file": "licence file",
};

const BASES: Readonly<Record<TargetResult["base"], string>> = {
  scanned: "scanned too",
  unchanged: "nothing of it changed: scanned once",
  failed: "not readable",
  none: "none",
};

/** What was scanned, and by what: everything that another person needs to get the same answer. */
export function provenance(result: Result): Block[] {
  const { targets } = result;
  const scanned: Block[] =
    targets.length === 0
      ? []
      : [
          {
            kind: "table",
            columns: [{ header: "Target" }, { header: "Kind" }, { header: "Looked at" }, { header: "Base" }],
            rows: targets.map(targetRow),
            noun: "targets",
            weight: WEIGHT.scanned,
          },
        ];
  const items: Line[] = [
    comparisonLine(result),
    toolLine(result),
    result.network === "namespace"
      ? "The scans had no network."
      : "The scans ran with a proxy that leads nowhere: this runner allows no network namespace.",
    ...result.databases.map((database) => databaseLine(database, result.time)),
    ...lockLines(result),
  ];
  return [
    {
      kind: "details",
      summary: [
        { strong: "How it was scanned" },
        ": ",
        counted(targets.length, "target"),
        `, Trivy ${result.tool.version}`,
      ],
      blocks: [...scanned, { kind: "list", items, noun: "facts", weight: WEIGHT.scanned }],
    },
  ];
}

/** The same in one line, for a comment. */
export function provenanceLine(result: Result): Block {
  const dated = result.databases.filter(({ updatedAt }) => updatedAt !== null);
  const databases = dated.map(({ name, updatedAt }) => `${name} ${timeText(Date.parse(updatedAt!))}`);
  return {
    kind: "paragraph",
    text: {
      emphasis: [...comparisonLine(result), ` Trivy ${[result.tool.version, ...databases].join(", ")}.`],
    },
  };
}

function comparisonLine(result: Result): readonly Inline[] {
  const { comparison } = result;
  if (comparison.state === "none") return [`Compared with nothing: ${comparison.reason}.`];
  const { base, reason } = comparison;
  const href = `${repositoryUrl(result)}/commit/${encodeURIComponent(base)}`;
  return ["Compared with ", { link: { text: { code: base.slice(0, 10) }, href } }, `: ${reason}.`];
}

function targetRow({ name, kind, state, base, scanned, digest }: TargetResult): Line[] {
  const classes = Object.entries(scanned).map(([each, number]) => counted(number, CLASSES[each] ?? each));
  const looked = state === "failed" ? [{ strong: "not scanned" }] : [classes.join(", ") || "nothing"];
  const whole: readonly Inline[] =
    digest === null ? [] : [" ", { code: digest.replace(/^(sha\d+:[0-9a-f]{12})[0-9a-f]+$/, "$1") }];
  return [[{ code: name }, ...whole], KINDS[kind], looked, BASES[base]];
}

function toolLine({ tool: { version, origin, sha256 } }: Result): Line {
  const verified: Readonly<Record<string, string>> = {
    downloaded: "downloaded, its digest verified",
    cached: "from the cache, its digest verified again",
    installed: "was on the runner, and nobody verified it",
  };
  return [`Trivy ${version}: ${verified[origin] ?? origin}. SHA-256 of the program `, { code: sha256 }, "."];
}

function databaseLine({ name, version, updatedAt, origin }: DatabaseResult, now: number): Line {
  const time = updatedAt === null ? Number.NaN : Date.parse(updatedAt);
  const age = Number.isNaN(time) ? "of unknown age" : `of ${timeText(time)}, ${ageText(time, now)}`;
  return [{ code: name }, ` ${age}, from ${origin}`, ...(version === null ? [] : [" ", { code: version }]), "."];
}

/** Locks that were matched against RustSec. */
function lockLines({ locks }: Result): Line[] {
  if (locks.length === 0) return [];
  const judged = locks.reduce((sum, lock) => sum + lock.judged, 0);
  const others = locks.reduce((sum, lock) => sum + lock.notJudged, 0);
  const files = locks.slice(0, 10).flatMap(({ file }, at): readonly Inline[] => [at === 0 ? "" : ", ", { code: file }]);
  const more = locks.length > 10 ? ` and ${count(locks.length - 10)} more` : "";
  return [
    [
      `RustSec: ${counted(judged, "package")} of crates.io matched in `,
      ...files,
      `${more}${others === 0 ? "." : `; ${count(others)} of other sources are not matched.`}`,
    ],
  ];
}
