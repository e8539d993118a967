import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Annotation, Block, Line, Report, ResultFile } from "@jessy-actions/kit/report/report";
import type { Step } from "./publishing/steps.ts";
import type { Result } from "./result.ts";
import type { Check } from "./verification/check.ts";

/** What is cut first when a place is too small: the higher, the sooner. */
const WEIGHT = { checks: 1, steps: 2, assets: 3, notes: 4 } as const;

/** More assets are folded away. */
const MAX_OPEN_ASSETS = 10;

/** The report of a result, before or after it was carried out. Pure. */
export function render(result: Result): Report {
  return {
    title: result.dryRun ? "Release (dry run)" : "Release",
    summary: [
      ...failure(result),
      ...address(result),
      ...result.warnings.map((warning): Block => ({ kind: "alert", level: "warning", text: prose(warning) })),
      checks(result),
      ...steps(result),
      ...assets(result),
      ...notes(result),
    ],
    annotations: annotations(result),
    outputs: outputs(result),
    files: files(result),
  };
}

function outputs({ tag, version, previousTag, release }: Result): Report["outputs"] {
  return {
    tag,
    version,
    "previous-tag": previousTag ?? "",
    "release-id": release === null ? "" : String(release.id),
    url: release?.url ?? "",
    "upload-url": release?.uploadUrl ?? "",
    assets: JSON.stringify(Object.fromEntries((release?.assets ?? []).map(({ name, url }) => [name, url]))),
  };
}

/** What went wrong, what is left on GitHub, and how to go on. */
function failure(result: Result): Block[] {
  if (result.failure === null) return [];
  const text = [...prose(result.failure), `. ${leftovers(result)}. Run the job again: it goes on from there.`];
  return [{ kind: "alert", level: "caution", text }];
}

function leftovers({ release, assets, steps }: Result): string {
  if (release === null) return "No release and no draft was left behind";
  if (!release.draft) return "The published release stays as it is";
  const isUploaded = (name: string) =>
    steps.some(({ kind, message }) => (kind === "upload" || kind === "keep") && message.startsWith(`\`${name}\``));
  const uploaded = assets.filter(({ name }) => isUploaded(name)).length;
  return `A draft is left, with ${uploaded} of ${counted(assets.length, "file")}; only people who can write to the repository see it`;
}

function address({ release, repository, tag }: Result): Block[] {
  if (release === null) return [];
  const link: Line = { link: { text: `${repository} ${tag}`, href: release.url } };
  return [{ kind: "paragraph", text: release.immutable ? [link, ", immutable"] : link }];
}

/** The worst first. */
const STATES = [
  ["fail", `${MARK.fail} fail`],
  ["unknown", `${MARK.unknown} unknown`],
  ["warning", `${MARK.warning} warning`],
  ["pass", `${MARK.pass} pass`],
] as const satisfies readonly (readonly [Check["state"], string])[];

function checks({ checks: all }: Result): Block {
  const rows = STATES.flatMap(([state, mark]) =>
    all
      .filter((check) => check.state === state)
      .map((check): Line[] => {
        const isBad = state === "fail" || state === "unknown";
        const name = `${mark}: ${check.subject}`;
        return [isBad ? { strong: name } : name, finding(check)];
      }),
  );
  const columns = [{ header: "Check" }, { header: "Found" }];
  return { kind: "table", columns, rows, noun: "checks", weight: WEIGHT.checks };
}

function finding({ state, message, file, line }: Check): Line {
  if (state !== "fail" || file === undefined || line === undefined) return prose(message);
  return [...prose(message), ` (line ${line})`];
}

const STEP_WORDS: Readonly<Record<Step["kind"], string>> = {
  create: "Create",
  update: "Update",
  upload: "Upload",
  delete: "Delete",
  publish: "Publish",
  "move-tag": "Move tag",
  keep: "Keep",
};

function steps({ state, steps: list }: Result): Block[] {
  if (state === "refused" || list.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: state === "planned" ? "What would be done" : "What was done" },
    {
      kind: "list",
      items: list.map(({ kind, message }): Line => [{ strong: STEP_WORDS[kind] }, ": ", ...prose(message)]),
      noun: "steps",
      weight: WEIGHT.steps,
    },
  ];
}

function assets({ assets: all }: Result): Block[] {
  if (all.length === 0) return [];
  const rows = all.map(({ name, size, url }): Line[] => [
    url === null ? { code: name } : { link: { text: { code: name }, href: url } },
    sizeText(size),
  ]);
  const columns = [{ header: "Asset" }, { header: "Size", align: "right" }] as const;
  // In the form of `sha256sum`, so that it can be copied to a check.
  const sums = all.map(({ name, sha256 }) => `${sha256}  ${name}`).join("\n");
  return [
    {
      kind: "details",
      summary: { strong: counted(all.length, "asset") },
      open: all.length <= MAX_OPEN_ASSETS,
      blocks: [{ kind: "table", columns, rows, noun: "assets", weight: WEIGHT.assets }],
    },
    {
      kind: "details",
      summary: "SHA-256 of each asset",
      blocks: [{ kind: "code", language: "text", text: sums, weight: WEIGHT.assets }],
    },
  ];
}

/** As text: whatever commits or a changelog hold is shown, and does nothing here. */
function notes({ notes: { text, sources }, plan }: Result): Block[] {
  if (plan.notes === "") return [];
  const summary: Line = [{ strong: "Notes" }, ` from ${sources.join(", ")}, ${counted(text.length, "character")}`];
  const blocks: Block[] = [{ kind: "code", language: "markdown", text: plan.notes, weight: WEIGHT.notes }];
  return [{ kind: "details", summary, blocks }];
}

function annotations({ checks: all }: Result): Annotation[] {
  return all
    .filter(({ state }) => state === "fail" || state === "unknown")
    .map(({ state, subject, message, file, line }) => ({
      level: state === "fail" ? "error" : "warning",
      title: `Release: ${subject}`,
      message,
      ...(file !== undefined && { file }),
      ...(line !== undefined && { startLine: line }),
    }));
}

function files(result: Result): ResultFile[] {
  const { checksums, notes: written } = result;
  return [
    { name: "result.json", content: `${JSON.stringify(result, undefined, 2)}\n`, output: "result-file" },
    { name: "notes.md", content: `${written.text}\n`, output: "notes-file" },
    ...(checksums === null ? [] : [{ name: "SHA256SUMS", content: checksums, output: "checksums-file" }]),
  ];
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}
