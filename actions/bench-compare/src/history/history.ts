import { createHash } from "node:crypto";
import { join } from "node:path";
import { median } from "@jessy-actions/benchmarks/quantile-interval";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { cacheKey, partOfKey } from "@jessy-actions/kit/cache/cache-key";
import { type CachedFile, readFromCache, saveToCache } from "@jessy-actions/kit/cache/file-cache";
import type { Facts, UnknownRules } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { Machine } from "../measuring/machine.ts";
import type { TrendPoint } from "./trend.ts";

/** Older points are dropped. */
const MAX_POINTS = 50;

/** What the history is called in its archive; a larger one is not one of ours. */
const HISTORY_FILE: CachedFile = { file: "jessy-bench-history.json", maxBytes: 20_000_000 };

const KEY_KIND = "jessy-bench-v2";

/** What the cache knows of the default branch. */
export interface KeptHistory {
  /** What it measured on this kind of machine, oldest first. */
  readonly points: readonly TrendPoint[];
  /** The rules that it was last judged by, on any machine. */
  readonly gate?: TrendPoint["gate"];
  /** Why nobody knows them. */
  readonly unknown?: UnknownRules;
  /** Another comparison of the default branch, which has none of this name. */
  readonly otherName?: string;
}

export const NO_HISTORY: KeptHistory = { points: [] };

/** One history for each kind of processor: times of two kinds cannot be compared (medians differ by up to 1.95 between runners). */
function machineKey({ cpu, cores }: Machine): string {
  return createHash("sha256").update(`${cpu}\0${cores}`).digest("hex").slice(0, 12);
}

/**
 * The history of the default branch. Its points are those of this kind of machine; its rules are those of any, since a
 * change that moves to another runner must not leave them behind.
 */
export async function readHistory(name: string, machine: Machine, io: ActionIo): Promise<KeptHistory> {
  const own = await readPoints([KEY_KIND, name, machineKey(machine)], io);
  if (!Array.isArray(own)) return { points: [], unknown: own };
  const points = own.length > 0 ? own : await readPoints([KEY_KIND, name], io);
  if (!Array.isArray(points)) return { points: [], unknown: points };
  const gate = points.at(-1)?.gate;
  if (points.length > 0) return { points: own, ...(gate !== undefined && { gate }) };
  const others = await readFromCache(HISTORY_FILE, [cacheKey(KEY_KIND)], io);
  const otherName = others.state === "hit" ? partOfKey(others.key, 1) : undefined;
  return { points: own, ...(otherName !== undefined && otherName !== name && { otherName }) };
}

/** @returns the newest points under a prefix, none when there are none, or why nobody knows. */
async function readPoints(prefix: readonly string[], io: ActionIo): Promise<TrendPoint[] | UnknownRules> {
  const lookup = await readFromCache(HISTORY_FILE, [cacheKey(...prefix)], io);
  io.log.debug(`History under ${cacheKey(...prefix)}: ${lookup.state}`);
  switch (lookup.state) {
    case "hit":
      try {
        return parseHistory(lookup.content.toString());
      } catch (error) {
        const reason = `the cache entry \`${lookup.key}\` cannot be read: ${(error as Error).message}`;
        return { state: "unreadable", reason };
      }
    case "miss":
      return [];
    default:
      return lookup;
  }
}

/** Adds a point and saves the history under a key of this run: the cache never overwrites a key. */
async function saveHistory(name: string, machine: Machine, points: readonly TrendPoint[], io: ActionIo): Promise<void> {
  const { GITHUB_RUN_ID = "0", GITHUB_RUN_ATTEMPT = "1" } = io.environment;
  const run = [GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT, points.at(-1)?.sha.slice(0, 12)].join("-");
  const saved = await saveToCache(
    HISTORY_FILE,
    cacheKey(KEY_KIND, name, machineKey(machine), run),
    [formatHistory(points.slice(-MAX_POINTS))],
    { folder: join(io.temporary, "cache"), log: io.log },
  );
  io.log.info(
    saved
      ? "Results kept for the trend."
      : "Results not kept for the trend: they are in the cache already, or there is no cache.",
  );
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
