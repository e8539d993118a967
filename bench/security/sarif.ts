/**
 * How long trivy-scan's report of many findings takes: the SARIF file, its compression for GitHub, and everything else
 * that a step writes.
 *
 *     npm run bench:sarif
 *
 * Each run is cold, in a new process. Every finding has a rule of its own, two aliases and a title that needs escapes,
 * which is the most work that a finding can be.
 */
import { execFileSync } from "node:child_process";
import { sarifOf } from "../../actions/trivy-scan/src/outputs/sarif-file.ts";
import { render } from "../../actions/trivy-scan/src/render.ts";
import type { Result } from "../../actions/trivy-scan/src/result.ts";
import { exampleResult, fullResult, manyFindings } from "../../actions/trivy-scan/testing/example-result.ts";
import { packSarif } from "../../packages/kit/src/github/packed-sarif.ts";
import { renderMarkdown } from "../../packages/kit/src/report/markdown.ts";

const RUNS = 15;
const LIMIT_MS = 150;

interface Run {
  readonly sarifMs: number;
  readonly packMs: number;
  readonly renderMs: number;
  readonly bytes: number;
  readonly gzipBytes: number;
}

/** Half of them at lines of lock files, half of them in an image. */
function resultOf(count: number): Result {
  const findings = manyFindings(count, (at) => ({
    title: `Number ${at}: a flaw in \`parser::number_${at}\` lets [remote] attackers exhaust memory & more`,
    aliases: [`GHSA-aaaa-bbbb-${at}`, `RUSTSEC-2026-${at}`],
    ...(at % 2 === 0 && { place: { target: ".", file: `crates/crate-${at % 50}/Cargo.lock`, startLine: at + 1 } }),
  }));
  return { ...fullResult(4), targets: exampleResult().targets, findings };
}

async function once(count: number): Promise<Run> {
  const result = resultOf(count);
  const start = performance.now();
  const file = sarifOf(result);
  const written = performance.now();
  const packed = await packSarif(() => file, count);
  const compressed = performance.now();
  const { summary, comment = [] } = render(result);
  for (const blocks of [summary, comment]) renderMarkdown(blocks, { maxBytes: 1_000_000 });
  return {
    sarifMs: written - start,
    packMs: compressed - written,
    renderMs: performance.now() - compressed,
    bytes: file.content.reduce((sum, piece) => sum + Buffer.byteLength(piece), 0),
    gzipBytes: packed!.gzip.length,
  };
}

function line(name: string, times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  const [least, median] = [sorted[0]!, sorted[sorted.length >> 1]!];
  process.stdout.write(`${name.padEnd(44)} least ${least.toFixed(0)} ms, median ${median.toFixed(0)} ms\n`);
  return least;
}

function measure(count: number): number {
  const runs = Array.from(
    { length: RUNS },
    () =>
      JSON.parse(execFileSync(process.execPath, [import.meta.filename, String(count)], { encoding: "utf8" })) as Run,
  );
  const { bytes, gzipBytes } = runs[0]!;
  process.stdout.write(
    `${count} findings: ${(bytes / 1e6).toFixed(1)} MB, ${(gzipBytes / 1e3).toFixed(0)} kB compressed\n`,
  );
  const least = line(
    "the SARIF file",
    runs.map(({ sarifMs }) => sarifMs),
  );
  line(
    "its compression",
    runs.map(({ packMs }) => packMs),
  );
  line(
    "summary, comment, annotations, result file",
    runs.map(({ renderMs }) => renderMs),
  );
  return least;
}

const [count] = process.argv.slice(2);
if (count !== undefined) process.stdout.write(JSON.stringify(await once(Number(count))));
else {
  measure(1_000);
  const least = measure(5_000);
  process.stdout.write(`of at most ${LIMIT_MS} ms for the file of 5,000\n`);
  if (least > LIMIT_MS) process.exitCode = 1;
}
