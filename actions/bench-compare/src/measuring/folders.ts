import { join } from "node:path";

/** What a gate makes below its temporary folder, and removes again. */
export interface Folders {
  /** For the checkouts of base and head. */
  readonly checkouts: string;
  /** For what benchmarks leave outside of the checkouts. */
  readonly scratch: string;
}

export function foldersIn(temporary: string): Folders {
  return { checkouts: join(temporary, "checkouts"), scratch: join(temporary, "scratch") };
}
