/** One line of `--progress=rawjson`: BuildKit's SolveStatus (client/graph.go), as far as it is used. */
export interface SolveStatus {
  readonly vertexes: readonly VertexStatus[];
  readonly statuses: readonly TransferStatus[];
  readonly logs: readonly { readonly vertex: string; readonly text: string }[];
  readonly warnings: readonly BuildWarning[];
}

export interface VertexStatus {
  readonly digest: string;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly cached: boolean;
  /** Milliseconds since 1970. */
  readonly started?: number;
  readonly completed?: number;
  readonly error?: string;
}

export interface TransferStatus {
  readonly vertex: string;
  readonly id: string;
  readonly name: string;
  readonly current: number;
}

/** What BuildKit's checks say of a Dockerfile. */
export interface BuildWarning {
  readonly text: string;
  readonly detail: readonly string[];
  readonly url: string;
  /** The step that read the Dockerfile. */
  readonly vertex?: string;
  /** The images of a call of several whose Dockerfile it is about. */
  readonly images?: readonly string[];
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly endLine?: number;
}

/** BuildKit's own lines have a few thousand characters; a warning brings its whole Dockerfile along. */
export const MAX_LINE_CHARACTERS = 8_000_000;

type Fields = Readonly<Record<string, unknown>>;

/** Reads one line. Unknown fields are skipped, and so is a member of the wrong shape; undefined if it is no status. */
export function readSolveStatus(line: string): SolveStatus | undefined {
  if (!line.startsWith("{") || line.length > MAX_LINE_CHARACTERS) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  const fields = value as Fields;
  if (!["vertexes", "statuses", "logs", "warnings"].some((key) => Array.isArray(fields[key]))) return undefined;
  return {
    vertexes: objects(fields.vertexes).flatMap(vertexOf),
    statuses: objects(fields.statuses).map((status) => ({
      vertex: text(status.vertex),
      id: text(status.id),
      name: text(status.name),
      current: number(status.current) ?? 0,
    })),
    logs: objects(fields.logs).map((log) => ({ vertex: text(log.vertex), text: decoded(log.data) })),
    warnings: readWarnings(fields.warnings),
  };
}

/** Warnings as both the progress and the metadata file have them: texts in base64, places as ranges of lines. */
export function readWarnings(value: unknown): readonly BuildWarning[] {
  return objects(value).map((warning) => {
    const [range] = objects(warning.range);
    const line = number((range?.start as Fields | null | undefined)?.line);
    const endLine = number((range?.end as Fields | null | undefined)?.line) ?? line;
    const vertex = text(warning.vertex);
    const file = text((warning.sourceInfo as Fields | null | undefined)?.filename);
    return {
      text: decoded(warning.short),
      detail: list(warning.detail).map(decoded),
      url: text(warning.url),
      ...(vertex === "" ? {} : { vertex }),
      ...(file === "" ? {} : { file }),
      ...(line === undefined || line < 1 ? {} : { line, endLine: Math.max(line, endLine!) }),
    };
  });
}

function vertexOf(fields: Fields): readonly VertexStatus[] {
  const digest = text(fields.digest);
  if (digest === "") return [];
  const [started, completed] = [time(fields.started), time(fields.completed)];
  const error = text(fields.error);
  return [
    {
      digest,
      name: text(fields.name),
      inputs: list(fields.inputs).filter((input) => typeof input === "string"),
      cached: fields.cached === true,
      ...(started === undefined ? {} : { started }),
      ...(completed === undefined ? {} : { completed }),
      ...(error === "" ? {} : { error }),
    },
  ];
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function objects(value: unknown): readonly Fields[] {
  return list(value).filter(
    (item): item is Fields => typeof item === "object" && item !== null && !Array.isArray(item),
  );
}

function text(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function number(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** Go's zero time, the year 1, stands for none. */
function time(value: unknown): number | undefined {
  const parsed = Date.parse(text(value));
  return parsed > 0 ? parsed : undefined;
}

function decoded(value: unknown): string {
  return Buffer.from(text(value), "base64").toString("utf8");
}
