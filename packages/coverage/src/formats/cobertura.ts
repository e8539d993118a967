import { XmlReader } from "@jessy-actions/reading/xml";
import { CollectedFiles } from "../collected-files.ts";
import { FileBuilder } from "../file-builder.ts";
import type { ReportFormat } from "../format.ts";
import type { CoverageReport } from "../model.ts";
import { Oddities } from "../oddities.ts";

/**
 * Cobertura XML (coverage-04.dtd) as coverage.py, gcovr, coverlet, PHPUnit, cargo-tarpaulin and others write it.
 *
 * A class's own `<lines>` count; those of its methods repeat them and are used only where a class has none. Several
 * classes of one file are one file (inner classes, partial classes): their lines are united, and the larger count wins.
 * Totals in the header are ignored: producers disagree about them.
 */
export const cobertura: ReportFormat = {
  name: "cobertura",
  title: "Cobertura XML",
  usualNames: ["cobertura.xml", "coverage.cobertura.xml", "cobertura-coverage.xml", "coverage.xml"],
  detect: (head) =>
    /<!DOCTYPE\s+coverage\b/.test(head) ||
    (/<coverage\b[^>]*\s(?:line-rate|lines-valid|branch-rate)\s*=/.test(head) &&
      !/<coverage\b[^>]*\sgenerated\s*=/.test(head)),
  parse(chunks) {
    const xml = new XmlReader(chunks);
    const reader = new CoberturaReader(xml);
    for (let event = xml.next(); event !== undefined; event = xml.next()) reader.read(event);
    return reader.report();
  },
};

class CoberturaReader {
  readonly #xml: XmlReader;
  readonly #files = new CollectedFiles("max");
  readonly #sourceRoots = new Set<string>();
  readonly #oddities: Oddities;
  readonly #classLines: FileBuilder;
  readonly #methodLines: FileBuilder;
  #path: string | undefined;
  #method: { name: string; firstLine: number; hits: number } | undefined;
  #hasClassLines: boolean | undefined;

  constructor(xml: XmlReader) {
    this.#xml = xml;
    this.#oddities = new Oddities(() => `on line ${xml.line}`);
    this.#classLines = new FileBuilder("max", this.#oddities);
    this.#methodLines = new FileBuilder("max", this.#oddities);
  }

  read(event: "open" | "close"): void {
    if (event === "open") this.#open();
    else this.#close();
  }

  report(): CoverageReport {
    const { warnings } = this.#oddities;
    return { format: "cobertura", files: this.#files.finish(), sourceRoots: [...this.#sourceRoots], warnings };
  }

  #open(): void {
    const xml = this.#xml;
    switch (xml.name) {
      case "coverage":
        if (xml.depth > 1) throw xml.error("has a <coverage> inside another element");
        return;
      case "class":
        this.#path = xml.attribute("filename");
        this.#hasClassLines = false;
        if (this.#path === undefined || this.#path === "") {
          this.#oddities.note("classes that name no file, left out");
          this.#path = undefined;
          xml.skip();
        }
        return;
      case "method":
        this.#method = {
          name: `${xml.attribute("name") ?? ""}${xml.attribute("signature") ?? ""}`,
          firstLine: 0,
          hits: 0,
        };
        return;
      case "line":
        if (this.#path !== undefined) this.#readLine();
        return;
    }
  }

  #close(): void {
    switch (this.#xml.name) {
      case "source": {
        const root = this.#xml.text().trim();
        if (root !== "") this.#sourceRoots.add(root);
        return;
      }
      case "method":
        if (this.#method !== undefined)
          this.#classLines.addFunction(this.#method.firstLine, this.#method.name, this.#method.hits);
        this.#method = undefined;
        return;
      case "class":
        this.#endClass();
        return;
    }
  }

  #readLine(): void {
    const xml = this.#xml;
    const line = xml.number("number");
    // Generated code without a place: coverlet and tarpaulin write 0.
    if (line === 0) return;
    const hits = xml.number("hits");
    const builder = this.#method === undefined ? this.#classLines : this.#methodLines;
    builder.addLine(line, hits);
    const condition = xml.attribute("condition-coverage");
    const counts = /\(\s*(\d{1,9})\s*\/\s*(\d{1,9})\s*\)/.exec(condition ?? "");
    if (counts !== null) {
      const total = Number(counts[2]);
      builder.addBranchCount(line, Math.min(Number(counts[1]), total), total);
    }
    if (this.#method === undefined) this.#hasClassLines = true;
    else {
      this.#method.firstLine = Math.min(this.#method.firstLine || line, line);
      this.#method.hits = Math.max(this.#method.hits, hits || 0);
    }
  }

  #endClass(): void {
    const path = this.#path;
    this.#path = undefined;
    if (path === undefined) return;
    const own = this.#classLines.build(path);
    const methods = this.#methodLines.build(path);
    this.#files.add(this.#hasClassLines ? own : { ...methods, functions: own.functions });
  }
}
