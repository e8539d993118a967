import { once } from "node:events";
import { createWriteStream, existsSync, statSync } from "node:fs";

/** Numbers from 0 to 1 that are the same on every machine (mulberry32). */
function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * Writes an LCOV tracefile of about so many megabytes: files of 600 to 1,600 measured lines, a quarter of them with two branches. The source
 * is always the same one; `run` only chooses what was hit, so that several runs are shards of one program.
 */
export async function writeTracefile(path: string, megabytes: number, run: number): Promise<void> {
  if (existsSync(path) && statSync(path).size >= megabytes * 1_000_000) return;
  const source = random(1);
  const hits = random(1000 + run);
  const file = createWriteStream(path);
  let written = 0;
  for (let number = 0; written < megabytes * 1_000_000; number++) {
    const text = record(number, source, hits);
    written += text.length;
    if (!file.write(text)) await once(file, "drain");
  }
  file.end();
  await once(file, "finish");
}

function record(number: number, source: () => number, hits: () => number): string {
  const branches: string[] = [];
  const lines: string[] = [];
  let line = 1;
  let hit = 0;
  let taken = 0;
  for (let left = 600 + Math.floor(source() * 1000); left > 0; left--) {
    line += 1 + Math.floor(source() * 2);
    const count = hits() < 0.7 ? Math.floor(hits() * 1000) : 0;
    if (count > 0) hit++;
    lines.push(`DA:${line},${count}`);
    if (source() >= 0.25) continue;
    for (let branch = 0; branch < 2; branch++) {
      const times = count > 0 ? String(Math.floor(hits() * 3)) : "-";
      if (times !== "-" && times !== "0") taken++;
      branches.push(`BRDA:${line},0,${branch},${times}`);
    }
  }
  return [
    "TN:",
    `SF:src/pkg${Math.floor(number / 50)}/mod${number}/file_${number}.rs`,
    ...branches,
    `BRF:${branches.length}`,
    `BRH:${taken}`,
    ...lines,
    `LF:${lines.length}`,
    `LH:${hit}`,
    "end_of_record\n",
  ].join("\n");
}
