import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Annotation, Block, Line, Report, ResultFile } from "@jessy-actions/kit/report/report";
import { digestFile } from "./pushing/digest-file.ts";
import { shellText } from "./rendering/shell-text.ts";
import { signatureBlocks } from "./rendering/signature-blocks.ts";
import { sizeText } from "./rendering/size-text.ts";
import type { ImageResult, ReferenceResult, ReferenceState, Result } from "./result.ts";

/** The report of a plan, or of what became of it. Pure. */
export function render(result: Result): Report {
  const { images, notes, warnings } = result;
  return {
    title: result.dryRun ? "Images (dry run)" : "Images",
    summary: [
      ...refusals(images),
      ...scans(images),
      ...(result.checked === null ? [references(images)] : []),
      ...imageTable(images),
      ...signatureBlocks(images),
      ...steps(images),
      ...(warnings.length === 0
        ? []
        : [
            list(
              "warnings",
              warnings.map(({ message, file, line }) =>
                file === undefined ? message : `\`${file}${line === undefined ? "" : `:${line}`}\` ${message}`,
              ),
            ),
          ]),
      ...(notes.length === 0 ? [] : [list("notes", notes)]),
      ...commands(result),
    ],
    annotations: annotations(result),
    outputs: outputs(result),
    files: files(result),
  };
}

/** Why nothing left, one line for each reason: the headline has the first of each image. */
function refusals(images: readonly ImageResult[]): Block[] {
  const all = images.flatMap(({ refusals: each, name }) =>
    each.map((text) => (images.length === 1 ? text : `${name}: ${text}`)),
  );
  return all.length === 0 ? [] : [list("reasons", all)];
}

const list = (noun: string, texts: readonly string[]): Block => ({
  kind: "list",
  items: [...new Set(texts)].map(prose),
  noun,
  weight: 2,
});

function scans(images: readonly ImageResult[]): Block[] {
  return images.flatMap(({ name, scanOutput }): Block[] =>
    scanOutput.length === 0
      ? []
      : [
          {
            kind: "details",
            summary: `The last lines of the scan${images.length === 1 ? "" : ` of ${name}`}`,
            blocks: [{ kind: "code", text: scanOutput.join("\n"), weight: 3 }],
          },
        ],
  );
}

/** The worst first. */
const STATES: Readonly<Record<ReferenceState, string>> = {
  failed: `${MARK.broken} failed`,
  refused: `${MARK.fail} refused`,
  "not tried": `${MARK.unknown} not tried`,
  pushed: `${MARK.pass} pushed`,
  moved: `${MARK.pass} moved`,
  unchanged: `${MARK.neutral} unchanged`,
  planned: `${MARK.neutral} planned`,
};

/** A row for each repository and state; what went wrong with a tag has a row of its own. */
function references(images: readonly ImageResult[]): Block {
  const order = Object.keys(STATES);
  const all = images
    .flatMap(({ references: each }) => each)
    .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  if (all.length === 0) return { kind: "paragraph", text: "No tag was set." };
  const groups = Map.groupBy(all, ({ state, reference, problem }) =>
    problem === undefined ? `${state} ${placeOf(reference).repository}` : reference,
  );
  const rows = [...groups.values()].map((group): Line[] => {
    const { state, reference, problem } = group[0]!;
    const { repository } = placeOf(reference);
    const tags = group.flatMap(({ reference: each }, at): Line => [at === 0 ? "" : " ", { code: placeOf(each).tag }]);
    if (problem === undefined) return [STATES[state], { code: repository }, tags];
    return [{ strong: STATES[state] }, { code: repository }, [...tags, ": ", ...prose(problem)]];
  });
  const columns = [{ header: "Result" }, { header: "Repository" }, { header: "Tags" }];
  return { kind: "table", columns, rows, noun: "repositories", weight: 1 };
}

/** `name:tag`, or `name@digest` where there is no tag. */
function placeOf(reference: string): { readonly repository: string; readonly tag: string } {
  const [, repository = reference, tag = ""] = /^(.*?)(?:@|:)((?:sha\d+:)?[^/:@]+)$/.exec(reference) ?? [];
  return { repository, tag };
}

function imageTable(images: readonly ImageResult[]): Block[] {
  const built = images.filter(({ digest }) => digest !== null);
  if (built.length === 0) return [];
  const rows = built.map(({ name, digest, platforms, size, previousSize, attestations }): Line[] => [
    name,
    size === null ? "" : `${sizeText(size)}${delta(size, previousSize)}`,
    platforms.join(", "),
    attestations.join(", ") || "none",
    { code: shortDigest(digest!) },
  ]);
  const columns = [
    { header: "Image" },
    { header: "Size", align: "right" },
    { header: "Platforms" },
    { header: "Attestations" },
    { header: "Digest" },
  ] as const;
  const whole = built.flatMap(({ repositories, name, digest, pushes }): Line[] =>
    pushes ? repositories.map((repository) => ({ code: `${repository}@${digest}` })) : [{ code: `${name}@${digest}` }],
  );
  return [
    { kind: "table", columns, rows, noun: "images", weight: 1 },
    {
      kind: "details",
      summary: built.length === 1 ? "The whole digest" : "Whole digests",
      blocks: [{ kind: "list", items: whole, noun: "digests", weight: 3 }],
    },
  ];
}

/** As docker shows it. */
const shortDigest = (digest: string): string => digest.replace(/^(sha\d+:[0-9a-f]{12})[0-9a-f]+$/, "$1");

function delta(size: number, before: number | null): string {
  if (before === null) return "";
  if (before === size) return " (as before)";
  return ` (${size > before ? "+" : "-"}${sizeText(Math.abs(size - before))})`;
}

function steps(images: readonly ImageResult[]): Block[] {
  return images.flatMap(({ name, steps: counts }): Block[] => {
    if (counts === null) return [];
    const { cached, built, slowest, missed } = counts;
    const summary = `${images.length === 1 ? "" : `${name}: `}${counted(cached, "step")} from the cache, ${built} built`;
    const items = [
      ...(missed === null ? [] : [["First step without a cache: ", ...prose(missed)] as Line]),
      ...slowest.map(({ name: step, seconds }): Line => [`${seconds.toFixed(1)} s `, { code: step }]),
    ];
    if (items.length === 0) return [{ kind: "paragraph", text: summary }];
    return [{ kind: "details", summary, blocks: [{ kind: "list", items, noun: "steps", weight: 3 }] }];
  });
}

/** What a dry run is for. */
function commands({ dryRun, commands: all, bakeFile }: Result): Block[] {
  if (!dryRun || all.length === 0) return [];
  return [
    { kind: "heading", level: 3, text: "What would run" },
    {
      kind: "code",
      language: "sh",
      text: all.map(shellText).join("\n"),
      weight: 1,
    },
    ...(bakeFile === null ? [] : [{ kind: "code", language: "json", text: bakeFile, weight: 3 } satisfies Block]),
  ];
}

function annotations({ warnings }: Result): Annotation[] {
  return warnings.map(({ message, file, line, endLine }) => ({
    level: "warning",
    title: "Images",
    message,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { startLine: line }),
    ...(endLine !== undefined && { endLine }),
  }));
}

function outputs(result: Result): Report["outputs"] {
  const { verdict, images, metadata, json, dryRun } = result;
  const [first] = images;
  const isThere = dryRun ? isPlanned : stands;
  const done = images.flatMap(({ references: all }) => all.filter(isThere).map(({ reference }) => reference));
  const subjects = images.flatMap(({ digest, repositories, references: all, pushes }) =>
    digest === null || !pushes || !hasLeft(result) || !all.every(isThere)
      ? []
      : repositories.map((repository) => `${repository}@${digest}`),
  );
  return {
    verdict,
    digest: first?.digest ?? "",
    digests: JSON.stringify(Object.fromEntries(images.map(({ name, digest }) => [name, digest]))),
    tags: done.join("\n"),
    version: first?.version ?? "",
    imageid: first?.imageId ?? "",
    metadata: metadata === null ? "" : JSON.stringify(metadata),
    json: json === null ? "" : JSON.stringify(json),
    subjects: subjects.join("\n"),
  };
}

/** What a later step may use: what stands on the registry, or would after a dry run. */
const stands = ({ state }: ReferenceResult) => state === "pushed" || state === "moved" || state === "unchanged";
const isPlanned = ({ state }: ReferenceResult) => state === "planned";

/** One refusal keeps all images from leaving. */
const hasLeft = ({ images, failure }: Result) =>
  failure === null && images.every(({ refusals }) => refusals.length === 0);

function files(result: Result): ResultFile[] {
  const digests = result.images.flatMap((image) => {
    const content = digestFile(image, result);
    return content === undefined || !image.pushes || !hasLeft(result) || !image.references.every(stands)
      ? []
      : [{ image, content }];
  });
  return [
    { name: "result.json", content: `${JSON.stringify(result, undefined, 2)}\n`, output: "result-file" },
    ...digests.map(
      ({ image, content }, at): ResultFile => ({
        name: `digest-${image.name}-${(image.platforms[0] ?? "").replaceAll("/", "-")}.json`,
        content,
        ...(at === 0 && { output: "digest-file" }),
      }),
    ),
  ];
}
