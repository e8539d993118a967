import type { Result } from "../result.ts";
import { openEnds } from "../wording/change.ts";

interface GeomeanOutputs {
  readonly geomean: string;
  readonly "geomean-low": string;
  readonly "geomean-high": string;
}

/**
 * What the report says of all noisy metrics together, for machines: the head's cost as a multiple of the base's, with its
 * interval. Without one the mean would say more than is known, so all three are empty; so is an end that is not known.
 */
export function geomeanOutputs({ suite }: Pick<Result, "suite">): GeomeanOutputs {
  const { change, low, high } = suite ?? {};
  const none = { geomean: "", "geomean-low": "", "geomean-high": "" };
  if (change === undefined || low === undefined || high === undefined) return none;
  const { isOpenBelow, isOpenAbove } = openEnds(low, high);
  if (isOpenBelow && isOpenAbove) return none;
  return {
    geomean: factor(change),
    "geomean-low": isOpenBelow ? "" : factor(low),
    "geomean-high": isOpenAbove ? "" : factor(high),
  };
}

const factor = (change: number): string => (1 + change).toFixed(4);
