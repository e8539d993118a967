import type { FleetRun } from "./fleet-scenario.ts";

/** Texts by what they are called, or by where they stood. */
export type Texts = Readonly<Record<string, readonly string[]>>;

/** Looks for secrets, as they are and in base64. @returns `WHAT in PLACE` for all that is found. */
export function findPlanted(planted: Texts, places: Texts): readonly string[] {
  const secrets = Object.entries(planted).map(([what, some]) => [what, some.flatMap(formsOf)] as const);
  return Object.entries(places).flatMap(([place, texts]) =>
    secrets.flatMap(([what, forms]) =>
      forms.some((form) => texts.some((text) => text.includes(form))) ? [`${what} in ${place}`] : [],
    ),
  );
}

/** All that a run shows. */
export function shownBy({ log, summary, annotations, outputs, result }: FleetRun): Texts {
  return {
    "the log": [log],
    "the summary": [summary],
    annotations: annotations.map(({ message }) => message),
    outputs: [...outputs.values()],
    // A run that was refused early has none.
    "the result": [JSON.stringify(result) ?? ""],
  };
}

function formsOf(text: string): readonly string[] {
  return [text, Buffer.from(text).toString("base64").replace(/=+$/, "")];
}
