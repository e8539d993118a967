import { Attempt } from "./attempt.ts";
import { limited } from "./limited.ts";
import { lookUp } from "./lookup.ts";
import type { ProbeFailure } from "./outcome.ts";
import { hostOf, peerOf } from "./words.ts";

/** Every address of a URL's host, asked anew, to probe one by one. @param timeout milliseconds. */
export async function addressesOf(
  url: URL,
  family: 4 | 6 | undefined,
  timeout: number,
): Promise<readonly string[] | ProbeFailure> {
  const attempt = new Attempt(peerOf(url));
  return limited(attempt, timeout, undefined, () => lookUp(hostOf(url), family));
}
