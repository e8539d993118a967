import { ReportError } from "@jessy-actions/reading/report-error";
import { type Advisory, outlineAdvisory, readAdvisory } from "./advisory.ts";

/** A file of an archive. */
export interface ArchiveEntry {
  /** With forward slashes; GitHub's archives begin with a folder such as `advisory-db-<commit>/`. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** It had 1,205 on 2026-08-21, and none is ever deleted. Far fewer are another repository, or a part of this one. */
export const FEWEST_ADVISORIES = 1000;

export const MAX_ADVISORIES = 50_000;

/** `crates/NAME/ID.md`, below at most one folder. What is about Rust itself (`rust/`) no lock file names. */
const ADVISORY_PATH = /^(?:[^/]+\/)?crates\/([^/]+)\/([^/.][^/]*)$/;
const ADVISORY_NAME = /^(RUSTSEC-[0-9]{4}-[0-9]{4,})\.md$/;

/** A draft that has no number yet is not counted. */
const DRAFT = "RUSTSEC-0000-0000";

/** What a message lists before it only counts. */
const MAX_LISTED = 3;

/**
 * The advisories of a database by crate. All of them are looked over when it is opened, and those of a crate are read
 * when somebody asks for it: that is a tenth of the time.
 */
export class AdvisoryDatabase {
  /** All that it holds, those that were withdrawn too. */
  readonly size: number;
  /** Date of the newest advisory: `2026-11-28`. */
  readonly newest: string;
  readonly #files: ReadonlyMap<string, readonly AdvisoryFile[]>;
  readonly #read = new Map<string, readonly Advisory[]>();

  constructor(files: readonly AdvisoryFile[]) {
    this.size = files.length;
    this.newest = files.reduce((newest, { date }) => (date > newest ? date : newest), "");
    this.#files = Map.groupBy(files, (file) => file.package);
  }

  /**
   * The advisories about a crate that count, by id.
   *
   * @throws ReportError for one that cannot be read: nothing would be known of this crate
   */
  about(crate: string): readonly Advisory[] {
    const known = this.#read.get(crate) ?? (this.#files.get(crate) ?? []).map(readFile);
    this.#read.set(crate, known);
    return known.filter(({ withdrawn }) => withdrawn === undefined).sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

interface AdvisoryFile {
  readonly id: string;
  readonly package: string;
  readonly date: string;
  readonly bytes: Uint8Array;
}

/**
 * Opens the advisory database with the files of its repository. Their bytes are kept, not copied.
 *
 * @param fewest with fewer advisories it is not the database
 * @throws ReportError that names what is wrong with the archive
 */
export function openAdvisoryDatabase(
  entries: Iterable<ArchiveEntry>,
  fewest: number = FEWEST_ADVISORIES,
): AdvisoryDatabase {
  const byId = new Map<string, AdvisoryFile>();
  const problems: string[] = [];
  let files = 0;
  for (const { path, bytes } of entries) {
    files++;
    const [, folder, name] = ADVISORY_PATH.exec(path) ?? [];
    if (folder === undefined || name === undefined || name.startsWith(`${DRAFT}.`)) continue;
    try {
      const file = outlineFile(folder, name, bytes);
      if (byId.has(file.id)) throw new ReportError("has an id that another advisory has");
      byId.set(file.id, file);
    } catch (error) {
      if (!(error instanceof ReportError)) throw error;
      problems.push(`${folder}/${name} ${error.message}`);
    }
    if (byId.size > MAX_ADVISORIES) throw new ReportError(`has more than ${MAX_ADVISORIES} advisories`);
  }
  if (files === 0) throw new ReportError("is empty: it holds no files");
  if (problems.length > 0) throw unreadable(problems);
  if (byId.size < fewest) {
    throw new ReportError(
      `is not the whole RustSec advisory database: it has ${byId.size} of at least ${fewest} advisories, in ${files} files`,
    );
  }
  return new AdvisoryDatabase([...byId.values()]);
}

function outlineFile(folder: string, name: string, bytes: Uint8Array): AdvisoryFile {
  const [, id] = ADVISORY_NAME.exec(name) ?? [];
  if (id === undefined) throw new ReportError("is not named like an advisory, RUSTSEC-2026-0001.md");
  const outline = outlineAdvisory(bytes);
  if (outline.package !== folder) throw new ReportError(`is about another crate, ${outline.package}`);
  return { ...outline, id, bytes };
}

function readFile({ id, package: crate, bytes }: AdvisoryFile): Advisory {
  const advisory = attempt(() => readAdvisory(bytes), id);
  if (advisory.id !== id || advisory.package !== crate) {
    throw new ReportError(`the advisory ${id} has the id ${advisory.id} and is about ${advisory.package}`);
  }
  return advisory;
}

function attempt(read: () => Advisory, id: string): Advisory {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw new ReportError(`the advisory ${id} cannot be read: ${error.message}`, { cause: error });
  }
}

function unreadable(problems: readonly string[]): ReportError {
  const listed = problems.slice(0, MAX_LISTED).join("; ");
  const more = problems.length > MAX_LISTED ? `; and ${problems.length - MAX_LISTED} more` : "";
  return new ReportError(`has advisories that cannot be read: ${listed}${more}`);
}
