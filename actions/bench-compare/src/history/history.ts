import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { median } from "@jessy-actions/benchmarks/quantile-interval";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { restoreNewestFromCache, saveToCache } from "@jessy-actions/kit/cache/file-cache";
import { removeWorkspaceFile } from "@jessy-actions/kit/cache/workspace-file";
import type { Facts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { Machine } from "../measuring/machine.ts";
import type { TrendPoint } from "./trend.ts";

/** Older points are dropped. */
const MAX_POINTS = 50;

/** A larger file is not one of ours. */
const MAX_BYTES = 20_000_000;

/** The history's place in the workspace while it goes to or comes from the cache: the cache's version is made of it. */
export function cachePath(name: string): string {
  return `.jessy/bench-history${name === "" ? "" : `-${encodeURIComponent(name)}`}.json`;
}

/** One history for each kind of processor: times of two kinds cannot be compared (medians differ by up to 1.95 between runners). */
function cachePrefix(name: string, { cpu, cores }: Machine): string {
  const kind = createHash("sha256").update(`${cpu}\0${cores}`).digest("hex").slice(0, 12);
  return `jessy-bench-v1-${encodeURIComponent(name)}-${kind}-`;
}

/** The history of the default branch on this kind of machine, oldest first; empty when there is none. It feeds the trend and the enforced rules. */
export async function restoreHistory(name: string, machine: Machine, io: ActionIo): Promise<readonly TrendPoint[]> {
  const path = cachePath(name);
  const prefix = cachePrefix(name, machine);
  const lookup = await restoreNewestFromCache(path, prefix, io.log);
  io.log.debug(`History with the key prefix ${prefix}: ${lookup.state}`);
  if (lookup.state !== "hit") {
    if (lookup.state === "unavailable") io.log.info(`No trend: ${lookup.reason}.`);
    return [];
  }
  const absolute = join(io.workspace, path);
  try {
    return statSync(absolute).size > MAX_BYTES ? [] : parseHistory(readFileSync(absolute, "utf8"));
  } catch (error) {
    io.log.info(`No trend: the kept results cannot be read: ${(error as Error).message}`);
    return [];
  } finally {
    removeWorkspaceFile(io.workspace, path);
  }
}

/** Adds a point and saves the history under a key of this run: the cache never overwrites a key. */
async function saveHistory(name: string, machine: Machine, points: readonly TrendPoint[], io: ActionIo): Promise<void> {
  const path = cachePath(name);
  const absolute = join(io.workspace, path);
  mkdirSync(dirname(absolute), { recursive: true });
  writeFileSync(absolute, formatHistory(points.slice(-MAX_POINTS)));
  const { GITHUB_RUN_ID = "0", GITHUB_RUN_ATTEMPT = "1" } = io.environment;
  try {
    const run = [GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, points.at(-1)?.sha.slice(0, 12)].join("-");
    const saved = await saveToCache(path, `${cachePrefix(name, machine)}${run}`, io.log);
    io.log.info(
      saved
        ? "Results kept for the trend."
        : "Results not kept for the trend: they are in the cache already, or there is no cache.",
    );
  } finally {
    removeWorkspaceFile(io.workspace, path);
  }
}

export function formatHistory(points: readonly TrendPoint[]): string {
  return JSON.stringify({
    schemaVersion: 1,
    points: points.map(({ times, ...point }) => ({ ...point, times: Object.fromEntries(times) })),
  });
}

/** Reads a saved history and skips points of another shape. @throws SyntaxError when the text is not valid JSON. */
export function parseHistory(text: string): TrendPoint[] {
  const { schemaVersion, points } = (JSON.parse(text) ?? {}) as { schemaVersion?: unknown; points?: unknown };
  if (schemaVersion !== 1 || !Array.isArray(points)) return [];
  return points.slice(-MAX_POINTS).flatMap((point: unknown): TrendPoint[] => {
    const { sha, at, times, gate } = (point ?? {}) as Readonly<Record<"sha" | "at" | "times" | "gate", unknown>>;
    if (typeof sha !== "string" || !/^[0-9a-f]{40,64}$/.test(sha)) return [];
    if (!Number.isSafeInteger(at) || typeof times !== "object" || times === null) return [];
    const known = Object.entries(times).filter(
      (entry): entry is [string, number] => typeof entry[1] === "number" && Number.isFinite(entry[1]) && entry[1] > 0,
    );
    return [{ sha, at: at as number, times: new Map(known), ...(isTexts(gate) && { gate }) }];
  });
}

function isTexts(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === "object" && value !== null && Object.values(value).every((each) => typeof each === "string");
}

/** Keeps what a push to the default branch measured. No other event may save: a pull request could forge the history. */
export async function conclude(inputs: Inputs, facts: Facts, io: ActionIo): Promise<void> {
  const { pushToDefaultBranch, sha } = io.event();
  if (!pushToDefaultBranch || !inputs.history || facts.kind === "published") return;
  if (facts.run === undefined || facts.problem !== undefined) return;
  const times = new Map(
    facts.groups
      .flatMap(({ series }) => series)
      .filter(({ metric, rounds }) => metric.name === "time" && metric.unit === "ns" && rounds.length > 0)
      .map(({ benchmark, rounds }): [string, number] => [benchmark, median(rounds.flatMap(({ head }) => head))]),
  );
  if (times.size === 0) return;
  const point: TrendPoint = { sha, at: Math.floor(Date.now() / 1000), times, gate: inputs.gate };
  await io.log.group("Keeping the results for the trend", () =>
    saveHistory(inputs.name, facts.machine, [...facts.trend.filter((each) => each.sha !== sha), point], io),
  );
}
