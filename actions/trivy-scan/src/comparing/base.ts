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
      /** Paths that differ, of either side, with forward slashes. */
      readonly changed: readonly string[];
    }
  /** `no-change`: a schedule, the first push; `no-base`: it cannot be read; `not-asked`: `only-new: false`. Everything counts. */
  | { readonly state: "none"; readonly cause: "no-change" | "no-base" | "not-asked"; readonly reason: string };
