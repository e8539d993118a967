import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Cell } from "./rules/rule.ts";

/** Real reports, kept outside the repository; JESSY_CORPORA names the folder. */
const CORPORA = process.env.JESSY_CORPORA ?? resolve(import.meta.dirname, "../../../shared/corpora");

/** How long a process took and how many samples of it there are. */
export interface RecordedCell extends Cell {
  readonly process: "1 ms" | "3 s";
  readonly samples: number;
}

/**
 * Jobs on GitHub's own runners (2021) in each of which twelve pairs of the same program were timed by turns: no difference is real.
 * By cell, then by job: `{ base_faster_100x30: { 1636374319: { main: [...], feature: [...] } } }`, in seconds.
 */
export function recordedJobs(): readonly (readonly RecordedCell[])[] {
  const path = join(CORPORA, "bench/gha_aa.json");
  const cells = Object.entries(
    JSON.parse(readFileSync(path, "utf8")) as Record<string, Record<string, { main: number[]; feature: number[] }>>,
  );
  const jobs = Object.keys(cells[0]![1]);
  return jobs.map((job) =>
    cells.map(([name, byJob]) => {
      const { main, feature } = byJob[job]!;
      const process = name.includes("_5000x") ? "3 s" : "1 ms";
      return { name, process, samples: main.length, base: main, head: feature };
    }),
  );
}

/** The same job with a head that is slower, in all benchmarks or in one. */
export function slowed(job: readonly RecordedCell[], factor: number, only?: RecordedCell): readonly RecordedCell[] {
  return job.map((cell) =>
    only !== undefined && cell !== only ? cell : { ...cell, head: cell.head.map((value) => value * factor) },
  );
}
