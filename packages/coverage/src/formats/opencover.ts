import { XmlReader } from "@jessy-actions/reading/xml";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import { addSpans, type LineSpan, SpannedLines } from "../line-spans.ts";
import { type CoverageReport, type FileCoverage, MAX_LINE } from "../model.ts";
import { ODDITY, Oddities } from "../oddities.ts";

/**
 * OpenCover XML, from OpenCover and coverlet. Files are numbered within their module; a sequence point covers the lines
 * `sl` to `el` and was visited `vc` times; a branch point is told apart by its line, offset and path. OpenCover before
 * 4.6 writes no line for it: it is then on the line of the sequence point whose code it is in, as its offset says.
 * Modules that were skipped have no points.
 */
export const opencover: ReportFormat = {
  name: "opencover",
  title: "OpenCover XML",
  usualNames: ["coverage.opencover.xml", "opencover.xml", "*.opencover.xml"],
  detect: (head) => /<CoverageSession\b/.test(head),
  parse(chunks) {
    const xml = new XmlReader(chunks);
    const reader = new OpenCoverReader(xml);
    for (let event = xml.next(); event !== undefined; event = xml.next()) {
      if (event === "open") reader.open();
      else reader.close();
    }
    return reader.report();
  },
};

/** The compiler's mark for code without a place in the source. */
const HIDDEN_LINE = 0xfeefee;

/** No statement is this long; a damaged `el` must not fill the memory. */
const MAX_SPAN = 10_000;

interface Method {
  path: string | undefined;
  name: string;
  line: number;
  hits: number;
  /** Where each piece of its code comes from, by offset; hidden points have no place. */
  readonly points: { readonly offset: number; readonly line: number; readonly path: string }[];
  readonly branches: BranchPoint[];
}

interface BranchPoint {
  readonly path: string | undefined;
  readonly line: number;
  readonly offset: number;
  readonly block: string;
  readonly branch: string;
  readonly visits: number;
}

class OpenCoverReader {
  readonly #xml: XmlReader;
  readonly #oddities: Oddities;
  readonly #files = new Map<string, { readonly builder: FileBuilder; readonly spans: LineSpan[] }>();
  #paths = new Map<string, string>();
  #method: Method | undefined;

  constructor(xml: XmlReader) {
    this.#xml = xml;
    this.#oddities = new Oddities(() => `on line ${xml.line}`);
  }

  open(): void {
    const xml = this.#xml;
    switch (xml.name) {
      case "Module":
        this.#paths = new Map();
        return;
      case "File":
        this.#paths.set(xml.attribute("uid") ?? "", xml.attribute("fullPath") ?? "");
        return;
      case "Method":
        this.#method = { path: undefined, name: "", line: 0, hits: 0, points: [], branches: [] };
        return;
      case "FileRef":
        if (this.#method !== undefined) this.#method.path = this.#paths.get(xml.attribute("uid") ?? "");
        return;
      case "SequencePoint":
        this.#readSequencePoint();
        return;
      case "BranchPoint":
        this.#readBranchPoint();
        return;
    }
  }

  close(): void {
    const method = this.#method;
    if (method === undefined) return;
    if (this.#xml.name === "Name" && method.name === "") method.name = this.#xml.text();
    else if (this.#xml.name === "Method") {
      this.#method = undefined;
      method.points.sort((a, b) => a.offset - b.offset);
      for (const branch of method.branches) this.#addBranch(branch, method);
      if (method.path !== undefined && method.line > 0)
        this.#fileOf(method.path).builder.addFunction(method.line, method.name, method.hits);
    }
  }

  report(): CoverageReport {
    const spanned = new SpannedLines();
    const files = new Map<string, FileCoverage>();
    for (const [path, { builder, spans }] of this.#files) {
      addSpans(builder, spans, spanned);
      files.set(path, builder.build(path));
    }
    return { format: "opencover", files, sourceRoots: [], warnings: this.#oddities.warnings };
  }

  #readSequencePoint(): void {
    const xml = this.#xml;
    const path = this.#pathOfPoint();
    const first = xml.number("sl");
    const last = xml.number("el");
    if (path === undefined) return;
    if (!(Number.isInteger(first) && first > 0 && first <= MAX_LINE)) return this.#oddities.note(ODDITY.line);
    if (first >= HIDDEN_LINE) return;
    const file = this.#fileOf(path);
    const hits = this.#visits();
    file.spans.push({ first, last: last >= first ? Math.min(Math.floor(last), first + MAX_SPAN) : first, hits });
    const method = this.#method;
    if (method === undefined) return;
    method.path ??= path;
    if (method.line === 0) method.line = first;
    method.hits = Math.max(method.hits, hits);
    method.points.push({ offset: xml.number("offset") || 0, line: first, path });
  }

  #readBranchPoint(): void {
    const xml = this.#xml;
    const [offset, end] = [xml.attribute("offset") ?? "", xml.attribute("offsetend") ?? ""];
    const point: BranchPoint = {
      path: this.#pathOfPoint(),
      line: xml.number("sl"),
      offset: xml.number("offset"),
      block: `${offset}.${end}.${this.#method?.name ?? ""}`,
      branch: xml.attribute("path") ?? xml.attribute("ordinal") ?? "",
      visits: this.#visits(),
    };
    if (this.#method === undefined) this.#addBranch(point, undefined);
    // The method's sequence points may come after it.
    else this.#method.branches.push(point);
  }

  #addBranch({ path, line, offset, block, branch, visits }: BranchPoint, method: Method | undefined): void {
    if (line > 0) {
      if (path !== undefined && line < HIDDEN_LINE) this.#fileOf(path).builder.addBranch(line, block, branch, visits);
      return;
    }
    const points = method?.points ?? [];
    let before = 0;
    for (let end = points.length; before < end; ) {
      const middle = (before + end) >> 1;
      if (points[middle]!.offset <= offset) before = middle + 1;
      else end = middle;
    }
    const point = points[Math.max(0, before - 1)];
    if (point === undefined) this.#oddities.note("branches without a line, left out");
    else this.#fileOf(point.path).builder.addBranch(point.line, block, branch, visits);
  }

  /** Undefined also for a file without a name. */
  #pathOfPoint(): string | undefined {
    return (this.#paths.get(this.#xml.attribute("fileid") ?? "") ?? this.#method?.path) || undefined;
  }

  #visits(): number {
    return this.#xml.number("vc") || 0;
  }

  #fileOf(path: string): { readonly builder: FileBuilder; readonly spans: LineSpan[] } {
    let file = this.#files.get(path);
    if (file === undefined) {
      file = { builder: new FileBuilder("max", this.#oddities), spans: [] };
      this.#files.set(path, file);
    }
    return file;
  }
}
