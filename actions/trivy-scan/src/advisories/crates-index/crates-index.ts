import type { IndexAnswer } from "@jessy-actions/security/rustsec/crates-index";
import type { Database } from "../../database/database.ts";

/** What is asked whether versions of crates were yanked. */
export interface CratesIndex {
  readonly about: Database;
  /** Asks about crates, each once a run. @param crates names as crates.io has them. */
  ask(crates: readonly string[]): Promise<IndexAnswers>;
}

export interface IndexAnswers {
  readonly answers: ReadonlyMap<string, IndexAnswer>;
  /** Crates that there is no answer about, and why: a sentence without its subject. */
  readonly refusals: ReadonlyMap<string, string>;
}

/** How messages call it. */
export const CRATES_INDEX = "the index of crates.io";
