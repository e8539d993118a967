import type { Check } from "@jessy-actions/deployment/checks/check";
import { UserErrors } from "@jessy-actions/reading/user-error";
import { EVERY_HOST } from "../rules/every-host.ts";

/** A round asks each check on each of its addresses. */
export const MAX_QUESTIONS = 1000;

/**
 * The addresses of each host that a check asks. Those for every check are added to the hosts that have none of their
 * own.
 *
 * @throws UserErrors for a host that no check asks: its addresses would look tested.
 */
export function pinsOf(
  checks: readonly Check[],
  written: ReadonlyMap<string, readonly string[]>,
): { readonly pins: ReadonlyMap<string, readonly string[]>; readonly notes: readonly string[] } {
  const urls = checks.map(({ url }) => new URL(url));
  const hosts = new Set(urls.flatMap(({ host, hostname }) => [host, hostname]));
  const unknown = [...written.keys()].filter((host) => host !== EVERY_HOST && !hosts.has(host));
  if (unknown.length > 0)
    throw new UserErrors(unknown.map((host) => `input \`addresses\`: no check asks the host \`${host}\``));
  const common = written.get(EVERY_HOST);
  const pins = new Map([...written].filter(([host]) => host !== EVERY_HOST));
  if (common !== undefined)
    for (const { host, hostname } of urls) if (!written.has(host) && !written.has(hostname)) pins.set(host, common);
  const questions = urls.reduce(
    (sum, { host, hostname }) => sum + (pins.get(host) ?? pins.get(hostname) ?? [""]).length,
    0,
  );
  if (questions > MAX_QUESTIONS)
    throw new UserErrors([
      `${checks.length} checks on their \`addresses\` are ${questions} requests a round; at most ${MAX_QUESTIONS} are sent`,
    ]);
  const named = [...pins].map(([host, addresses]) => `\`${host}\` is asked at ${addresses.join(", ")}`);
  return { pins, notes: named.length === 0 ? [] : [`Addresses were given: ${named.join("; ")}.`] };
}
