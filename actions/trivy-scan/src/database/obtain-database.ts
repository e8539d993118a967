import { UserError } from "@jessy-actions/reading/user-error";
import { timeInWords } from "./age.ts";
import type { Database } from "./database.ts";
import { forget, keepLater, maySave, restoreKept, storeOf } from "./database-cache.ts";
import type { DatabaseKind } from "./database-kind.ts";
import { type Answer, type Fetched, fetchDatabase, LAST_PATIENCE } from "./fetch-database.ts";
import { type KeptDatabase, layerFile } from "./kept-database.ts";
import type { Metadata } from "./metadata.ts";
import { openDatabase } from "./open-database.ts";
import type { Preparation } from "./preparation.ts";
import { parseRepositories, type Repository } from "./repository.ts";
import { Unusable } from "./unusable.ts";

/**
 * One database: from the cache as long as no newer one is due, else from the first repository that gives it, else from
 * the cache as long as its age allows.
 *
 * @throws UserError with what each repository answered.
 */
export async function obtainDatabase(
  kind: DatabaseKind,
  texts: readonly string[],
  preparation: Preparation,
): Promise<Database> {
  const { cache, io } = preparation;
  const repositories = parseRepositories(texts, kind);
  forget(kind, io);
  const kept = cache ? await restoreKept(kind, repositories, io) : undefined;
  const source = new Source(kind, repositories, preparation);
  const database = await source.obtain(kept);
  if (!source.isDownloaded || !cache || !maySave(io.event())) forget(kind, io);
  else keepLater(kind, repositories, database.updatedAt, io);
  return database;
}

type Found = Database & { readonly updatedAt: number };

/** The cache and the repositories of one database. */
class Source {
  readonly #kind: DatabaseKind;
  readonly #repositories: readonly Repository[];
  readonly #preparation: Preparation;
  /** Why what was kept cannot be used, half a sentence. */
  #problem: string | undefined;
  isDownloaded = false;

  constructor(kind: DatabaseKind, repositories: readonly Repository[], preparation: Preparation) {
    this.#kind = kind;
    this.#repositories = repositories;
    this.#preparation = preparation;
  }

  async obtain(restored: KeptDatabase | undefined): Promise<Found> {
    const isPinned = this.#repositories.every(({ pin }) => pin !== undefined);
    const isDue = ({ nextUpdate }: Pick<Metadata, "nextUpdate">) => !isPinned && nextUpdate <= this.#preparation.now;
    let kept = restored !== undefined && isOffered(restored, this.#repositories) ? restored : undefined;
    if (kept !== undefined && !isDue(kept)) {
      const metadata = await this.#open(kept);
      // What the record says is a hint: what was unpacked counts.
      if (metadata !== undefined && !isDue(metadata)) return this.#fromCache(kept, metadata);
      if (metadata === undefined) kept = undefined;
    }
    const first = await this.#fetch(this.#repositories, kept, 0);
    if (first.state === "downloaded") return this.#downloaded(first);
    if (kept !== undefined && isKeptAllowed(first)) {
      const metadata = await this.#open(kept);
      if (metadata !== undefined)
        return this.#fromCache(kept, metadata, first.state === "none" ? first.answers : undefined);
    }
    const again = await this.#fetchAgain(first, kept !== undefined);
    if (again.state === "downloaded") return this.#downloaded(again);
    throw this.#unavailable(again.state === "none" ? again.answers : []);
  }

  /**
   * What was kept is of no use: what may have passed is waited for a little.
   *
   * @param wasCompared whether the answers are about what was kept: an older one will do now.
   */
  async #fetchAgain(first: Exclude<Fetched, { state: "downloaded" }>, wasCompared: boolean): Promise<Fetched> {
    if (first.state === "unchanged") return this.#fetch(this.#repositories, undefined, LAST_PATIENCE);
    const isOpen = ({ kind }: Answer) => kind === "busy" || (wasCompared && kind === "behind");
    const open = this.#repositories.filter((_, index) => isOpen(first.answers[index]!));
    if (open.length === 0) return first;
    this.#preparation.io.log.info("No repository gave it; those that may yet do are asked once more.");
    const second = await this.#fetch(open, undefined, LAST_PATIENCE);
    if (second.state !== "none") return second;
    const later = [...second.answers];
    return { state: "none", answers: first.answers.map((answer) => (isOpen(answer) ? later.shift()! : answer)) };
  }

  #fetch(repositories: readonly Repository[], kept: KeptDatabase | undefined, patience: number): Promise<Fetched> {
    const { folder, maxAge, now, io, sleep, idleTimeout } = this.#preparation;
    const opening = { kind: this.#kind, folder, maxAge, now };
    const store = storeOf(this.#kind, io);
    const timing = { ...(sleep && { sleep }), ...(idleTimeout !== undefined && { idleTimeout }) };
    return fetchDatabase({ repositories, store, kept, opening, patience, log: io.log, ...timing });
  }

  /** @returns undefined, with `#problem`, when it must not be used. */
  async #open(kept: KeptDatabase): Promise<Metadata | undefined> {
    const { folder, maxAge, now, io } = this.#preparation;
    const opening = { kind: this.#kind, folder, maxAge, now, downloadedAt: kept.downloadedAt };
    try {
      const metadata = await openDatabase(layerFile(kept.folder), kept.layer, opening);
      if (timeInWords(metadata.updatedAt) === timeInWords(kept.updatedAt)) return metadata;
      throw new Unusable("its record is of another database");
    } catch (error) {
      if (!(error instanceof Unusable)) throw error;
      this.#problem = error.message;
      io.log.info(`${this.#kind.title} in the cache cannot be used: ${error.message}.`);
      return undefined;
    }
  }

  #downloaded({ repository, digest, metadata }: Extract<Fetched, { state: "downloaded" }>): Found {
    this.isDownloaded = true;
    return { name: this.#kind.name, version: digest, updatedAt: metadata.updatedAt, origin: repository };
  }

  /** @param answers of all repositories, where one of them should have given a newer one. */
  #fromCache(kept: KeptDatabase, { updatedAt }: Metadata, answers?: readonly Answer[]): Found {
    const { title, name } = this.#kind;
    const warning =
      answers &&
      `${title} is the kept one, of ${timeInWords(updatedAt)}: no repository gives a newer one (${listed(answers)})`;
    if (warning !== undefined) this.#preparation.io.log.warning(warning);
    const origin = `the cache (${kept.repository})`;
    return { name, version: kept.digest, updatedAt, origin, ...(warning !== undefined && { warning }) };
  }

  #unavailable(answers: readonly Answer[]): UserError {
    const { title } = this.#kind;
    const kept = this.#problem === undefined ? "" : `; the kept one cannot be used: ${this.#problem}`;
    return new UserError(`${title} is not available: ${listed(answers)}${kept}`);
  }
}

/** A pinned repository offers one database alone. */
function isOffered({ digest }: KeptDatabase, repositories: readonly Repository[]): boolean {
  return repositories.some(({ pin }) => pin === undefined || pin === digest);
}

/** A set-up that leads nowhere is said at once, and not first when the kept one is too old. */
function isKeptAllowed(fetched: Exclude<Fetched, { state: "downloaded" }>): boolean {
  return fetched.state === "unchanged" || fetched.answers.some(({ kind }) => kind !== "refused");
}

const listed = (answers: readonly Answer[]): string =>
  answers.map(({ repository, words }) => `${repository}: ${words}`).join("; ");
