import type { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Finding, FindingPlace } from "../findings/finding.ts";
import { REACHES, type Reach } from "../findings/reach.ts";
import { type AffectedModule, readAffectedModules } from "./affected-module.ts";
import { readJsonStream } from "./json-stream.ts";

/** What `govulncheck -json` found. */
export interface GovulncheckReport {
  /** By id, module and version. */
  readonly findings: readonly Finding[];
  /** How far it looked: only `symbol` can tell that a flaw is not reached. */
  readonly scanLevel: ScanLevel;
  /** Of the tool: `v1.9.0`. */
  readonly toolVersion: string | undefined;
  /** When the vulnerability database was last changed, as the tool has it: RFC 3339. */
  readonly databaseDate: string | undefined;
  /** What was scanned; undefined where the stream does not say: it was cut off, or an old govulncheck wrote it. */
  readonly scanned: ScannedModules | undefined;
  /** By the id of a finding: the versions that are affected. */
  readonly affected: ReadonlyMap<string, readonly AffectedModule[]>;
}

/** Govulncheck's bill of materials. */
export interface ScannedModules {
  /** Paths and versions, the main modules and `stdlib` among them. */
  readonly modules: readonly { readonly path: string; readonly version: string | undefined }[];
  /** Packages that the scan began with; empty where only modules were looked at. */
  readonly roots: readonly string[];
}

const SCAN_LEVELS = ["module", "package", "symbol"] as const;
export type ScanLevel = (typeof SCAN_LEVELS)[number];

/** A message has a few kB, and the whole Go vulnerability database some thousand entries. */
export const MAX_STREAM_BYTES = 100_000_000;

/** A flaw can be reached in many ways, each of them a message. */
const MAX_MESSAGES = 200_000;

/** An entry of the Go vulnerability database (https://go.dev/security/vuln/database). */
interface Entry {
  readonly aliases: readonly string[];
  readonly summary: string | undefined;
  readonly isWithdrawn: boolean;
  readonly affected: readonly AffectedModule[];
}

/** One message about a flaw. */
interface Trace {
  readonly id: string;
  readonly module: string;
  readonly version: string;
  readonly fixedVersion: string | undefined;
  readonly reach: Reach;
  /** `main.main at main.go:12 calls language.Parse`. */
  readonly call: string | undefined;
}

interface Config {
  readonly scanLevel: ScanLevel;
  readonly toolVersion: string | undefined;
  readonly databaseDate: string | undefined;
}

/**
 * Reads the messages of `govulncheck -json` (internal/govulncheck/govulncheck.go of golang.org/x/vuln). The same flaw
 * has a message for the module, one for the package and one for each call; it becomes one finding. Entries without a
 * message about them are of no concern. The stream has no end mark: one that is cut off just between two messages is
 * only noticed where an entry is missing, so the caller must have seen govulncheck exit with 0.
 *
 * @param place the go.mod of the program
 * @throws ReportError for a stream that is empty, cut off, of another protocol, or of another program
 */
export function readGovulncheck(
  bytes: Uint8Array,
  place: FindingPlace,
  limits: { readonly bytes: number; readonly messages: number } = { bytes: MAX_STREAM_BYTES, messages: MAX_MESSAGES },
): GovulncheckReport {
  if (bytes.length > limits.bytes) throw new ReportError(`is larger than ${limits.bytes / 1_000_000} MB`);
  let config: Config | undefined;
  let scanned: ScannedModules | undefined;
  let count = 0;
  const entries = new Map<string, Entry>();
  const traces: Trace[] = [];
  for (const message of readJsonStream(bytes)) {
    if (++count > limits.messages) throw new ReportError(`has more than ${limits.messages} messages`);
    if (message.get("config").isObject) config = readConfig(message.get("config"));
    else if (config === undefined) throw new ReportError("does not begin with govulncheck's configuration");
    else if (message.get("osv").isObject)
      entries.set(message.get("osv").get("id").text(), readEntry(message.get("osv")));
    else if (message.get("SBOM").isObject) scanned = readScanned(message.get("SBOM"));
    else if (message.get("finding").isObject) traces.push(readTrace(message.get("finding")));
  }
  if (config === undefined) throw new ReportError("is empty: govulncheck begins with its configuration");
  const { scanLevel } = config;
  const grouped = Map.groupBy(traces, ({ id, module, version }) => JSON.stringify([id, module, version]));
  const findings = [...grouped.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, group]) => findingOf(group, entries, scanLevel, place));
  const affected = new Map(findings.map(({ id }) => [id, entries.get(id)!.affected]));
  return { ...config, findings, scanned, affected };
}

function readScanned(sbom: JsonValue): ScannedModules {
  const [modules, roots] = [sbom.get("modules"), sbom.get("roots")];
  return {
    modules: modules.isMissing
      ? []
      : [...modules.items()].map((each) => ({
          path: each.get("path").text(),
          version: optionalText(each.get("version")),
        })),
    roots: roots.isMissing ? [] : [...roots.items()].map((each) => each.text()),
  };
}

function readConfig(config: JsonValue): Config {
  const protocol = config.get("protocol_version");
  if (!/^v1\./.test(protocol.text())) throw protocol.not("version 1 of govulncheck's protocol");
  const level = config.get("scan_level");
  // A stream that does not say so promises nothing.
  const scanLevel = level.isMissing ? "module" : SCAN_LEVELS.find((known) => known === level.raw);
  if (scanLevel === undefined) throw level.not(`one of ${SCAN_LEVELS.join(", ")}`);
  return {
    scanLevel,
    toolVersion: optionalText(config.get("scanner_version")),
    databaseDate: optionalText(config.get("db_last_modified")),
  };
}

function readEntry(entry: JsonValue): Entry {
  const aliases = entry.get("aliases");
  return {
    aliases: aliases.isMissing ? [] : [...aliases.items()].map((alias) => alias.text()),
    summary: optionalText(entry.get("summary")),
    isWithdrawn: !entry.get("withdrawn").isMissing,
    affected: readAffectedModules(entry.get("affected")),
  };
}

function readTrace(finding: JsonValue): Trace {
  const frames = [...finding.get("trace").items()];
  const [frame] = frames;
  if (frame === undefined) throw finding.get("trace").not("a list of at least one frame");
  const reach = !frame.get("function").isMissing ? "called" : frame.get("package").isMissing ? "required" : "imported";
  return {
    id: finding.get("osv").text(),
    module: frame.get("module").text(),
    version: optionalText(frame.get("version")) ?? "",
    fixedVersion: optionalText(finding.get("fixed_version")),
    reach,
    call: reach === "called" ? describeCall(frames) : undefined,
  };
}

/** From the program's own code, which comes last, to the flaw, which comes first. */
function describeCall(frames: readonly JsonValue[]): string {
  const [flaw, caller] = [frames[0]!, frames.at(-1)!];
  if (frames.length === 1) return `has ${symbolOf(flaw)}`;
  const position = caller.get("position");
  const file = optionalText(position.get("filename"));
  const line = position.get("line").raw;
  const where = file === undefined ? "" : ` at ${file}${typeof line === "number" ? `:${line}` : ""}`;
  return `${symbolOf(caller)}${where} calls ${symbolOf(flaw)}`;
}

/** `language.Parse`, `http.Client.Do`. */
function symbolOf(frame: JsonValue): string {
  const names = [optionalText(frame.get("package"))?.split("/").at(-1), optionalText(frame.get("receiver"))];
  return [...names.map((name) => name?.replace(/^\*/, "")), optionalText(frame.get("function"))]
    .filter((name) => name !== undefined && name !== "")
    .join(".");
}

function findingOf(
  group: readonly Trace[],
  entries: ReadonlyMap<string, Entry>,
  scanLevel: ScanLevel,
  place: FindingPlace,
): Finding[] {
  const { id, module, version } = group[0]!;
  const entry = entries.get(id);
  if (entry === undefined)
    throw new ReportError(`says that ${id} affects ${module}, and nothing of what it is: it was cut off`);
  if (entry.isWithdrawn) return [];
  // Of several messages about one flaw the nearest counts.
  const reach = REACHES.find((each) => group.some((trace) => trace.reach === each))!;
  const call = group.find((trace) => trace.call !== undefined)?.call;
  // Without the `v`, as every other source has it.
  const fixed = group.flatMap(({ fixedVersion }) => fixedVersion?.replace(/^v/, "") ?? []);
  return [
    {
      kind: "vulnerability",
      id,
      aliases: [...new Set(entry.aliases)].filter((alias) => alias !== id).sort(),
      // The Go vulnerability database rates nothing.
      severity: "unknown",
      title: entry.summary ?? id,
      url: `https://pkg.go.dev/vuln/${encodeURIComponent(id)}`,
      place,
      package: { name: module, ecosystem: "golang", version, fixedVersions: [...new Set(fixed)] },
      ...(call === undefined ? {} : { detail: call }),
      // A scan of modules alone cannot tell that a package is not imported.
      ...(scanLevel === "symbol" || reach === "called" ? { reach } : {}),
      sources: ["govulncheck"],
    },
  ];
}

function optionalText(value: JsonValue): string | undefined {
  return value.isMissing || value.raw === "" ? undefined : value.text();
}
