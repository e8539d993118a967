import { existsSync, lstatSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { shownPath } from "@jessy-actions/kit/report/shown-path";
import { readFile } from "@jessy-actions/kit/runner/file-content";
import { describeFileError } from "@jessy-actions/kit/runner/file-error";
import { quote } from "@jessy-actions/kit/runner/inputs";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import { MAX_ADVISORY_BYTES } from "@jessy-actions/security/rustsec/advisory";
import {
  type ArchiveEntry,
  MAX_ADVISORIES,
  openAdvisoryDatabase,
} from "@jessy-actions/security/rustsec/advisory-database";
import type { Inputs } from "../../inputs.ts";
import { ageProblem, CLOCK_SKEW } from "./age.ts";
import { RUSTSEC, type RustSecDatabase } from "./rustsec-database.ts";

/** An advisory has the date of a day, which begins earlier in the east. */
const DAY_SKEW = CLOCK_SKEW + 24 * 60 * 60 * 1000;

/**
 * The database in a folder that another step prepared. A checkout has a commit and its date; a plain folder is as old as
 * its newest advisory.
 *
 * @throws UserError that names what is wrong with it.
 */
export async function openAdvisoryFolder(
  folder: string,
  { commit, maxAge }: Pick<Inputs["advisories"], "commit" | "maxAge">,
  io: ActionIo,
): Promise<RustSecDatabase> {
  const path = resolve(io.workspace, folder);
  const fail = (problem: string) => new UserError(`input \`rustsec-folder\`: ${quote(folder)} ${problem}`);
  const advisories = naming(fail, () => openAdvisoryDatabase(advisoryFiles(path)));
  const checkout = await checkoutOf(path, io);
  if (commit !== undefined && commit !== checkout?.commit)
    throw fail(
      checkout === undefined
        ? "is not a git checkout, so nobody can tell whether it is of the commit that `rustsec-commit` names"
        : `is of the commit ${checkout.commit}, and \`rustsec-commit\` names ${commit}`,
    );
  const updatedAt = Date.parse(checkout?.date ?? `${advisories.newest}T00:00:00Z`);
  const problem = ageProblem(updatedAt, Date.now(), maxAge, checkout === undefined ? DAY_SKEW : CLOCK_SKEW);
  // A commit that somebody chose is as old as it is.
  if (commit === undefined && problem !== undefined) throw fail(problem);
  const place = `the folder ${shownPath(path, io.workspace) || "."}`;
  const origin =
    checkout === undefined ? `${place}, which is not a git checkout: its date is that of its newest advisory` : place;
  const warning =
    checkout?.isChanged === true ? `${place} differs from the commit that is checked out there.` : undefined;
  return {
    advisories,
    about: {
      name: "rustsec",
      version: checkout?.commit ?? null,
      updatedAt: Number.isFinite(updatedAt) ? updatedAt : null,
      origin,
      ...(warning !== undefined && { warning: `${RUSTSEC}: ${warning}` }),
    },
  };
}

interface Checkout {
  readonly commit: string;
  readonly date: string | undefined;
  readonly isChanged: boolean;
}

/** Only of a folder that is a repository itself: one within the workspace's own has not its commits. */
async function checkoutOf(path: string, io: ActionIo): Promise<Checkout | undefined> {
  if (!existsSync(join(path, ".git"))) return undefined;
  const git = await io.git(path);
  await git.root();
  const commit = await git.resolve("HEAD");
  if (commit === undefined) return undefined;
  return { commit, date: await git.commitDate(commit), isChanged: !(await git.isClean()) };
}

function naming<Value>(fail: (problem: string) => UserError, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    if (error instanceof ReportError) throw fail(error.message);
    const refusal = describeFileError(error);
    throw refusal === undefined ? error : fail(`cannot be read: ${refusal}`);
  }
}

/** The advisories below `crates/`, named as an archive names them. No link is followed. */
function advisoryFiles(folder: string): ArchiveEntry[] {
  const crates = join(folder, "crates");
  if (!lstatSync(folder).isDirectory() || lstatSync(crates, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new ReportError(`has no folder \`crates\`, as ${RUSTSEC} has`);
  const files: ArchiveEntry[] = [];
  for (const entry of readdirSync(crates, { recursive: true, withFileTypes: true })) {
    if (entry.isDirectory()) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join("/");
    if (!entry.isFile()) throw new ReportError(`holds ${quote(name)}, which is neither a file nor a folder`);
    if (files.length === MAX_ADVISORIES) throw new ReportError(`holds more than ${MAX_ADVISORIES} files`);
    if (lstatSync(path).size > MAX_ADVISORY_BYTES)
      throw new ReportError(`holds ${quote(name)}, which is larger than ${MAX_ADVISORY_BYTES / 1000} kB`);
    files.push({ path: name, bytes: readFile(path) });
  }
  return files;
}
