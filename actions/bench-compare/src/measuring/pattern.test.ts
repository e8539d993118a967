import { expect, test } from "vitest";
import { groupOf } from "../../testing/facts.ts";
import { parseCommandLine } from "./command-line.ts";
import { benchmarkPattern } from "./pattern.ts";

function patternOf(text: string, names: readonly string[], wanted: readonly string[]): string | undefined {
  const { series } = groupOf(Object.fromEntries(names.map((name) => [name, { base: 1, head: 1 }])), 1);
  const keys = series.filter(({ benchmark }) => wanted.includes(benchmark)).map(({ key }) => key);
  return benchmarkPattern(parseCommandLine(text), series, new Set(keys));
}

const own = "./bench --only '{benchmarks}'";
const go = "go test -run '^$' -bench '{benchmarks}'";

test.each<[string, readonly string[], readonly string[], string | undefined]>([
  [own, ["a", "b", "c"], ["a", "c"], "^(a|c)$"],
  [own, ["parse/1.5k+x", "b"], ["parse/1.5k+x"], "^(parse/1\\.5k\\+x)$"],
  // Nothing is left out, or the command does not ask.
  [own, ["a", "b"], ["a", "b"], undefined],
  ["./bench", ["a", "b"], ["a"], undefined],
  // Go's filter is split at slashes: only the function is named, and one that others still need is no filter.
  [go, ["Parse/size=1k-8", "Render-8"], ["Parse/size=1k-8"], "^(BenchmarkParse)$"],
  [go, ["example.com/a/b.Parse-8", "Render"], ["Render"], "^(BenchmarkRender)$"],
  [go, ["Parse/a", "Parse/b"], ["Parse/a"], undefined],
  // Where two packages end alike, their whole paths tell them apart.
  [go, ["example.com/codec.A-8", "example.com/codec/v2.A-8", "B"], ["example.com/codec.A-8"], "^(BenchmarkA)$"],
  [go, ["gopkg.in/yaml.v3.Decode/a", "yaml.Encode"], ["gopkg.in/yaml.v3.Decode/a"], "^(BenchmarkDecode)$"],
  [go, ["sort.A/file.json-8", "sort.B"], ["sort.A/file.json-8"], "^(BenchmarkA)$"],
  // Whatever could be the function is named: one too many costs time, one too few the benchmark.
  [go, ["A/file.JSON", "B"], ["A/file.JSON"], "^(BenchmarkA|BenchmarkJSON)$"],
  [go, ["lower", "B"], ["lower"], undefined],
  ["./a.test -test.bench={benchmarks}", ["a.A", "a.B"], ["a.A"], "^(BenchmarkA)$"],
  ["./run --my-bench {benchmarks}", ["a.A", "a.B"], ["a.A"], "^(a\\.A)$"],
  [own, ["a", "$(id)", "b"], ["a", "$(id)"], undefined],
  // What a shell behind the command could read stays out of it.
  [own, ["$(id)", "b"], ["$(id)"], undefined],
  [own, ["a'b", "b"], ["a'b"], undefined],
  [own, ["a|b", "b"], ["a|b"], undefined],
  [own, ["a\\b", "b"], ["a\\b"], undefined],
  [own, ["(x)", "b"], ["(x)"], undefined],
  [own, ["a'b", "b"], ["b"], "^(b)$"],
])("%s of %j, still wanted %j: %s", (command, names, wanted, pattern) => {
  expect(patternOf(command, names, wanted)).toBe(pattern);
});

test("a filter that is too long for a command line is none", () => {
  const names = Array.from({ length: 2000 }, (_, at) => `benchmark-${at}`);
  expect(patternOf(own, names, names.slice(1))).toBeUndefined();
  expect(patternOf(own, names, names.slice(0, 3))).toBe("^(benchmark-0|benchmark-1|benchmark-2)$");
});
