import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import type { ResultFormat } from "../format.ts";
import { jsonOutline } from "../json-outline.ts";
import { Names } from "../names.ts";
import { ResultsBuilder } from "../results-builder.ts";
import { addSamples, numberOf, numbersOf } from "../samples.ts";
import { TIME_METRIC } from "../units.ts";

/**
 * `vitest bench`, milliseconds: `--reporter=json` of Vitest 5, where a test case holds what it measured, and
 * `--outputJson` of earlier ones. Samples are there with `benchmark.retainSamples` (5) or `benchmark.includeSamples`
 * (earlier), else the median is the only one.
 */
export const vitest: ResultFormat = {
  name: "vitest",
  title: "Vitest bench JSON",
  detect(head) {
    const outline = jsonOutline(head);
    return outline.has("testResults[].assertionResults[].benchmarks") || outline.has("files[].groups[].benchmarks");
  },
  parse(files) {
    const builder = new ResultsBuilder("vitest");
    for (const file of files) {
      const root = parseJson([file.bytes]);
      const names = new Names(builder);
      if (root.get("testResults").isMissing) addGroups(builder, names, root.get("files"));
      else addTestFiles(builder, names, root.get("testResults"));
    }
    return builder.finish();
  },
};

const NS_PER_MILLISECOND = 1e6;

/** `--outputJson`: `fullName` begins with the file's path, relative to the project. */
function addGroups(builder: ResultsBuilder, names: Names, files: JsonValue): void {
  for (const file of files.items()) {
    for (const group of file.get("groups").items()) {
      for (const benchmark of group.get("benchmarks").items()) {
        const name = names.unique(`${group.get("fullName").text()} > ${benchmark.get("name").text()}`);
        addTimes(builder, name, benchmark);
      }
    }
  }
}

function addTestFiles(builder: ResultsBuilder, names: Names, list: JsonValue): void {
  const files = [...list.items()];
  const labels = shortestLabels(files.map((file) => file.get("name").text()));
  for (const file of files) {
    const label = labels.get(file.get("name").text())!;
    const tests = [...file.get("assertionResults").items()];
    for (const test of tests) addTest(builder, names, label, test);
    // A file that cannot be imported has no tests.
    if (file.get("status").raw === "failed" && tests.length === 0) {
      const message = file.get("message").raw;
      builder.fail(label, typeof message === "string" && message !== "" ? message : "the file failed");
    }
  }
}

function addTest(builder: ResultsBuilder, names: Names, file: string, test: JsonValue): void {
  if (test.get("status").raw === "failed") {
    const titles = test.get("ancestorTitles").isMissing ? [] : [...test.get("ancestorTitles").items()];
    const path = [...titles, test.get("title")].map((title) => title.text());
    const message = test.get("failureMessages").isMissing ? undefined : test.get("failureMessages").list()[0];
    builder.fail([file, ...path].join(" > "), typeof message === "string" ? firstLine(message) : "the test failed");
  }
  if (test.get("benchmarks").isMissing) return;
  for (const benchmark of test.get("benchmarks").items()) {
    for (const task of benchmark.get("tasks").items()) {
      const name = `${file} > ${benchmark.get("name").text()} > ${task.get("name").text()}`;
      // `bench.from` compares with a file of an earlier run.
      if (task.get("fromStore").raw === true) builder.warn(`${name} is of an earlier run; it is left out`);
      else addTimes(builder, names.unique(name), task.get("latency"));
    }
  }
}

function addTimes(builder: ResultsBuilder, name: string, times: JsonValue): void {
  const samples = numbersOf(times.get("samples"), NS_PER_MILLISECOND);
  const typical = numberOf([times.get("p50"), times.get("median"), times.get("mean")], NS_PER_MILLISECOND);
  addSamples(builder, name, TIME_METRIC, samples.length > 0 ? samples : typical);
}

/** An error's message stands before its stack. */
function firstLine(text: string): string {
  return text.split("\n", 1)[0]!;
}

/**
 * Paths are absolute, and the two versions of a comparison lie in different folders: a file is called by as much of its
 * path's end as tells it from the others.
 */
function shortestLabels(paths: readonly string[]): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  let open = [...new Set(paths)].map((path) => ({ path, parts: path.split(/[\\/]/).filter((part) => part !== "") }));
  for (let length = 1; open.length > 0; length++) {
    const groups = Map.groupBy(open, ({ parts }) => parts.slice(-length).join("/"));
    open = [];
    for (const [label, members] of groups) {
      const isTold = members.length === 1;
      for (const member of members) {
        if (isTold || member.parts.length <= length) labels.set(member.path, label === "" ? member.path : label);
        else open.push(member);
      }
    }
  }
  return labels;
}
