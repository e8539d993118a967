/**
 * How long trivy-scan's report of many findings takes: the SARIF file, its compression for GitHub, and everything else
 * that a step writes.
 *
 *     npm run bench:sarif
 *
 * Each run is cold, in a new process. Titles need escapes, and each finding has two aliases. Two findings in five have a
 * rule of their own, as in an image, where one flaw is in several packages; then all have, which is the most work that
 * there can be. CPU time of the main thread, which other work on the machine changes less than the clock.
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

/** Milliseconds. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** Half of them at lines of lock files, half of them in an image. */
function resultOf(count: number, rules: number): Result {
  const flawOf = (at: number) => Math.floor((at * rules) / count);
  const findings = manyFindings(count, (at) => ({
    id: `CVE-2026-${flawOf(at)}`,
    title: `Number ${flawOf(at)}: a flaw in \`parser::number_${flawOf(at)}\` lets [remote] attackers exhaust memory & more`,
    aliases: [`GHSA-aaaa-bbbb-${flawOf(at)}`, `RUSTSEC-2026-${flawOf(at)}`],
    url: `https://avd.aquasec.com/nvd/cve-2026-${flawOf(at)}`,
    ...(at % 2 === 0 && { place: { target: ".", file: `crates/crate-${at % 50}/Cargo.lock`, startLine: at + 1 } }),
  }));
  // As they come: texts out of JSON, and not put together.
  return { ...fullResult(4), targets: exampleResult().targets, findings: JSON.parse(JSON.stringify(findings)) };
}

async function once(count: number, rules: number): Promise<Run> {
  const result = resultOf(count, rules);
  const start = cpuTime();
  const file = sarifOf(result);
  const written = cpuTime();
  const packed = await packSarif(() => file, count);
  const compressed = cpuTime();
  const { summary, comment = [] } = render(result);
  for (const blocks of [summary, comment]) renderMarkdown(blocks, { maxBytes: 1_000_000 });
  return {
    sarifMs: written - start,
    packMs: compressed - written,
    renderMs: cpuTime() - compressed,
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

function measure(count: number, rules: number): number {
  const runs = Array.from(
    { length: RUNS },
    () =>
      JSON.parse(
        execFileSync(process.execPath, [import.meta.filename, String(count), String(rules)], { encoding: "utf8" }),
      ) as Run,
  );
  const { bytes, gzipBytes } = runs[0]!;
  process.stdout.write(
    `${count} findings, ${rules} rules: ${(bytes / 1e6).toFixed(1)} MB, ${(gzipBytes / 1e3).toFixed(0)} kB compressed\n`,
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

const [count, rules] = process.argv.slice(2);
if (count !== undefined) process.stdout.write(JSON.stringify(await once(Number(count), Number(rules))));
else {
  measure(1_000, 400);
  const least = measure(5_000, 2_000);
  measure(5_000, 5_000);
  process.stdout.write(`of at most ${LIMIT_MS} ms for the file of 5,000 findings and 2,000 rules\n`);
  if (least > LIMIT_MS) process.exitCode = 1;
}
