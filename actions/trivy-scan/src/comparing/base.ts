import type { Renames } from "@jessy-actions/security/identity/comparison";

/** What a run is compared with. */
export type Base =
  | {
      readonly state: "compared";
      readonly commit: string;
      /** Half a sentence: `the merge commit of the pull request against its base`. */
      readonly reason: string;
      /** From the base's path to the head's. */
      readonly renames: Renames;
      /**
       * Paths that differ, of either side, with forward slashes: between the commits, and between the head and the
       * workspace. A folder that git does not track has `/` at its end.
       */
      readonly changed: readonly string[];
      /** Those of `changed` that no commit has as they are: what is found there counts, as the base has none of it. */
      readonly uncommitted?: readonly string[];
    }
  /** `no-change`: a schedule, the first push; `no-base`: it cannot be read; `not-asked`: `only-new: false`. Everything counts. */
  | { readonly state: "none"; readonly cause: "no-change" | "no-base" | "not-asked"; readonly reason: string };
