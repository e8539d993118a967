import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Line } from "@jessy-actions/kit/report/report";
import type { Result } from "../result.ts";
import { durationText } from "./duration-text.ts";
import { releaseText } from "./release-text.ts";

/** What a dry run is for: the groups in their order, what happens to each host, and when all of it stops. */
export function plan({ outcome, groups, hosts, settings, steps, release }: Result): Block[] {
  if (outcome !== "planned") return [];
  const rows = groups.flatMap(({ title, hosts: names, soak }): Line[][] =>
    names.flatMap((name, at) =>
      hosts
        .filter((host) => host.name === name)
        .map((host) => [
          at > 0 ? "" : `${title}${soak === 0 ? "" : `, then watched for ${durationText(soak)}`}`,
          { code: name },
          releaseText(host.serving),
          host.state === "unchanged" ? "nothing to do" : releaseText(release),
        ]),
    ),
  );
  const after: Line[] = [
    settings.gates.length === 0
      ? [{ strong: `${MARK.warning} No gate` }, ": a host counts as good as soon as its switch has run"]
      : [{ strong: "Gates" }, ": ", ...settings.gates.flatMap((gate, at) => [at === 0 ? "" : ", ", { code: gate }])],
    ...steps.map(({ title, note }): Line => [{ strong: title }, ": ", ...prose(note)]),
    [
      { strong: "Rollback" },
      settings.maxFailures === "0"
        ? " of every switched host as soon as one fails"
        : ` of every switched host as soon as more than ${settings.maxFailures} fail`,
    ],
  ];
  return [
    {
      kind: "table",
      columns: [{ header: "Group" }, { header: "Host" }, { header: "Serves now" }, { header: "Then" }],
      rows,
      noun: "hosts",
      weight: 2,
    },
    { kind: "list", items: after },
  ];
}
