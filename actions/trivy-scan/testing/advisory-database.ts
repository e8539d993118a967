import { gzipSync } from "node:zlib";
import { tarOf } from "../../../packages/kit/testing/tar.ts";

/** An advisory as its file has it. */
export interface ExampleAdvisory {
  readonly id: string;
  readonly package: string;
  readonly date?: string;
  readonly aliases?: readonly string[];
  /** `unmaintained`, `unsound`, `notice`. */
  readonly informational?: string;
  readonly patched?: readonly string[];
}

export interface ExampleFile {
  readonly path: string;
  readonly content: string;
}

/** With fewer it would not be the database. */
const OTHERS = 1000;

/** The files of a database that is large enough to be one: these advisories, and a thousand of a crate that nobody uses. */
export function advisoryFiles(...advisories: readonly ExampleAdvisory[]): ExampleFile[] {
  const others = Array.from({ length: OTHERS }, (_, at) => ({
    id: `RUSTSEC-2020-${String(at + 1).padStart(4, "0")}`,
    package: "unused",
  }));
  return [...others, ...advisories].map((each) => ({
    path: `crates/${each.package}/${each.id}.md`,
    content: advisoryText(each),
  }));
}

function advisoryText({
  id,
  package: crate,
  date = "2020-01-01",
  aliases = [],
  informational,
  patched = [],
}: ExampleAdvisory): string {
  const news = informational === undefined ? "" : `informational = "${informational}"\n`;
  return `\`\`\`toml
[advisory]
id = "${id}"
package = "${crate}"
date = "${date}"
aliases = ${JSON.stringify(aliases)}
${news}
[versions]
patched = ${JSON.stringify(patched)}
\`\`\`

# What is wrong with ${crate}

More of it.
`;
}

/** The archive that GitHub makes of a commit. @param date milliseconds since 1970. */
export function commitArchive(commit: string, date: number, files: readonly ExampleFile[]): Buffer {
  const record = ` comment=${commit}\n`;
  const folder = `RustSec-advisory-db-${commit.slice(0, 7)}`;
  const mtime = Math.floor(date / 1000);
  return gzipSync(
    tarOf([
      { name: "pax_global_header", type: "g", content: `${record.length + 2}${record}` },
      { name: `${folder}/`, type: "5", content: "", mtime },
      ...files.map(({ path, content }) => ({ name: `${folder}/${path}`, type: "0", content, mtime })),
    ]),
  );
}

/** A Cargo.lock of packages `name version`, all from crates.io. */
export function lockOf(...packages: readonly string[]): string {
  const entries = packages.map((each) => {
    const [name, version] = each.split(" ");
    return `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = "registry+https://github.com/rust-lang/crates.io-index"\n`;
  });
  return `version = 4\n\n[[package]]\nname = "own"\nversion = "0.1.0"\n\n${entries.join("\n")}`;
}
