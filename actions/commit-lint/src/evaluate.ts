import type { Facts, GatheredFacts, RulesFacts, UnreachableFacts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { countsOf } from "./judging/counts.ts";
import { landingOf } from "./judging/landing.ts";
import { missingCommits } from "./judging/missing-commits.ts";
import { judgePull } from "./judging/pull-subjects.ts";
import { judgeRange } from "./judging/range-subjects.ts";
import { skippedPull } from "./judging/skipped-pulls.ts";
import { titleParts } from "./judging/title-parts.ts";
import { judge } from "./judging/verdict.ts";
import { type Note, RESULT_SCHEMA, type Result } from "./result.ts";

/** Holds titles and commits against the rules. Pure: the same facts give the same result. */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  return facts.kind === "unreachable" ? unreachable(inputs, facts) : gathered(inputs, facts);
}

function unreachable(inputs: Inputs, { context, reason }: UnreachableFacts): Result {
  return {
    ...frameOf(inputs),
    context,
    verdict: "broken",
    fails: true,
    headline: `Nothing was checked: ${reason}: broken`,
    counts: countsOf([]),
    subjects: [],
    skipped: [],
    rules: { source: "" },
    source: "api",
    notes: [],
  };
}

function gathered(inputs: Inputs, facts: GatheredFacts): Result {
  const { context, pulls, range, origin, settings, rules, source } = facts;
  const skipped = pulls.flatMap((pull) => skippedPull(pull, inputs) ?? []);
  const checked = pulls.filter(({ number }) => !skipped.some(({ pullRequest }) => pullRequest === number));
  const landings = checked.map((pull) => ({ pull, landing: landingOf(inputs, settings, pull.declared) }));
  const found = [
    ...landings.flatMap(({ pull, landing }) => judgePull(pull, landing, rules)),
    ...judgeRange(inputs, facts, skipped),
  ];
  const subjects = (["title", "commit"] as const).flatMap((kind) => found.filter((subject) => subject.kind === kind));
  const counts = countsOf(subjects);
  const missing = missingCommits(checked, range);
  const title = pulls.length === 1 ? titleParts(pulls[0]!.title) : undefined;
  const assumptions = new Set(landings.flatMap(({ landing }) => landing.assumed ?? []));
  return {
    ...frameOf(inputs),
    context,
    ...judge({ subjects, counts, skipped, missing, origin }, inputs.failOn),
    counts,
    ...(title !== undefined && { title }),
    subjects,
    skipped,
    rules: rulesSource(rules),
    source,
    notes: [...facts.notes, ...[...assumptions].map((text): Note => ({ level: "note", text }))],
  };
}

function rulesSource({ source, revision, rules }: RulesFacts): Result["rules"] {
  const types = rules["type-enum"];
  return {
    source,
    ...(revision !== undefined && { revision }),
    ...(types?.when === "always" && types.value.length > 0 && { types: types.value }),
  };
}

/** What is the same whatever was found. */
function frameOf({ name, failOn, helpUrl }: Inputs): Pick<Result, "schema" | "name" | "failOn" | "helpUrl"> {
  return { schema: RESULT_SCHEMA, name, failOn, ...(helpUrl !== undefined && { helpUrl }) };
}
