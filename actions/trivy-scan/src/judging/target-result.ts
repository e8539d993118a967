import type { TargetFacts } from "../facts.ts";
import type { TargetResult } from "../result.ts";
import { headScan } from "./scans.ts";

/** What became of one target. @param folders of the repository, by the names of targets. */
export function targetResult(facts: TargetFacts, folders: ReadonlyMap<string, string>): TargetResult {
  const { target, head } = facts;
  const scan = headScan(facts);
  const folder = folders.get(target.name);
  return {
    name: target.name,
    kind: target.kind,
    ...(folder !== undefined && { location: folder }),
    state: "scan" in head ? "scanned" : "failed",
    base: baseState(facts),
    scanned: { ...scan?.scanned },
    digest: scan?.digest ?? null,
  };
}

function baseState({ base }: TargetFacts): TargetResult["base"] {
  if (typeof base === "string") return base;
  return "scan" in base ? "scanned" : "failed";
}
