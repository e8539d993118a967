import type { Message, MessageLine } from "../message.ts";
import type { Deployment } from "../results/deployment.ts";
import type { ActionResult } from "../results/read-result.ts";

/** More of them are in the run's summary. */
const MAX_DETAILS = 5;

/**
 * What the actions found: a line each, then what a reader asks of them.
 * @param told whose headline the message has said already
 */
export function resultSections(
  results: readonly ActionResult[],
  unread: readonly string[],
  told: ActionResult | undefined,
): Message["sections"] {
  const lines = [
    ...results
      .filter((result) => result !== told)
      .map((result): MessageLine => [`${markOf(result)} `, { strong: nameOf(result) }, `: ${result.headline}`]),
    ...unread.map((sentence): MessageLine => [`⚠️ ${sentence}`]),
  ];
  return [
    ...results.flatMap(({ deployment }) => (deployment === undefined ? [] : hostSections(deployment))),
    ...(lines.length === 0 ? [] : [{ title: "Results", lines }]),
    ...results.flatMap(detailSections),
  ];
}

function detailSections({ details, name }: ActionResult): Message["sections"] {
  if (details === undefined || details.lines.length === 0) return [];
  const { title, lines } = details;
  const more = lines.length - MAX_DETAILS;
  return [
    {
      title: name === "" ? title : `${title} (${name})`,
      lines: more <= 0 ? lines : [...lines.slice(0, MAX_DETAILS), [`… and ${more} more`]],
    },
  ];
}

/** Every host, those that failed first, unless all of them serve what was deployed: then a field says so. */
function hostSections({ hosts, release, outcome }: Deployment): Message["sections"] {
  if (outcome === "planned" || hosts.every(({ serving }) => serving === release)) return [];
  const lines = [...hosts]
    .sort((a, b) => Number(b.failure !== undefined) - Number(a.failure !== undefined))
    .map(
      ({ name, state, serving, failure }): MessageLine => [
        { strong: name },
        `: ${state.replace("-", " ")}, `,
        ...servedBy(serving),
        ...(failure === undefined ? [] : [` (${failure})`]),
      ],
    );
  return [{ title: "Hosts", lines }];
}

function servedBy(serving: string | undefined): MessageLine {
  if (serving === undefined) return ["nobody knows what it serves"];
  return serving === "" ? ["serves nothing"] : ["serves ", { code: serving }];
}

function markOf({ fails, verdict }: ActionResult): string {
  return fails ? "❌" : verdict === "pass" ? "✅" : "⚠️";
}

function nameOf({ action, name }: ActionResult): string {
  return name === "" ? action : `${action} (${name})`;
}
