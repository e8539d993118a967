import type { Check } from "@jessy-actions/deployment/checks/check";

/** What is asked, whom, and for how long. */
export interface Probing {
  readonly checks: readonly Check[];
  /** By the host of a URL, `app.example` or `app.example:8443`: the addresses to ask in its place, all in each round. */
  readonly pins: ReadonlyMap<string, readonly string[]>;
  /** Ask every address that a name has, instead of the first that answers. */
  readonly eachAddress: boolean;
  readonly family: 4 | 6 | undefined;
  /** PEM; besides the system's own. */
  readonly certificateAuthority: string | undefined;
  readonly allowsMetadata: boolean;
  /** Milliseconds from the start after which nothing is waited for. */
  readonly deadline: number;
}
