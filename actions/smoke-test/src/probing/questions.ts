import type { Check } from "@jessy-actions/deployment/checks/check";
import type { Observation } from "@jessy-actions/deployment/checks/round";
import type { ProbeFailure } from "@jessy-actions/kit/probe/probe";
import type { Probing } from "./probing.ts";
import { type Question, withReason } from "./question.ts";

export type AddressLookup = (
  url: URL,
  family: 4 | 6 | undefined,
  timeout: number,
) => Promise<readonly string[] | ProbeFailure>;

/**
 * The questions of a round. Where each address of a name is to be asked, the name is looked up anew; a name that is not
 * found is the outcome of its checks.
 *
 * @param left milliseconds for the lookups.
 */
export async function questionsOf(
  { checks, pins, eachAddress, family }: Pick<Probing, "checks" | "pins" | "eachAddress" | "family">,
  lookup: AddressLookup,
  left: number,
): Promise<{ readonly questions: readonly Question[]; readonly unasked: readonly Observation[] }> {
  const known = new Map<string, ReturnType<AddressLookup>>();
  const lookUp = (check: Check, url: URL) => {
    const found = known.get(url.hostname) ?? lookup(url, family, Math.min(check.timeout, left));
    known.set(url.hostname, found);
    return found;
  };
  const asked = checks.map(async (check, at): Promise<readonly Question[] | Observation> => {
    const url = new URL(check.url);
    const pinned = pins.get(url.host.toLowerCase()) ?? pins.get(url.hostname.toLowerCase());
    const addresses = pinned ?? (eachAddress ? await lookUp(check, url) : [undefined]);
    if ("kind" in addresses)
      return { check: at, address: undefined, outcome: withReason(addresses, check.timeout, left) };
    return addresses.map((address) => ({ check: at, address }));
  });
  const all = await Promise.all(asked);
  return {
    questions: all.flatMap((one) => ("outcome" in one ? [] : one)),
    unasked: all.flatMap((one) => ("outcome" in one ? one : [])),
  };
}
