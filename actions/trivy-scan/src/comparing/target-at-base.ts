import type { Renames } from "@jessy-actions/security/identity/comparison";
import type { Target } from "../targets/target.ts";

/**
 * The target where it was in the base: a change that renames a folder renames it in its workflow, too. Its name stays, so
 * its findings are of the same place. Pure.
 *
 * @param isThere whether the base has something at a path.
 * @returns the target itself where the base has it, and where it is new.
 */
export function targetAtBase(target: Target, renames: Renames, isThere: (path: string) => boolean): Target {
  const { location } = target;
  if (isThere(location)) return target;
  const places = new Map<string, number>();
  for (const [from, to] of renames) {
    const place = formerPlace(location, from, to);
    if (place !== undefined && isThere(place)) places.set(place, (places.get(place) ?? 0) + 1);
  }
  const [best] = [...places].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
  return best === undefined ? target : { ...target, location: best[0] };
}

/** Where the target was, if this file moved along with it. */
function formerPlace(location: string, from: string, to: string): string | undefined {
  if (to === location) return from;
  if (!to.startsWith(`${location}/`)) return undefined;
  const inside = to.slice(location.length);
  return from.endsWith(inside) ? from.slice(0, -inside.length) : undefined;
}
