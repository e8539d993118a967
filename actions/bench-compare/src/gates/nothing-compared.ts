import { countCompared, countVerdicts } from "../judging/counts.ts";
import type { Finding, Judged } from "./gate.ts";
import { namesOf, overridePattern, undirected } from "./not-judged.ts";

/** No pair could be judged. It always fails, and stays silent where another gate fails for the cause of it. */
export function nothingCompared({ comparisons, rules }: Judged): Finding | undefined {
  const { broken, missing } = countVerdicts(comparisons);
  if (countCompared(comparisons) > 0 || broken > 0) return undefined;
  if (missing > 0 && rules.failOn.includes("missing")) return undefined;
  return {
    verdict: "broken",
    fails: true,
    outcome: "nothing-compared",
    words: whyNothing(comparisons),
  };
}

function whyNothing(comparisons: Judged["comparisons"]): string {
  const open = undirected(comparisons);
  if (open.length === 0) return "nothing was compared: base and head have no benchmark in common that can be judged";
  const advice = `\`overrides\` can say it (\`${overridePattern(open[0]!)} => lower\`, or \`higher\`)`;
  return `nothing was judged: no unit says which way ${namesOf(open)} ${open.length === 1 ? "gets" : "get"} better; ${advice}`;
}
