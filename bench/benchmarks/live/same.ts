/**
 * Whole runs of the shipped gate on two identical programs: `node bench/benchmarks/live/same.ts --runs 300 [--load 2] [--neighbours 2] [--out FILE]`. With
 * `--load` somebody takes that many cores in the middle of each run, with `--neighbours` that many come and go all the time. Prints how often the gate cried wolf.
 */
import { appendFileSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { type GateRun, LiveGate } from "./gate.ts";
import { Load, restlessNeighbours } from "./load.ts";
import { liveRepository } from "./program.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "300" },
    load: { type: "string", default: "0" },
    neighbours: { type: "string", default: "0" },
    out: { type: "string" },
  },
});
const runs = Number(values.runs);
const cores = Number(values.load);
const endNeighbours = restlessNeighbours(Number(values.neighbours));
const gate = await LiveGate.start();
const repository = liveRepository(0);
const results: GateRun[] = [];
for (let at = 0; at < runs; at++) {
  // Between the first rounds and the last.
  const load = cores === 0 ? undefined : new Load(cores, 300 + (at % 10) * 80);
  // With a load step rounds enough for it to come in their middle.
  const result = await gate.run(repository, { name: `run-${at}`, ...(cores > 0 && { "min-rounds": "15" }) });
  load?.stop();
  results.push(result);
  if (values.out !== undefined) {
    mkdirSync(dirname(values.out), { recursive: true });
    appendFileSync(values.out, `${JSON.stringify({ load: cores, ...result })}\n`);
  }
  if ((at + 1) % 25 === 0) report(results);
}
endNeighbours();
await gate.close();
report(results);

function report(all: readonly GateRun[]): void {
  const count = (test: (run: GateRun) => boolean) => all.filter(test).length;
  const total = (of: (run: GateRun) => number) => all.reduce((sum, run) => sum + of(run), 0);
  process.stdout.write(
    `${all.length} runs${cores === 0 ? "" : ` with a load step on ${cores} cores`}: ` +
      `failed ${count(({ verdict }) => verdict === "fail")}, contaminated ${count(({ outcome }) => outcome === "contaminated")}, ` +
      `inconclusive ${count(({ verdict, outcome }) => verdict === "inconclusive" && outcome !== "contaminated")}, ` +
      `passed ${count(({ verdict }) => verdict === "pass")}, broken ${count(({ verdict }) => verdict === "broken")}; ` +
      `benchmarks called improved ${total(({ improved }) => improved.length)}; ` +
      `${(total(({ rounds }) => rounds) / all.length).toFixed(1)} rounds and ${(total(({ seconds }) => seconds) / all.length).toFixed(1)} s a run, ` +
      `${((total(({ measuring }) => measuring) / total(({ inBenchmarks }) => inBenchmarks) - 1) * 100).toFixed(1)} % over the benchmarks' own time\n`,
  );
}
