import type { AdvisoryDatabase } from "@jessy-actions/security/rustsec/advisory-database";
import type { Database } from "../../database/database.ts";

/** RustSec's advisories, opened, and where they came from. */
export interface RustSecDatabase {
  readonly advisories: AdvisoryDatabase;
  readonly about: Database;
}

/** How messages call it. */
export const RUSTSEC = "RustSec's advisory database";
