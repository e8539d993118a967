import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BuildProgress, MAX_LOG_LINES, MAX_OTHER_LINES, MAX_STEPS, type ProgressEvent } from "./progress.ts";
import { countsOf } from "./progress-facts.ts";
import { MAX_LINE_CHARACTERS } from "./solve-status.ts";

/** Recorded with Docker 28.5 and buildx 0.29: two images of one bake call, first built, then cached, then with another src.txt. */
const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}.jsonl`, import.meta.url), "utf8");

function read(text: string, size = text.length) {
  const progress = new BuildProgress(["api", "tool"]);
  const events: ProgressEvent[] = [];
  for (let at = 0; at < text.length; at += Math.max(1, size))
    events.push(...progress.write(text.slice(at, at + Math.max(1, size))));
  const end = progress.end();
  return { events: [...events, ...end.events], facts: end.facts };
}

const vertex = (fields: object) => `${JSON.stringify({ vertexes: [fields] })}\n`;
const log = (digest: string, text: string) =>
  `${JSON.stringify({ logs: [{ vertex: digest, data: Buffer.from(text).toString("base64") }] })}\n`;
const at = (second: number) => new Date(Date.UTC(2026, 10, 28) + second * 1000).toISOString();

describe("the progress of a real build", () => {
  test("is one line a step, and the output of each", () => {
    const lines = read(fixture("first")).events.map(({ text }) => text.replace(/\d+\.\d s$/, "0.0 s"));
    expect(lines).toContain("[tool base 1/2] COPY busybox /bin/sh 0.0 s");
    expect(lines).toContain("compiling dev");
    expect(lines.filter((line) => line.includes("internal]"))).toEqual([]);
    expect(new Set(lines).size).toBe(lines.length);
  });

  test("gives counts, slowest steps, warnings and bytes", () => {
    const { facts } = read(fixture("first"));
    expect(facts).toMatchObject({ cached: 0, failed: [], damagedLines: 0, droppedSteps: 0 });
    expect(facts.built).toBeGreaterThan(5);
    expect(facts.slowest[0]!.instruction).toMatch(
      /^RUN --network=none --mount=type=cache,target=\/cache echo "compiling dev"/,
    );
    expect(facts.slowest[0]!.seconds).toBeGreaterThan(1);
    expect(facts.slowest[0]!.log).toEqual(["compiling dev", "warn", "done"]);
    expect(facts.bytes.context).toBeGreaterThan(1_000_000);
    expect(facts.misses.map(({ reason }) => reason)).toEqual(
      Array(facts.misses.length).fill(
        "this builder had no cache of it yet, or a file that it copies changed (content or permissions): `busybox`",
      ),
    );
    expect(facts.warnings.map(({ text, file, line, endLine, url }) => [text, file, line, endLine, url])).toEqual([
      [
        "FromAsCasing: 'as' and 'FROM' keywords' casing do not match (line 1)",
        "Dockerfile",
        1,
        1,
        "https://docs.docker.com/go/dockerfile/rule/from-as-casing/",
      ],
      [
        "MaintainerDeprecated: Maintainer instruction is deprecated in favor of using label (line 4)",
        "Dockerfile",
        4,
        4,
        "https://docs.docker.com/go/dockerfile/rule/maintainer-deprecated/",
      ],
      [
        "JSONArgsRecommended: JSON arguments recommended for CMD to prevent unintended behavior related to OS signals (line 14)",
        "Dockerfile",
        14,
        14,
        "https://docs.docker.com/go/dockerfile/rule/json-args-recommended/",
      ],
      [
        'SecretsUsedInArgOrEnv: Do not use ARG or ENV instructions for sensitive data (ENV "TOKEN_PASSWORD") (line 17)',
        "Dockerfile",
        17,
        17,
        "https://docs.docker.com/go/dockerfile/rule/secrets-used-in-arg-or-env/",
      ],
    ]);
  });

  test("counts each image by itself, with the steps that both share", () => {
    const counts = (name: string) =>
      ["api", "tool"].map((image) => Object.values(countsOf(read(fixture(name)).facts, image)));
    expect(counts("first")).toEqual([
      [0, 6],
      [0, 3],
    ]);
    expect(counts("cached")).toEqual([
      [6, 0],
      [3, 0],
    ]);
    expect(counts("changed")).toEqual([
      [3, 3],
      [3, 0],
    ]);
  });

  test("a second build is cached", () => {
    const first = read(fixture("first")).facts;
    expect(read(fixture("cached")).facts).toMatchObject({ cached: first.built, built: 0, misses: [] });
  });

  test("a changed file is the reason of the first miss, and what follows is no reason of its own", () => {
    const { facts } = read(fixture("changed"));
    expect(facts.misses).toEqual([
      {
        step: "[build 2/3] COPY src.txt lib.txt ./",
        images: ["api"],
        stage: "build",
        reason: "a file that it copies changed (content or permissions): `src.txt`, `lib.txt`, or no cache had it",
        seesArguments: false,
        followers: 2,
      },
    ]);
    expect(facts.built).toBe(3);
  });

  test.each([1, 7, 1000])("arrives in pieces of %d characters all the same", (size) => {
    expect(read(fixture("changed"), size)).toEqual(read(fixture("changed")));
  });

  test("what runs is known while it runs", () => {
    const progress = new BuildProgress();
    progress.write(
      vertex({ digest: "a", name: "[1/2] RUN make", started: at(0) }) +
        log("a", "half\nway") +
        vertex({ digest: "b", name: "[2/2] RUN x", started: at(50) }),
    );
    expect(progress.running(Date.parse(at(65)))).toEqual([
      { step: "[1/2] RUN make", seconds: 65, lastLine: "half" },
      { step: "[2/2] RUN x", seconds: 15, lastLine: "" },
    ]);
    progress.write(vertex({ digest: "a", name: "[1/2] RUN make", started: at(0), completed: at(66) }));
    expect(progress.running(Date.parse(at(66))).map(({ step }) => step)).toEqual(["[2/2] RUN x"]);
  });

  test("layers of a base image are counted as they are pulled", () => {
    expect(read(fixture("pulled")).facts.bytes.pulled).toBe(301_613 + 1_079_933);
    expect(read(fixture("first")).facts.bytes.pulled).toBe(0);
  });

  test("a failed step keeps its last lines", () => {
    const { facts, events } = read(fixture("failed-run"));
    expect(facts.failed).toMatchObject([
      { instruction: "RUN --network=none echo one; echo two >&2; exit 3", log: ["one", "two"] },
    ]);
    expect(events).toContainEqual(expect.objectContaining({ kind: "step", failed: true }));
    expect(facts.otherLines.at(-1)).toBe(
      'ERROR: failed to solve: process "/bin/sh -c echo one; echo two >&2; exit 3" did not complete successfully: exit code: 3',
    );
  });
});

describe("why a step was not cached", () => {
  const chain = (steps: readonly (readonly [string, boolean, (readonly number[])?])[]) =>
    read(
      steps
        .map(([name, cached, inputs], index) =>
          vertex({
            digest: `d${index}`,
            name,
            cached,
            inputs: (inputs ?? (index === 0 ? [] : [index - 1])).map((input) => `d${input}`),
            started: at(index),
            completed: at(index + 1),
          }),
        )
        .join(""),
    ).facts.misses.map(({ step, reason, followers }) => [step.replace(/ .*\] /, " ").slice(0, 30), reason, followers]);

  test.each<[string, readonly (readonly [string, boolean, (readonly number[])?])[], readonly unknown[]]>([
    [
      "another text",
      [
        ["[1/3] COPY a .", true],
        ["[2/3] RUN make", false],
        ["[3/3] RUN test", false],
      ],
      ["its text or a build argument changed, or no cache had it", 1],
    ],
    [
      "another stage",
      [
        ["[a 1/1] RUN a", true],
        ["[2/3] COPY --from=a --chown=1 /x /y", false],
      ],
      ["what it copies from `a` changed, or no cache had it", 0],
    ],
    [
      "another file",
      [
        ["[a 1/1] RUN a", true],
        ["[2/3] COPY --link x y/ /z", false],
      ],
      ["a file that it copies changed (content or permissions): `x`, `y/`, or no cache had it", 0],
    ],
    [
      "JSON form",
      [
        ["[a 1/1] RUN a", true],
        ['[2/3] ADD ["a b", "c"]', false],
      ],
      ["a file that it copies changed (content or permissions): `a b`, or no cache had it", 0],
    ],
    [
      "a base image is not to blame",
      [
        ["[1/3] FROM docker.io/library/rust:1", false],
        ["[2/3] RUN a", true],
        ["[3/3] WORKDIR /x", false],
      ],
      ["its text changed, or no cache had it", 0],
    ],
    [
      "a base image that may be another one now",
      [
        ["[a 1/1] RUN a", true, []],
        ["[1/2] FROM --platform=linux/amd64 localhost:5000/b/base:1@sha256:aa", false, []],
        ["[2/2] COPY x /y", false, [1]],
      ],
      [
        "a file that it copies changed (content or permissions): `x`, or its base image `localhost:5000/b/base:1` changed, or no cache had it",
        0,
      ],
    ],
  ])("%s", (_, steps, [reason, followers]) => {
    const [, found, count] = chain(steps)[0]!;
    expect([found, count]).toEqual([reason, followers]);
  });

  test("two stages have a reason each", () => {
    expect(
      chain([
        ["[a 1/2] COPY x .", false, []],
        ["[a 2/2] RUN x", false],
        ["[b 1/2] COPY y .", false, []],
        ["[b 2/2] RUN y", false],
        ["[c 1/1] COPY z .", true, []],
      ]).map(([, , count]) => count),
    ).toEqual([1, 1]);
  });

  test("a chain as long as there are steps, and one in a circle, come to an end", () => {
    const steps = Array.from(
      { length: MAX_STEPS },
      (_, index) => [`[${index + 1}/${MAX_STEPS}] RUN a`, false] as const,
    );
    expect(chain(steps)).toEqual([
      [
        `[1/${MAX_STEPS}] RUN a`,
        "this builder had no cache of it yet, or its text or a build argument changed",
        MAX_STEPS - 1,
      ],
    ]);
    expect(
      chain([
        ["[1/2] RUN a", false, [1]],
        ["[2/2] RUN b", false, [0]],
      ]).length,
    ).toBeLessThan(3);
  });
});

test("a base image is no step, whether it was looked up or was there", () => {
  const { facts } = read(
    vertex({ digest: "a", name: "[1/2] FROM x@sha256:aa", started: at(0), completed: at(1) }) +
      vertex({ digest: "b", name: "[2/2] RUN x", inputs: ["a"], started: at(0), completed: at(1), cached: true }),
  );
  expect([facts.cached, facts.built, facts.misses]).toEqual([1, 0, []]);
});

test("a cache that could not be read is the reason", () => {
  const { facts } = read(
    vertex({
      digest: "c",
      name: "importing cache manifest from localhost:5000/a:cache",
      started: at(0),
      completed: at(1),
      error: "localhost:5000/a:cache: not found",
    }) + vertex({ digest: "a", name: "[1/1] RUN x", started: at(0), completed: at(1) }),
  );
  expect(facts.misses[0]?.reason).toBe(
    "the cache `localhost:5000/a:cache` could not be read (localhost:5000/a:cache: not found), or its text or a build argument changed",
  );
});

test("two Dockerfiles of one name that say the same are two warnings, each of its image", () => {
  const warning = (digest: string) =>
    `${JSON.stringify({ warnings: [{ vertex: digest, short: Buffer.from("w (line 1)").toString("base64"), sourceInfo: { filename: "Dockerfile" }, range: [{ start: { line: 1 } }] }] })}\n`;
  const progress = new BuildProgress(["api", "web"]);
  progress.write(
    vertex({ digest: "a", name: "[api internal] load build definition from Dockerfile" }) +
      vertex({ digest: "b", name: "[web internal] load build definition from Dockerfile" }) +
      warning("a") +
      warning("b") +
      warning("b"),
  );
  expect(progress.end().facts.warnings.map(({ images, file, line }) => [images, file, line])).toEqual([
    [["api"], "Dockerfile", 1],
    [["web"], "Dockerfile", 1],
  ]);
});

describe("logs of any size and shape", () => {
  test("keep the last lines, without colours, progress bars and control characters", () => {
    const text = `${Array.from({ length: 100 }, (_, index) => `line ${index}\n`).join("")}10%\r50%\r\u001b[32mdone\u001b[0m\u0007 \u001b]8;;x\u0007y\n\n::set-output name=x::y\nunfinished`;
    const { facts, events } = read(vertex({ digest: "a", name: "[1/1] RUN a", started: at(0) }) + log("a", text));
    const lines = facts.steps[0]!.log;
    expect(lines).toHaveLength(MAX_LOG_LINES);
    expect(lines.slice(-4)).toEqual(["line 99", "done  y", "::set-output name=x::y", "unfinished"]);
    expect(events.filter(({ kind }) => kind === "log")).toHaveLength(103);
  });

  test("a step with more output than any memory", () => {
    const progress = new BuildProgress();
    progress.write(vertex({ digest: "a", name: "[1/1] RUN a", started: at(0) }));
    const piece = log("a", "x".repeat(100_000));
    for (let index = 0; index < 200; index++) progress.write(piece);
    expect(progress.end().facts.steps[0]!.log.join("").length).toBeLessThanOrEqual(2000);
  });

  test("a line that never ends is skipped, and the next one is read", () => {
    const progress = new BuildProgress();
    progress.write(`{"vertexes":[{"name":"${"x".repeat(MAX_LINE_CHARACTERS)}`);
    progress.write("x".repeat(MAX_LINE_CHARACTERS + 1));
    progress.write(`"}]}\n${vertex({ digest: "a", name: "[1/1] RUN a" })}`);
    expect(progress.end().facts).toMatchObject({ damagedLines: 1, steps: [{ name: "[1/1] RUN a" }] });
  });

  test.each([
    [MAX_STEPS, 0],
    [MAX_STEPS + 1, 1],
  ])("%d steps drop %d", (count, dropped) => {
    const text = Array.from({ length: count }, (_, index) => vertex({ digest: `d${index}`, name: "x" })).join("");
    expect(read(text).facts.droppedSteps).toBe(dropped);
  });

  test("plain lines are buildx's own, and the last ones are kept", () => {
    const text = Array.from({ length: MAX_OTHER_LINES + 1 }, (_, index) => `WARNING: ${index}\r\n`).join("");
    const { facts } = read(text);
    expect(facts.otherLines).toHaveLength(MAX_OTHER_LINES);
    expect(facts.otherLines[0]).toBe("WARNING: 1");
  });

  test.each<[string, number]>([
    ['{"vertexes":[{"digest":"a"', 1],
    ['{"vertexes":[{"dig{"vertexes":[]}', 1],
    ['{"vertexes":null}', 1],
    ['{"future":[1],"vertexes":[{"digest":"a","name":"x","newField":{"y":1}}]}', 0],
    ['{"statuses":[{"vertex":1,"id":null,"current":"x"}],"vertexes":[null,3,"x",[],{"digest":7}]}', 0],
    ['{"warnings":[{"short":"%%%","range":[{"start":null}],"sourceInfo":null}]}', 0],
    ['{"logs":[{"vertex":"nobody","data":"eA=="}]}', 0],
  ])("%s", (line, damaged) => {
    expect(read(`${line}\n`).facts.damagedLines).toBe(damaged);
  });

  test("damage anywhere in a real log never stops the reading", () => {
    const text = fixture("changed");
    const cut = fc.record({
      from: fc.nat(text.length),
      length: fc.nat(500),
      insert: fc.oneof(fc.string(), fc.constantFrom("\n", '"', "{", "]]", "\u0000", "[".repeat(5000))),
    });
    fc.assert(
      fc.property(fc.array(cut, { minLength: 1, maxLength: 4 }), fc.integer({ min: 50, max: 5000 }), (cuts, size) => {
        const damaged = cuts.reduce(
          (all, { from, length, insert }) => all.slice(0, from) + insert + all.slice(from + length),
          text,
        );
        const { facts, events } = read(damaged, size);
        expect(facts.cached + facts.built).toBeLessThanOrEqual(facts.steps.length);
        for (const { text: line } of events) expect(line).not.toMatch(/[\u0000-\u0008\n\r]/);
      }),
      { numRuns: 60 },
    );
  });
});
