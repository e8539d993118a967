import { DENIED_DIGESTS } from "./denied.ts";
import { RELEASE_DIGESTS } from "./release-digests.ts";
import type { Platform } from "./release-platform.ts";

/** What is known of Trivy's releases. Digests are SHA-256, hexadecimal. */
export interface KnownTrivy {
  /** Of archives, by version and platform, the newest version first. */
  readonly digests: Readonly<Record<string, Readonly<Partial<Record<Platform, string>>>>>;
  /** Of archives and programs that must never run, with what each is. */
  readonly denied: Readonly<Record<string, string>>;
}

export const KNOWN_TRIVY: KnownTrivy = { digests: RELEASE_DIGESTS, denied: DENIED_DIGESTS };
