import { type OpenFile, withFile } from "@jessy-actions/kit/runner/file-content";
import { ReportError } from "@jessy-actions/reading/report-error";

const MAGIC = "SQLite format 3\0";
const HEADER_BYTES = 100;
/** The first page's own header, of the table that lists all tables. */
const FIRST_PAGE_BYTES = HEADER_BYTES + 8;
const TREE_PAGES = new Set([0x05, 0x0d]);

/**
 * Looks at a file of SQLite ("Database File Format", 1.3 and 1.6): whether it is one, is whole, and has any table.
 *
 * @throws ReportError in half a sentence.
 */
export function inspectSqliteFile(path: string): void {
  withFile(path, inspect);
}

function inspect({ size, head }: OpenFile): void {
  const bytes = Buffer.from(head(FIRST_PAGE_BYTES));
  if (bytes.length < FIRST_PAGE_BYTES || bytes.toString("latin1", 0, MAGIC.length) !== MAGIC)
    throw new ReportError("is not a file of SQLite");
  const written = bytes.readUInt16BE(16);
  const pageBytes = written === 1 ? 65_536 : written;
  // Versions before 3.7 did not write the number of pages.
  const isCounted = bytes.readUInt32BE(24) === bytes.readUInt32BE(92);
  const pages = isCounted ? bytes.readUInt32BE(28) : Math.ceil(size / Math.max(1, pageBytes));
  if (pageBytes < 512 || !Number.isInteger(Math.log2(pageBytes)) || !TREE_PAGES.has(bytes.readUInt8(HEADER_BYTES)))
    throw new ReportError("is damaged: its first page is not one of SQLite's");
  if (size !== pages * pageBytes)
    throw new ReportError(`is cut off or damaged: it has ${size} bytes, and should have ${pages * pageBytes}`);
  if (bytes.readUInt16BE(HEADER_BYTES + 3) === 0) throw new ReportError("is empty: it has no tables");
}
