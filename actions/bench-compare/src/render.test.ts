import { readFileSync } from "node:fs";
import type { Comparison } from "@jessy-actions/benchmarks/comparison";
import { renderMarkdown } from "@jessy-actions/kit/report/markdown";
import type { Block } from "@jessy-actions/kit/report/report";
import { selectAnnotations } from "@jessy-actions/kit/runner/annotations";
import { describe, expect, test } from "vitest";
import { markdownToHtml } from "../../../packages/local-runner/src/command-line/report-page.ts";
import { BASE, factsOf, HEAD, inputsOf, type Level, metricOf, RUN } from "../testing/facts.ts";
import { evaluate } from "./evaluate.ts";
import type { TrendPoint } from "./history/trend.ts";
import { render } from "./render.ts";
import { shortName } from "./wording/names.ts";

type Facts = Parameters<typeof factsOf>[0];

function report(facts: Facts, written: Readonly<Record<string, string>> = {}) {
  const result = evaluate(inputsOf(written), factsOf(facts));
  return { ...render(result), headline: result.headline, fails: result.fails };
}

/** Blanks that must not break are written as any other here. */
const markdown = (blocks: readonly Block[] = [], maxBytes = 1_000_000) =>
  renderMarkdown(blocks, { maxBytes }).text.replaceAll("\u00a0", " ");

const same: Level = { base: 1000, head: 1000 };
const slower: Level = { base: 1000, head: 1300 };

test("the whole comment, as it goes to GitHub", () => {
  const { comment, title, headline } = report({
    levels: {
      "parse/large": { base: 1_234_000, head: 1_604_200 },
      render: { base: 2000, head: 1400 },
      wild: { base: 1000, head: 1050, noise: 0.5 },
      "gone|away": { base: 77 },
      added: { head: 12_345 },
      same: { base: 500, head: 500 },
      alloc: { base: 10, head: 12, unit: "allocs/op" },
      fruit: { base: 3, head: 4, unit: "bananas" },
    },
    failed: [{ benchmark: "bad", reason: "index out of range", arm: "head" }],
    run: { ...RUN, withheld: ["NPM_TOKEN"] },
  });
  expect([title, headline]).toEqual([
    "Benchmarks",
    "1 benchmark could not be measured: bad; 2 of 5 metrics regressed: parse/large by +30.0 %, alloc allocs/op by +20.0 %; 1 benchmark is missing from the head: gone|away; 1 of 5 metrics was too noisy to tell; 1 improved; 1 metric not judged, fruit bananas: no known direction",
  ]);
  expect(markdown(comment)).toBe(`| Verdict | Benchmark | Allowed | Base | Head | Interval and samples |
| :--- | :--- | ---: | ---: | ---: | ---: |
| ❌ regressed **+30.0 %** | \`parse/large\` | &#60; +5 % | 1.234 ms | 1.604 ms | \\[+29.4, +30.4\\] %, 12 rounds |
| ❌ regressed **+20.0 %** | \`alloc allocs/op\` | ≤ +1 % | 10 | 12 | 24 runs |
| ❌ broken | \`bad\`\\: head\\: index out of range |  |  |  |  |
| ❌ missing | <code>gone\\|away</code> |  | 77 ns |  |  |
| ⚠️ inconclusive +5.0 % | \`wild\`\\: noise hides up to 35.4 %; a steadier machine, or \`margin 36 %\` in \`overrides\`, would decide | &#60; +5 % | 1 µs | 1.05 µs | \\[-17.1, +25.0\\] %, 12 rounds |
| ✅ improved **-30.0 %** | \`render\` | &#60; +5 % | 2 µs | 1.4 µs | \\[-30.3, -29.7\\] %, 12 rounds |

<details><summary><b>1 unchanged</b>, a slowdown of 5.2 % would have been seen in each</summary>

| Verdict | Benchmark | Allowed | Base | Head | Interval and samples |
| :--- | :--- | ---: | ---: | ---: | ---: |
| ✅ ok 0.0 % | \`same\` | &#60; +5 % | 500 ns | 500 ns | \\[-0.4, +0.3\\] %, 12 rounds |

</details>

<details><summary><b>1 new</b></summary>

| Verdict | Benchmark | Head |
| :--- | :--- | ---: |
| 🆕 new | \`added\` | 12.35 µs |

</details>

<details><summary><b>1 not judged</b>, <code>overrides: ** bananas =&#62; lower</code> (or <code>higher</code>) says which way is better</summary>

| Verdict | Benchmark | Base | Head |
| :--- | :--- | ---: | ---: |
| ➖ not judged +33.3 % | \`fruit bananas\` | 3 | 4 |

</details>

- Benchmarks did not get these environment variables, which look like credentials or are not known to belong to tools\\: \`NPM_TOKEN\`. \`pass-environment\` lets them through.

<details><summary><code>bbbb\u200bbbbbbb</code> → <code>cccc\u200bcccccc</code>, 12 rounds in 61.0 s, margin 5 %</summary>

- **Commits**\\: [\`bbbbbbbbbb\` to \`cccccccccc\`](https://github.com/org/demo/compare/${BASE}...${HEAD}), HEAD against the merge base with the base \`main\`
- **Rounds**\\: 12 rounds of at most 12 in 61.0 s \\(60.0 s in benchmarks\\), after 4.2 s of building; base and head took turns in an order drawn anew for each round
- **Rules**\\: margin 5 %, exact metrics 1 %, floor 1 ns; at most 5 % of runs call a slowdown of half the margin or less a regression
- **Null control**\\: it could not tell whether the base moved against itself\\: the noise hides up to 20.9 %
- **All 4 noisy metrics together**\\: -1.1 % \\[-7.6, +3.6\\] % \\(geometric mean, above 0 is worse\\)
- **Base and head**\\: medians of all runs, moved to fit the change beside them, which is estimated from each round
- **Machine**\\: \`AMD EPYC 7763 64-Core Processor\`, 4 cores, load 0.5 at the start

</details>`);
});

describe("parts", () => {
  test("a few unchanged benchmarks stand in the open when there is nothing else", () => {
    expect(markdown(report({ levels: { x: same } }).comment)).toMatch(/^\| Verdict \| Benchmark \| Allowed \| Base \|/);
    expect(markdown(report({ levels: { x: same, y: slower } }).comment)).toContain(
      "<details><summary><b>1 unchanged</b>, a slowdown of",
    );
  });

  test("a contaminated run says what moved, and does not mark the change for it", () => {
    const { comment, annotations } = report({ levels: { x: { base: 1000, head: 1300, twin: 1300 } } });
    expect(markdown(comment)).toMatch(
      /^> \[!WARNING\]\n> The times below say nothing about this change\\: the base, run against itself in the same rounds, moved as well\\: `x` \+\d+\.\d %\. Run the job again\.\n[\s\S]*\| ⚠️ regressed \*\*/,
    );
    expect(annotations).toMatchObject([{ level: "warning", title: "Benchmarks inconclusive" }]);
  });

  test("the label that lets it pass is named, and annotations are warnings then", () => {
    const { comment, annotations, fails } = report(
      { levels: { x: slower }, labels: ["slow|ok"] },
      { "ignore-label": "slow|ok" },
    );
    expect(markdown(comment)).toContain("> [!IMPORTANT]\n> The label <code>slow\\|ok</code> lets the regression pass.");
    expect(annotations).toMatchObject([{ level: "warning", title: "Benchmark regression" }]);
    expect(fails).toBe(false);
  });

  test("a problem shows the end of what the program wrote", () => {
    const { comment, headline } = report({
      problem: {
        kind: "head-crashed",
        sentence: "`./bench` of the head ended with exit code 3.",
        output: "line 1\n```\n</details>",
      },
      run: { ...RUN, rounds: 0 },
    });
    expect(headline).toBe("Nothing was compared: `./bench` of the head ended with exit code 3");
    expect(markdown(comment)).toContain(
      "<details open><summary><b>The end of its output</b></summary>\n\n````\nline 1\n```\n</details>\n````\n\n</details>",
    );
  });

  test("without base, of files, there is no commit to name", () => {
    const { comment } = report({
      levels: { x: same },
      run: undefined,
      files: { base: { files: 1, runs: 1 }, head: { files: 1, runs: 1 } },
    });
    expect(markdown(comment)).toMatch(
      /<details><summary>1 run against 1, margin 5 %<\/summary>\n\n- \*\*Rules\*\*\\: margin 5 %, .*\n- \*\*Base and head\*\*.*\n\n<\/details>$/,
    );
  });

  test("every column that has a word, and no other", () => {
    expect(markdown(report({ levels: { x: { base: 5 }, y: same } }).comment)).toContain(
      "| Verdict | Benchmark | Base |\n| :--- | :--- | ---: |\n| ❌ missing | `x` | 5 ns |",
    );
  });
});

describe("annotations", () => {
  test("rules that nobody knows, where that is allowed, come first", () => {
    const unknown = { rulesUnknown: { state: "unavailable", reason: "the cache is down" } } as const;
    const levels = { x: { base: 1000, head: 1300 } };
    const allowed = report({ levels, ...unknown }, { "on-unreadable-history": "warn" });
    expect(selectAnnotations(allowed.annotations).shown).toMatchObject([
      { level: "error", title: "Benchmark regression" },
      { level: "warning", title: "Benchmarks judged by this change's own rules" },
    ]);
    expect(report({ levels, ...unknown }).annotations).toHaveLength(1);
  });

  test("the worst first, ten are shown", () => {
    const levels = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`b${at}`, { base: 1000, head: 1200 + at * 100 }]),
    );
    const { shown, omitted } = selectAnnotations(report({ levels }).annotations);
    expect(shown.map(({ message }) => message.split(":")[0])).toEqual(
      [11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((at) => `b${at}`),
    );
    expect(omitted).toBe(2);
    expect(shown[0]).toMatchObject({ level: "error", title: "Benchmark regression" });
    expect(shown[0]?.message).toMatch(/^b11: \+1\d\d\.\d % \[\+\d+\.\d, \+\d+\.\d\] %$/);
  });

  test("an exact regression has no interval, and counts in a contaminated run", () => {
    const exact = { base: 10, head: 12, unit: "allocs/op" };
    expect(report({ levels: { x: exact } }).annotations).toMatchObject([{ message: "x allocs/op: +20.0 %" }]);
    expect(report({ levels: { x: { base: 1000, head: 1300, twin: 1300 }, y: exact } }).annotations).toMatchObject([
      { level: "error", message: "y allocs/op: +20.0 %" },
    ]);
    expect(report({ levels: { x: { ...exact, base: 0 } } }).annotations).toMatchObject([
      { message: "x allocs/op: from 0" },
    ]);
  });

  test("none when all is well", () => {
    expect(report({ levels: { x: same } }).annotations).toEqual([]);
  });
});

describe("outputs and files", () => {
  test("outputs are plain", () => {
    expect(
      report({ levels: { x: slower, y: { base: 1000, head: 700 }, z: { base: 1000, head: 1050, noise: 0.5 } } })
        .outputs,
    ).toEqual({
      verdict: "fail",
      outcome: "compared",
      regressed: "1",
      improved: "1",
      inconclusive: "1",
      geomean: expect.stringMatching(/^\d\.\d{4}$/),
      "geomean-low": expect.stringMatching(/^\d\.\d{4}$/),
      "geomean-high": expect.stringMatching(/^\d\.\d{4}$/),
    });
    expect(report({ levels: {} }).outputs.geomean).toBe("");
  });

  test("the mean of the outputs is the one of the report and of the result file", () => {
    const { outputs, summary, files } = report({ levels: { x: slower, y: { base: 1000, head: 1100, noise: 0.01 } } });
    const { suite } = JSON.parse(String(files[0]?.content));
    const ends = [outputs.geomean, outputs["geomean-low"], outputs["geomean-high"]].map(Number);
    expect([suite.change, suite.low, suite.high].map((each) => Number((1 + each).toFixed(4)))).toEqual(ends);
    const [change, low, high] = ends.map((end) => `${end < 1 ? "-" : "+"}${Math.abs((end - 1) * 100).toFixed(1)}`);
    expect(JSON.stringify(summary)).toContain(`: ${change} % [${low}, ${high}] % (geometric mean`);
  });

  test("the result and the picture", () => {
    const { files } = report({ levels: { x: slower } }, { name: "micro" });
    expect(files.map(({ name, output }) => [name, output])).toEqual([
      ["result.json", "result-file"],
      ["changes.svg", "chart-file"],
    ]);
    expect(JSON.parse(String(files[0]?.content))).toMatchObject({ verdict: "fail", name: "micro" });
    expect(String(files[1]?.content)).toContain("<title>Benchmarks: micro: head against base</title>");
  });
});

describe("the trend", () => {
  const point = (letter: string, time: number): TrendPoint => ({
    sha: letter.repeat(40),
    at: 1_700_000_000,
    times: new Map([["x", time]]),
  });

  test("is a Mermaid chart of the summary, the head behind the default branch", () => {
    const facts = { levels: { x: { base: 1000, head: 1100, noise: 0 } }, trend: [point("1", 1000), point("2", 1050)] };
    const { summary, comment } = report(facts);
    expect(
      markdown(summary),
    ).toContain(`<details open><summary><b>Trend</b> of 3 commits on this kind of processor</summary>

\`\`\`mermaid
xychart-beta
  title "Time of the default branch, then of this change (geometric mean, 100 = first)"
  x-axis ["1111111", "2222222", "ccccccc"]
  y-axis "index" 99.00 --> 111.00
  line [100.00, 105.00, 110.00]
\`\`\`

</details>`);
    expect(markdown(comment)).not.toContain("mermaid");
  });

  test("is none of fewer than three commits", () => {
    expect(markdown(report({ levels: { x: same }, trend: [point("1", 1)] }).summary)).not.toContain("mermaid");
    expect(
      markdown(report({ levels: { x: { base: 1 } }, trend: [point("1", 1), point("2", 1)] }).summary),
    ).not.toContain("mermaid");
  });
});

describe("hostile text stays text", () => {
  const HOSTILE = [
    "a|b | c",
    "`` ` ``",
    "</details><script>alert(1)</script>",
    "@org/everyone #1 GH-2",
    "__proto__",
    "constructor",
    "[x](javascript:alert(1)) ![y](http://evil)",
    "::error::forged",
    "$x$ **bold** <!-- -->",
    "evil\u202etxt",
    "-->\\|",
  ];

  const textOf = (html: string) =>
    html
      .replace(/<[^>]*>/g, "")
      .replace(/&#x([0-9a-f]+);/gi, (_, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&quot;", '"')
      .replaceAll("&amp;", "&");

  test("names of benchmarks, in every table", async () => {
    const levels = Object.fromEntries(
      HOSTILE.flatMap((name): [string, Level][] => [
        [name, slower],
        [`${name} new`, { head: 1 }],
        [`${name} gone`, { base: 1 }],
        [`${name} same`, same],
      ]),
    );
    const html = await markdownToHtml(markdown(report({ levels }).summary));
    expect(html).not.toMatch(/<script|<img|href="javascript|<strong>bold/i);
    const text = textOf(html).replaceAll("\u200b", "");
    for (const name of HOSTILE) expect(text).toContain(name.replace("\u202e", "\\u{202e}").replaceAll("  ", " "));
  });

  test("reasons, output, warnings and labels", async () => {
    const text = HOSTILE.join(" ");
    const { comment, headline } = report({
      levels: { x: same },
      failed: [{ benchmark: text, reason: text, arm: "head" }],
      warnings: [text, `\`${text}\``],
    });
    const html = await markdownToHtml(markdown(comment));
    expect(html).not.toMatch(/<script|<img|href="javascript|<strong>bold/i);
    expect(headline).toBe(`1 benchmark could not be measured: ${shortName(text)}`);
    const crashed = report({
      problem: { kind: "head-crashed", sentence: "x", output: `${text}\n\`\`\`\`\n</pre></details><script>` },
    });
    expect(await markdownToHtml(markdown(crashed.comment))).not.toMatch(/<script/);
  });

  test("a unit or metric that is a word of JavaScript", () => {
    const levels = { x: { base: 1, head: 2, unit: "__proto__" }, y: { base: 1, head: 2, unit: "constructor" } };
    expect(markdown(report({ levels }).comment)).toContain("| ➖ not judged +100.0 % | `x __proto__` | 1 | 2 |");
  });
});

describe("ten thousand benchmarks", () => {
  const comparisons = (["regressed", "missing", "inconclusive", "improved", "ok", "new", "shown"] as const).flatMap(
    (verdict) =>
      Array.from(
        { length: 1500 },
        (_, at): Comparison => ({
          benchmark: `pkg/module/${verdict}/${at}/${"x".repeat(60)}`,
          metric: metricOf(),
          verdict,
          base: 1000,
          head: 1300,
          change: 0.3,
          low: 0.2,
          high: 0.4,
          margin: 0.05,
          detectable: 0.07,
          samples: 12,
        }),
      ),
  );
  const facts = factsOf({ levels: { x: slower } });
  const result = { ...evaluate(inputsOf(), facts), comparisons };

  test("fit into a comment and a summary, the most harmful stay, and what is cut is said", () => {
    const { comment, summary } = render(result);
    const text = markdown(comment, 65_000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_000);
    expect(text).toContain("pkg/module/regressed/0/");
    expect(text).toMatch(/and [\d,]+ more benchmarks/);
    expect(Buffer.byteLength(markdown(summary, 1024 * 1024))).toBeLessThanOrEqual(1024 * 1024);
  });

  test("are all in the result file", () => {
    const { files } = render(result);
    expect(JSON.parse(String(files[0]?.content)).comparisons).toHaveLength(comparisons.length);
  });
});

test("another run's result is shown as that run showed it", () => {
  const facts = factsOf({ levels: { x: slower } });
  const result = evaluate(inputsOf(), facts);
  const published = evaluate(inputsOf(), { kind: "published", result, labels: [] });
  // Why these two commits is a sentence of the other run's.
  const { reason } = published.context;
  const [own, shown] = [{ ...result, context: { ...result.context, reason } }, published].map((each) => {
    const { files, ...report } = render(each);
    return { ...report, result: JSON.parse(String(files[0]?.content)), chart: files[1] };
  });
  expect(shown).toEqual(own);
  expect(published.fails).toBe(true);
});

test("what action.yml calls outputs is what there is", () => {
  const text = readFileSync(new URL("../action.yml", import.meta.url), "utf8");
  const named = [...text.slice(text.indexOf("\noutputs:"), text.indexOf("\nruns:")).matchAll(/^ {2}([\w-]+):/gm)].map(
    ([, name]) => name,
  );
  const { outputs, files } = report({ levels: { x: same } });
  expect([...Object.keys(outputs), ...files.map(({ output }) => output)]).toEqual(named);
});
