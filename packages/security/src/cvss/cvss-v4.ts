import { MACRO_SCORES } from "./macro-scores.ts";
import type { Metrics } from "./metrics.ts";

/** The values of each metric from worst to least, which is also how far they are from the worst, in steps. */
const LEVELS: Readonly<Record<string, readonly string[]>> = {
  AV: ["N", "A", "L", "P"],
  PR: ["N", "L", "H"],
  UI: ["N", "P", "A"],
  AC: ["L", "H"],
  AT: ["N", "P"],
  VC: ["H", "L", "N"],
  VI: ["H", "L", "N"],
  VA: ["H", "L", "N"],
  SC: ["S", "H", "L", "N"],
  SI: ["S", "H", "L", "N"],
  SA: ["S", "H", "L", "N"],
  CR: ["H", "M", "L"],
  IR: ["H", "M", "L"],
  AR: ["H", "M", "L"],
  E: ["A", "P", "U"],
};

/** What a metric is taken for where a vector does not state it, or has `X` for it: the worst. */
const UNSTATED: Readonly<Record<string, string>> = { E: "A", CR: "H", IR: "H", AR: "H" };

/** Metrics that every vector has to state. */
const BASE = ["AV", "AC", "AT", "PR", "UI", "VC", "VI", "VA", "SC", "SI", "SA"];

/** Only the environment can say that people may be hurt (`MSI:S`, `MSA:S`). */
const SAFETY = ["SI", "SA"];

/** Metrics that say more of a flaw and play no part in its score. */
const SUPPLEMENTAL = ["S", "AU", "R", "V", "RE", "U"];

/** The groups of metrics that are scored together: of each level of an EQ its worst vectors, and how deep it is. */
const GROUPS: Readonly<Record<"eq1" | "eq2" | "eq36" | "eq4", Readonly<Record<string, Group>>>> = {
  eq1: {
    0: { depth: 1, worst: ["AV:N/PR:N/UI:N"] },
    1: { depth: 4, worst: ["AV:A/PR:N/UI:N", "AV:N/PR:L/UI:N", "AV:N/PR:N/UI:P"] },
    2: { depth: 5, worst: ["AV:P/PR:N/UI:N", "AV:A/PR:L/UI:P"] },
  },
  eq2: {
    0: { depth: 1, worst: ["AC:L/AT:N"] },
    1: { depth: 2, worst: ["AC:H/AT:N", "AC:L/AT:P"] },
  },
  eq36: {
    "00": { depth: 7, worst: ["VC:H/VI:H/VA:H/CR:H/IR:H/AR:H"] },
    "01": { depth: 6, worst: ["VC:H/VI:H/VA:L/CR:M/IR:M/AR:H", "VC:H/VI:H/VA:H/CR:M/IR:M/AR:M"] },
    "10": { depth: 8, worst: ["VC:L/VI:H/VA:H/CR:H/IR:H/AR:H", "VC:H/VI:L/VA:H/CR:H/IR:H/AR:H"] },
    "11": {
      depth: 8,
      worst: [
        "VC:L/VI:H/VA:L/CR:H/IR:M/AR:H",
        "VC:L/VI:H/VA:H/CR:H/IR:M/AR:M",
        "VC:H/VI:L/VA:H/CR:M/IR:H/AR:M",
        "VC:H/VI:L/VA:L/CR:M/IR:H/AR:H",
        "VC:L/VI:L/VA:H/CR:H/IR:H/AR:M",
      ],
    },
    "21": { depth: 10, worst: ["VC:L/VI:L/VA:L/CR:H/IR:H/AR:H"] },
  },
  eq4: {
    0: { depth: 6, worst: ["SC:H/SI:S/SA:S"] },
    1: { depth: 5, worst: ["SC:H/SI:H/SA:H"] },
    2: { depth: 4, worst: ["SC:L/SI:L/SA:L"] },
  },
};

interface Group {
  readonly depth: number;
  readonly worst: readonly string[];
}

/**
 * The score of CVSS 4.0 (specification, section 8): that of the vector's MacroVector, less the mean of how far the
 * vector is on its way to the next lower one of each group.
 *
 * @returns undefined when a metric is missing or has a value that is not known
 */
export function scoreV4(metrics: Metrics): number | undefined {
  const stated = resolve(metrics);
  if (stated === undefined) return undefined;
  const is = (name: string, value: string) => stated[name] === value;
  if (["VC", "VI", "VA", "SC", "SI", "SA"].every((name) => is(name, "N"))) return 0;

  const open = [is("AV", "N"), is("PR", "N"), is("UI", "N")];
  const eq1 = open.every(Boolean) ? 0 : open.some(Boolean) && !is("AV", "P") ? 1 : 2;
  const eq2 = is("AC", "L") && is("AT", "N") ? 0 : 1;
  const eq3 = is("VC", "H") && is("VI", "H") ? 0 : is("VC", "H") || is("VI", "H") || is("VA", "H") ? 1 : 2;
  const eq4 = is("SI", "S") || is("SA", "S") ? 0 : is("SC", "H") || is("SI", "H") || is("SA", "H") ? 1 : 2;
  const eq5 = LEVELS.E!.indexOf(stated.E!);
  const eq6 = ["C", "I", "A"].some((part) => is(`${part}R`, "H") && is(`V${part}`, "H")) ? 0 : 1;

  const score = macroScore(eq1, eq2, eq3, eq4, eq5, eq6)!;
  const lower36 =
    eq3 === 0 && eq6 === 0
      ? Math.max(macroScore(eq1, eq2, 0, eq4, eq5, 1)!, macroScore(eq1, eq2, 1, eq4, eq5, 0)!)
      : eq3 === 1 && eq6 === 0
        ? macroScore(eq1, eq2, 1, eq4, eq5, 1)
        : macroScore(eq1, eq2, eq3 + 1, eq4, eq5, eq6);
  const steps: readonly (readonly [lower: number | undefined, share: number])[] = [
    [macroScore(eq1 + 1, eq2, eq3, eq4, eq5, eq6), share(GROUPS.eq1[eq1]!, stated)],
    [macroScore(eq1, eq2 + 1, eq3, eq4, eq5, eq6), share(GROUPS.eq2[eq2]!, stated)],
    [lower36, share(GROUPS.eq36[`${eq3}${eq6}`]!, stated)],
    [macroScore(eq1, eq2, eq3, eq4 + 1, eq5, eq6), share(GROUPS.eq4[eq4]!, stated)],
    // Nothing is between two levels of EQ5: it has one metric.
    [macroScore(eq1, eq2, eq3, eq4, eq5 + 1, eq6), 0],
  ];
  const known = steps.flatMap(([lower, part]) => (lower === undefined ? [] : [(score - lower) * part]));
  const mean = known.length === 0 ? 0 : known.reduce((sum, each) => sum + each, 0) / known.length;
  // Half a tenth goes up, also where a float is a hair below it.
  return Math.min(100, Math.max(0, Math.round(score - mean + 1e-5))) / 10;
}

/** In tenths; undefined where there is no such MacroVector. */
function macroScore(eq1: number, eq2: number, eq3: number, eq4: number, eq5: number, eq6: number): number | undefined {
  if (eq5 > 2 || eq6 > 1) return undefined;
  const scores = MACRO_SCORES[`${eq1}${eq2}${eq3}${eq4}`];
  return eq3 === 2 ? scores?.[eq5] : scores?.[eq5 * 2 + eq6];
}

/** How far a vector is from the worst of its group, of the way to the next lower group. */
function share({ depth, worst }: Group, stated: Readonly<Record<string, string>>): number {
  for (const vector of worst) {
    const distances = vector.split("/").map((part) => {
      const [name, value] = part.split(":") as [string, string];
      return LEVELS[name]!.indexOf(stated[name]!) - LEVELS[name]!.indexOf(value);
    });
    if (distances.every((distance) => distance >= 0)) return distances.reduce((sum, each) => sum + each, 0) / depth;
  }
  return 0;
}

/** Every metric that counts, with what the environment says of it in place of what the base does. */
function resolve(metrics: Metrics): Readonly<Record<string, string>> | undefined {
  const stated: Record<string, string> = {};
  for (const [name, values] of Object.entries(LEVELS)) {
    const base = metrics.get(name) ?? (Object.hasOwn(UNSTATED, name) ? "X" : "");
    const own = base === "X" ? (UNSTATED[name] ?? "") : base;
    if (!values.includes(own) || own === "S") return undefined;
    const modified = BASE.includes(name) ? (metrics.get(`M${name}`) ?? "X") : "X";
    if (modified !== "X" && (!values.includes(modified) || (modified === "S" && !SAFETY.includes(name)))) {
      return undefined;
    }
    stated[name] = modified === "X" ? own : modified;
  }
  return [...metrics.keys()].every(isMetric) ? stated : undefined;
}

function isMetric(name: string): boolean {
  return (
    Object.hasOwn(LEVELS, name) || SUPPLEMENTAL.includes(name) || (name.startsWith("M") && BASE.includes(name.slice(1)))
  );
}
