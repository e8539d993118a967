/** A limit for the growth of an image, in bytes or as a share of what it was. */
export type Growth = { readonly bytes: number } | { readonly percent: number };

const UNITS: ReadonlyMap<string, number> = new Map([
  ["", 1],
  ["b", 1],
  ["kb", 1e3],
  ["mb", 1e6],
  ["gb", 1e9],
  ["kib", 2 ** 10],
  ["mib", 2 ** 20],
  ["gib", 2 ** 30],
]);

/** Reads `200 MB`, `1.5GiB` or `4096`. @returns bytes; undefined when it is not a size. */
export function parseSize(text: string): number | undefined {
  const match = /^(\d{1,12}(?:\.\d{1,6})?)\s*([a-z]*)$/i.exec(text.trim());
  const unit = UNITS.get(match?.[2]?.toLowerCase() ?? "");
  return match === null || unit === undefined ? undefined : Math.round(Number(match[1]) * unit);
}

/** Reads `5 %` or a size. */
export function parseGrowth(text: string): Growth | undefined {
  const percent = /^(\d{1,6}(?:\.\d{1,6})?)\s*%$/.exec(text.trim())?.[1];
  if (percent !== undefined) return { percent: Number(percent) };
  const bytes = parseSize(text);
  return bytes === undefined ? undefined : { bytes };
}

/** Millionths, as many decimals as a percentage may have. */
const MILLION = 1_000_000;

/** Whether an image outgrew its limit, exactly. @param before its size on the registry, in bytes. */
export function isOvergrown(before: number, now: number, limit: Growth): boolean {
  if ("bytes" in limit) return now - before > limit.bytes;
  return BigInt(now - before) * BigInt(100 * MILLION) > BigInt(before) * BigInt(Math.round(limit.percent * MILLION));
}
