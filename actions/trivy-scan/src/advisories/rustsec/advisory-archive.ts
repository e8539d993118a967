import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { cacheKey } from "@jessy-actions/kit/cache/cache-key";
import { type CachedFile, readFromCache, saveToCache } from "@jessy-actions/kit/cache/file-cache";
import { readCommitArchive } from "@jessy-actions/kit/download/commit-archive";
import { treeHash } from "@jessy-actions/kit/download/tree-hash";
import { GitHubError } from "@jessy-actions/kit/github/error";
import { object, sha } from "@jessy-actions/kit/github/shape";
import { UserError } from "@jessy-actions/reading/user-error";
import {
  type AdvisoryDatabase,
  FEWEST_ADVISORIES,
  openAdvisoryDatabase,
} from "@jessy-actions/security/rustsec/advisory-database";
import type { Inputs } from "../../inputs.ts";
import { ageInWords, ageProblem } from "./age.ts";
import { RUSTSEC, type RustSecDatabase } from "./rustsec-database.ts";

const REPOSITORY = { owner: "RustSec", repo: "advisory-db" };
const REPOSITORY_NAME = `${REPOSITORY.owner}/${REPOSITORY.repo}`;

/** Fifty times what it has. */
const LIMITS = { bytes: 100_000_000, entries: 100_000 };

/** The archive as GitHub made it: it says itself which commit it is of. */
const KEPT: CachedFile = { file: "rustsec-advisory-db.tar.gz", maxBytes: 50_000_000 };

/** An old commit has fewer advisories than the newest: in February 2025 it had 714. */
const FEWEST_OF_OLD = 500;

/** Kept apart, since only what was the newest may stand in for the newest. */
const NEWEST = "jessy-rustsec-newest";
const PINNED = "jessy-rustsec-pinned";

/** What is kept stands in for GitHub, so it is not waited for longer: milliseconds. */
const PATIENCE = 120_000;

type Source = Pick<Inputs["advisories"], "commit" | "maxAge" | "cache">;

interface Archive {
  readonly commit: string;
  readonly date: number;
  /** The hash of all its files, as git has it. */
  readonly tree: () => string;
  readonly advisories: AdvisoryDatabase;
}

/**
 * The database from its repository: of the commit that was chosen, else of the newest. It comes from the cache when that
 * has exactly the files that GitHub says the commit has: what a pull request's runs keep, they also find before anything
 * else. When GitHub cannot be asked, the last one that was kept stands in, as long as it is young enough; never for a
 * fork, whose code may have made it.
 *
 * @throws UserError when there is none that can be used.
 */
export async function openAdvisoryArchive(source: Source, io: ActionIo): Promise<RustSecDatabase> {
  const { commit, cache } = source;
  try {
    const newest = commit === undefined ? await askCommit("main", io) : undefined;
    const wanted = newest?.sha ?? commit!;
    const kept = cache ? await readKept(keysOf(wanted), source, io) : undefined;
    if (kept?.commit === wanted) {
      const { tree } = newest ?? (await askCommit(wanted, io));
      if (kept.tree() === tree) return judged(kept, source, "the cache");
      io.log.info(`${RUSTSEC} is not taken from the cache: its files are not those of the commit ${wanted}`);
    }
    return judged(await download(wanted, source, io), source, originOf(io));
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    return standIn(error, source, io);
  }
}

/** A chosen commit may once have been the newest. */
function keysOf(commit: string): readonly string[] {
  return [cacheKey(NEWEST, commit), cacheKey(PINNED, commit)];
}

async function askCommit(ref: string, io: ActionIo): Promise<{ readonly sha: string; readonly tree: string }> {
  const github = (await io.github()).within(PATIENCE);
  const answer = object({ sha, commit: object({ tree: object({ sha }) }) });
  const { sha: found, commit } = await github.request(COMMIT_ROUTE, { ...REPOSITORY, ref }, answer);
  return { sha: found, tree: commit.tree.sha };
}

const COMMIT_ROUTE = "GET /repos/{owner}/{repo}/commits/{ref}";

async function download(wanted: string, { commit, cache }: Source, io: ActionIo): Promise<Archive> {
  const github = (await io.github()).within(PATIENCE);
  const bytes = await github.download("GET /repos/{owner}/{repo}/tarball/{ref}", { ...REPOSITORY, ref: wanted });
  let archive: Archive;
  try {
    archive = await openArchive(bytes, commit !== undefined);
  } catch (error) {
    throw new UserError(`${RUSTSEC}, as ${originOf(io)} sends it, cannot be used: ${(error as Error).message}`);
  }
  if (archive.commit !== wanted)
    throw new UserError(`${originOf(io)} sends the commit ${archive.commit} of ${RUSTSEC} for ${wanted}`);
  const { ref, defaultBranch } = io.event();
  // What a pull request keeps nobody else can read.
  if (cache && defaultBranch !== undefined && ref === `refs/heads/${defaultBranch}`) {
    const key = cacheKey(commit === undefined ? NEWEST : PINNED, wanted);
    await saveToCache(KEPT, key, [bytes], { folder: join(io.temporary, "cache"), log: io.log });
  }
  return archive;
}

/** @throws Error in half a sentence, or of the database. */
async function openArchive(bytes: Uint8Array, isChosen: boolean): Promise<Archive> {
  const { commit, date, files } = await readCommitArchive(bytes, LIMITS);
  const advisories = openAdvisoryDatabase(files, isChosen ? FEWEST_OF_OLD : FEWEST_ADVISORIES);
  return { commit, date, tree: () => treeHash(files, 1), advisories };
}

/** @returns undefined when there is nothing, or nothing that can be used: the log says why. */
async function readKept(keys: readonly string[], { commit }: Source, io: ActionIo): Promise<Archive | undefined> {
  const kept = await readFromCache(KEPT, keys, io);
  if (kept.state === "miss") return undefined;
  if (kept.state !== "hit") {
    io.log.info(`${RUSTSEC} is not taken from the cache: ${kept.reason}`);
    return undefined;
  }
  try {
    return await openArchive(kept.content, commit !== undefined);
  } catch (error) {
    io.log.info(`${RUSTSEC} is not taken from the cache: ${(error as Error).message}`);
    return undefined;
  }
}

async function standIn(error: GitHubError, source: Source, io: ActionIo): Promise<RustSecDatabase> {
  const { commit, cache, maxAge } = source;
  const fail = (more: string) => unavailable(error, commit, more, io);
  // What GitHub does not have, no cache has either.
  if (error.status === 404 || error.status === 422) throw fail("");
  if (io.event().pullRequest?.fork === true) throw fail("; what the cache has is not trusted in a fork's pull request");
  const kept = cache
    ? await readKept(commit === undefined ? [cacheKey(NEWEST)] : keysOf(commit), source, io)
    : undefined;
  if (kept === undefined || (commit !== undefined && kept.commit !== commit))
    throw fail("; no earlier one is in the cache");
  const problem = commit === undefined ? ageProblem(kept.date, Date.now(), maxAge) : undefined;
  if (problem !== undefined) throw fail(`; the last one in the cache ${problem}`);
  const age = ageInWords(Date.now() - kept.date);
  const warning = `${RUSTSEC} is the last one that was kept, ${age} old, since GitHub did not answer: ${error.message}`;
  const { advisories, about } = judged(kept, source, "the cache");
  return { advisories, about: { ...about, warning } };
}

function judged({ commit, date, advisories }: Archive, source: Source, origin: string): RustSecDatabase {
  const problem = ageProblem(date, Date.now(), source.maxAge);
  // A commit that somebody chose is as old as it is.
  if (source.commit === undefined && problem !== undefined)
    throw new UserError(`${RUSTSEC} (${origin}, commit ${commit}) ${problem}`);
  return { advisories, about: { name: "rustsec", version: commit, updatedAt: date, origin } };
}

/** `github.com/RustSec/advisory-db`. */
function originOf(io: ActionIo): string {
  return `${new URL(io.event().serverUrl).host}/${REPOSITORY_NAME}`;
}

function unavailable(error: GitHubError, commit: string | undefined, more: string, io: ActionIo): UserError {
  const missing = commit === undefined ? "is not there" : `has no commit ${commit}`;
  const reason = error.status === 404 || error.status === 422 ? `it ${missing} (${error.message})` : error.message;
  // GitHub Enterprise Server answers for its own repositories alone, and nothing else is asked on its behalf.
  const mirror =
    new URL(io.event().serverUrl).host === "github.com" ? "" : `mirror ${REPOSITORY_NAME} on this server, `;
  return new UserError(
    `${RUSTSEC} cannot be fetched from ${originOf(io)}: ${reason}${more}; ${mirror}clone it in an earlier step and give \`rustsec-folder\`, or set \`rustsec: off\` to leave Cargo.lock to Trivy alone`,
  );
}
