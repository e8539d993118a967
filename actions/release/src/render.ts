import { prose } from "@jessy-actions/kit/report/prose";
import type { Annotation, Block, Line, Report, ResultFile, Verdict } from "@jessy-actions/kit/report/report";
import type { Plan, Step } from "./publishing/plan.ts";
import { type ReleaseState, resultOf, stateOf } from "./result.ts";

/** The report of a plan, or of what became of it. Pure. */
export function render(plan: Plan): Report {
  const state = stateOf(plan);
  const headline = headlineOf(plan, state);
  const result = resultOf(plan, headline);
  const release = plan.outcome?.release;
  return {
    verdict: verdictOf(plan, state),
    title: plan.dryRun ? "Release (dry run)" : "Release",
    headline,
    summary: [
      ...consequence(plan, state),
      ...checks(plan),
      ...steps(plan),
      ...warnings(plan),
      ...assets(plan),
      ...notes(plan),
    ],
    annotations: annotations(plan),
    outputs: {
      tag: plan.tag.text,
      version: result.version,
      "previous-tag": plan.previousTag ?? "",
      "release-id": release === undefined ? "" : String(release.id),
      url: release?.html_url ?? "",
      "upload-url": release?.upload_url ?? "",
      assets: JSON.stringify(
        Object.fromEntries((release?.assets ?? []).map((asset) => [asset.name, asset.browser_download_url])),
      ),
    },
    files: files(plan, `${JSON.stringify(result, undefined, 2)}\n`),
    fails: state === "refused" || state === "failed",
  };
}

function verdictOf({ checks }: Plan, state: ReleaseState): Verdict {
  if (state === "refused") return "fail";
  if (state === "failed") return "broken";
  return checks.some((check) => check.state === "unknown") ? "inconclusive" : "pass";
}

function headlineOf(plan: Plan, state: ReleaseState): string {
  const { tag, assets: planned, latest, prerelease, outcome, draft } = plan;
  const count = outcome?.release?.assets.length ?? planned.length;
  const withAssets = `with ${count === 0 ? "no" : count} ${count === 1 ? "asset" : "assets"}`;
  const as = prerelease ? " as a prerelease" : latest.isLatest ? " as the latest" : "";
  switch (state) {
    case "refused": {
      const bad = plan.checks.filter(({ state: each }) => each === "fail" || each === "unknown").length;
      return `${plan.dryRun ? `Dry run: ${tag.text} would not be released` : `${tag.text} is not released`}: ${bad} ${bad === 1 ? "check fails" : "checks fail"}, and nothing was changed`;
    }
    case "planned": {
      const unknown = plan.checks.filter((check) => check.state === "unknown").length;
      const but = unknown === 0 ? "" : `; ${unknown} ${unknown === 1 ? "thing" : "things"} could not be known`;
      const isThere = plan.steps.every(({ kind }) => kind === "keep");
      const what = isThere
        ? "nothing would change"
        : draft
          ? `${tag.text} would become a draft, ${withAssets}`
          : `${tag.text} would be published${as}, ${withAssets}`;
      return `Dry run: ${what}${but}`;
    }
    case "drafted":
      return `${tag.text} is a draft, ${withAssets}`;
    case "published":
      return `${tag.text} is published${outcome?.release?.prerelease === true ? " as a prerelease" : as}, ${withAssets}`;
    case "unchanged":
      return `${tag.text} stands as it should, ${withAssets}: nothing was changed`;
    case "failed":
      return outcome?.release?.draft === false
        ? `${tag.text} is published, but not all is done`
        : `${tag.text} is not released`;
  }
}

/** Where a failure leaves the release, and what a re-run does. */
function consequence({ outcome, assets: planned, repository, tag }: Plan, state: ReleaseState): Block[] {
  const blocks: Block[] = [];
  const release = outcome?.release;
  if (state === "failed") {
    const there = planned.filter(({ name }) =>
      outcome!.steps.some(
        ({ kind, message }) => (kind === "upload" || kind === "keep") && message.startsWith(`\`${name}\``),
      ),
    ).length;
    const left =
      release === undefined
        ? "No release and no draft was left behind"
        : release.draft
          ? `A draft is left, with ${there} of ${planned.length} files, which nobody but the repository's writers sees`
          : "The published release stays as it is";
    blocks.push({
      kind: "alert",
      level: "caution",
      text: [...prose(outcome!.failure!), `. ${left}. Run the job again: it goes on from there.`],
    });
  }
  if (release !== undefined) {
    blocks.push({
      kind: "paragraph",
      text: [
        { link: { text: `${repository.owner}/${repository.name} ${tag.text}`, href: release.html_url } },
        release.immutable === true ? ", immutable" : "",
      ],
    });
  }
  return blocks;
}

const CHECK_MARK = { pass: "✅", warning: "⚠️", fail: "❌", unknown: "❔" } as const;

const ORDER = ["fail", "unknown", "warning", "pass"];

function checks({ checks: all }: Plan): Block[] {
  const sorted = all.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return [
    {
      kind: "table",
      columns: [{ header: "" }, { header: "Check" }, { header: "Found" }],
      rows: sorted.map(({ state, subject, message, file, line }): Line[] => [
        CHECK_MARK[state],
        subject,
        [
          ...prose(message),
          ...(file !== undefined && line !== undefined && state === "fail" ? [` (line ${line})`] : []),
        ],
      ]),
      noun: "checks",
      weight: 1,
    },
  ];
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

function steps(plan: Plan): Block[] {
  const { outcome } = plan;
  if (outcome === undefined && stateOf(plan) === "refused") return [];
  const list = outcome?.steps ?? plan.steps;
  if (list.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: outcome === undefined ? "What would be done" : "What was done" },
    {
      kind: "list",
      items: list.map(({ kind, message }): Line => [{ strong: STEP_WORDS[kind] }, ": ", ...prose(message)]),
      noun: "steps",
      weight: 2,
    },
  ];
}

function warnings({ outcome }: Plan): Block[] {
  return (outcome?.warnings ?? []).map((warning) => ({ kind: "alert", level: "warning", text: prose(warning) }));
}

function assets({ assets: planned, outcome }: Plan): Block[] {
  if (planned.length === 0) return [];
  const link = (name: string): Line => {
    const url = outcome?.release?.assets.find((asset) => asset.name === name)?.browser_download_url;
    return url === undefined ? { code: name } : { link: { text: { code: name }, href: url } };
  };
  return [
    {
      kind: "details",
      summary: { strong: `${planned.length} ${planned.length === 1 ? "asset" : "assets"}` },
      open: planned.length <= 10,
      blocks: [
        {
          kind: "table",
          columns: [{ header: "Asset" }, { header: "Size", align: "right" }, { header: "SHA-256" }],
          rows: planned.map(({ name, size, sha256 }): Line[] => [link(name), sizeText(size), { code: sha256 }]),
          noun: "assets",
          weight: 3,
        },
      ],
    },
  ];
}

/** As text: what a commit or a changelog holds is shown, and does nothing here. */
function notes({ notes: { text, sources } }: Plan): Block[] {
  if (text === "") return [];
  return [
    {
      kind: "details",
      summary: [{ strong: "Notes" }, ` (${sources.join(", ")}), ${text.length} characters`],
      blocks: [{ kind: "code", language: "markdown", text, weight: 4 }],
    },
  ];
}

function annotations({ checks: all }: Plan): Annotation[] {
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

function files(plan: Plan, result: string): ResultFile[] {
  const { checksums, notes: written, assets: planned, outcome } = plan;
  const source = planned.find(({ name }) => name === checksums)?.source;
  const text = outcome?.checksums ?? (source !== undefined && "text" in source ? source.text : undefined);
  return [
    { name: "result.json", content: result, output: "result-file" },
    { name: "notes.md", content: `${written.full}\n`, output: "notes-file" },
    ...(text === undefined ? [] : [{ name: "SHA256SUMS", content: text, output: "checksums-file" }]),
  ];
}

function sizeText(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${(bytes / 1000).toFixed(1)} kB`;
  return bytes < 1_000_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}
