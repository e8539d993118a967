import { prose } from "@jessy-actions/kit/report/prose";
import { count, counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Inline, Line } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";
import { durationText } from "./duration-text.ts";
import { releaseText } from "./release-text.ts";

/** A fleet that does not serve one release is the first thing that anybody must see. */
export function fleetAlert({ hosts, outcome }: Result): Block[] {
  if (outcome !== "mixed" && outcome !== "unknown") return [];
  const served = Map.groupBy(hosts, ({ serving }) => serving);
  const parts = [...served].flatMap(([release, of], at): Inline[] => [
    at === 0 ? "" : "; ",
    ...(release === null ? ["nobody knows what is served by "] : [releaseText(release), " by "]),
    ...names(of.map(({ name }) => name)),
  ]);
  const start =
    outcome === "mixed" ? "The hosts serve different releases: " : "It is not known what every host serves: ";
  return [{ kind: "alert", level: "caution", text: [start, ...parts, "."] }];
}

/** Host names that are written out; the table has all. */
const MOST_NAMES = 5;

function names(all: readonly string[]): readonly Inline[] {
  const shown = all.slice(0, MOST_NAMES).flatMap((name, at): Inline[] => [at === 0 ? "" : ", ", { code: name }]);
  return all.length > MOST_NAMES ? [...shown, ` and ${count(all.length - MOST_NAMES)} more`] : shown;
}

/** What requests met while hosts were switched. */
export function downtimeLine({ downtime, outcome }: Result): Block[] {
  if (downtime === null || outcome === "planned" || outcome === "refused") return [];
  const { requests, lost, milliseconds } = downtime;
  if (requests === 0) return [{ kind: "paragraph", text: "Downtime was not measured: no request was made." }];
  const text: Line =
    lost === 0
      ? [{ strong: "No downtime" }, `: ${counted(requests, "request")} during the switches, none lost.`]
      : [
          { strong: `Downtime ${durationText(milliseconds)}` },
          `: ${count(lost)} of ${counted(requests, "request")} during the switches were lost.`,
        ];
  return [{ kind: "paragraph", text }];
}

/** What would happen next. */
export function rerunLine({ rerun }: Result): Block[] {
  return rerun === "" ? [] : [{ kind: "paragraph", text: [{ strong: "Re-run:" }, " ", ...prose(rerun)] }];
}
