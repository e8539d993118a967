import { MOST_ROUNDS } from "@jessy-actions/benchmarks/spending";
import { prose } from "@jessy-actions/kit/report/prose";
import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block, Inline, Line } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";
import { formatChange, formatFraction, formatInterval, formatPercent } from "../wording/change.ts";
import { formatDuration } from "../wording/duration.ts";
import { formatValue } from "../wording/value.ts";

/** How it was measured, so that a reader can tell what to think of it: one line, and the rest folded behind it. */
export function method(result: Result): Block[] {
  return [
    {
      kind: "details",
      summary: summary(result),
      blocks: [
        {
          kind: "list",
          noun: "facts",
          items: [commits, rounds, rules, control, mean, values, machine].flatMap((item) => {
            const line = item(result);
            return line === undefined ? [] : [line];
          }),
        },
      ],
    },
  ];
}

function summary({ context, run, files, rules }: Result): Line {
  const parts: (readonly Inline[])[] = [];
  if (context.base !== undefined && run !== undefined)
    parts.push([{ code: context.base.slice(0, 10) }, " → ", { code: context.head.slice(0, 10) }]);
  if (run !== undefined && run.rounds > 0)
    parts.push([`${counted(run.rounds, "round")} in ${formatDuration(run.time.measuring)}`]);
  if (files !== undefined) parts.push([`${counted(files.base.runs, "run")} against ${files.head.runs}`]);
  parts.push([`margin ${formatPercent(rules.margin)}`]);
  return parts.flatMap((part, at) => (at === 0 ? part : [", ", ...part]));
}

function commits({ context, run }: Result): Line | undefined {
  const { base, head, reason, serverUrl, repository } = context;
  if (base === undefined || run === undefined) return undefined;
  return [
    { strong: "Commits" },
    ": ",
    {
      link: {
        text: [{ code: base.slice(0, 10) }, " to ", { code: head.slice(0, 10) }],
        href: `${serverUrl}/${repository}/compare/${base}...${head}`,
      },
    },
    ", ",
    ...prose(reason),
  ];
}

function rounds({ run }: Result): Line | undefined {
  if (run === undefined || run.rounds === 0) return undefined;
  const { build, measuring, inBenchmarks } = run.time;
  return [
    { strong: "Rounds" },
    `: ${counted(run.rounds, "round")}${run.maxRounds < MOST_ROUNDS ? ` of at most ${run.maxRounds}` : ""} in ${formatDuration(measuring)} (${formatDuration(inBenchmarks)} in benchmarks)`,
    build > 1000 ? `, after ${formatDuration(build)} of building` : "",
    "; base and head took turns in an order drawn anew for each round",
  ];
}

function rules({ rules: { margin, exactMargin, floor, alpha } }: Result): Line {
  return [
    { strong: "Rules" },
    `: margin ${formatPercent(margin)}, exact metrics ${formatPercent(exactMargin)}, floor ${formatValue(floor, "ns")}; at most ${formatPercent(alpha)} of runs call a slowdown of half the margin or less a regression`,
  ];
}

function control({ control, run, rules }: Result): Line | undefined {
  const says = (text: string): Line => [{ strong: "Null control" }, `: ${text}`];
  if (run === undefined) return undefined;
  if (!run.nullControl) return says("off");
  if (control.state === "moved") return says("the base against itself moved");
  if (control.state === "off") return undefined;
  const { noise = Number.POSITIVE_INFINITY } = control;
  if (noise > rules.margin) {
    const size = Number.isFinite(noise) ? `up to ${formatFraction(noise)}` : "changes of any size";
    return says(`it could not tell whether the base moved against itself: the noise hides ${size}`);
  }
  return says(`the base against itself did not move (± ${formatFraction(noise)} at most)`);
}

/** The mean without its interval would say more than is known. */
function mean({ suite }: Result): Line | undefined {
  if (suite?.change === undefined || suite.low === undefined || suite.high === undefined) return undefined;
  const { metrics, change, low, high, margin } = suite;
  const interval = formatInterval(low, high, margin);
  if (interval === "") return undefined;
  return [
    { strong: `All ${metrics} noisy metrics together` },
    `: ${formatChange(change, margin)} ${interval} (geometric mean, above 0 is worse)`,
  ];
}

/** The medians of all runs need not stand in the ratio of the rounds. */
function values({ comparisons, run }: Result): Line | undefined {
  if (!comparisons.some(({ change, metric }) => change !== undefined && metric.judgement === "timed")) return undefined;
  const from = run === undefined ? "pairs of runs" : "each round";
  return [
    { strong: "Base and head" },
    `: medians of all runs, moved to fit the change beside them, which is estimated from ${from}`,
  ];
}

/** Result files were measured on some other machine. */
function machine({ machine, run }: Result): Line | undefined {
  if (run === undefined) return undefined;
  return [
    { strong: "Machine" },
    ": ",
    { code: machine.cpu },
    `, ${counted(machine.cores, "core")}, load ${machine.load} at the start`,
  ];
}
