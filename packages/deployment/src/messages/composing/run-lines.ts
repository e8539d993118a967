import { counted } from "../counted.ts";
import { cutText } from "../fitting/code-points.ts";
import { tidyText } from "../fitting/message-line.ts";
import type { Message, MessageLine } from "../message.ts";
import type { Deployment } from "../results/deployment.ts";
import type { RunFacts } from "../run-facts.ts";
import { formatDuration } from "./duration.ts";
import { refName } from "./ref-name.ts";

/** Of a commit's first line, as peers cut it. */
const MAX_COMMIT_TITLE = 120;

/** Who did what: `octocat · a1b2c3d fix: a leak`, or the pull request. */
export function subjectLine({ actor, commit, pullRequest }: RunFacts): readonly MessageLine[] {
  const title = commitTitle(commit?.message);
  const subject: MessageLine =
    pullRequest === undefined
      ? commit === undefined
        ? []
        : [{ text: shortSha(commit.sha), href: commit.url }, title === "" ? "" : ` ${title}`]
      : [{ text: `#${pullRequest.number}`, href: pullRequest.url }, ` ${pullRequest.title}`];
  const who: MessageLine = actor === undefined ? [] : [{ strong: actor }];
  const line = who.length > 0 && subject.length > 0 ? [...who, " · ", ...subject] : [...who, ...subject];
  return line.length === 0 ? [] : [line];
}

export function commitTitle(message: string | undefined): string {
  return cutText(tidyText((message ?? "").trim().split(/\r?\n/, 1)[0]!).trim(), MAX_COMMIT_TITLE);
}

export function shortSha(sha: string): string {
  return sha.slice(0, 7);
}

export function runDuration({ run, time }: RunFacts): string {
  return run.startedAt === undefined ? "" : formatDuration(time - run.startedAt);
}

/** Short facts, those of a deployment first. */
export function runFields(facts: RunFacts, deployment: Deployment | undefined): Message["fields"] {
  const ref = refName(facts.ref);
  const field = (name: string, text: string | undefined): Message["fields"] => (text ? [{ name, value: [text] }] : []);
  const isOrdinary = facts.run.event === "push" || facts.run.event.startsWith("pull_request");
  return [
    ...(deployment === undefined ? [] : deploymentFields(deployment)),
    ...(ref === undefined || ref.kind === "pull-request" ? [] : field(ref.kind === "tag" ? "Tag" : "Branch", ref.name)),
    ...(facts.status === "started" ? [] : field("Duration", runDuration(facts))),
    ...(isOrdinary ? [] : field("Trigger", facts.run.event)),
  ];
}

function deploymentFields(deployment: Deployment): Message["fields"] {
  const { hosts, downtime, release, previousRelease } = deployment;
  const serving = hosts.filter((host) => host.serving === release).length;
  const isDone = deployment.outcome !== "planned" && deployment.outcome !== "refused";
  return [
    { name: "Release", value: [{ code: release }] },
    ...(previousRelease === undefined || previousRelease === release
      ? []
      : [{ name: "Before", value: [{ code: previousRelease }] }]),
    ...(isDone && hosts.length > 0
      ? [
          {
            name: "Fleet",
            value: [
              `${serving} of ${counted(hosts.length, "host")} ${serving === 1 ? "serves" : "serve"} this release`,
            ],
          },
        ]
      : []),
    ...(downtime === undefined
      ? []
      : [
          {
            name: "Downtime",
            value: [
              downtime.lost === 0
                ? `none: 0 of ${downtime.requests} requests lost`
                : `${Math.ceil(downtime.milliseconds)} ms: ${downtime.lost} of ${downtime.requests} requests lost`,
            ],
          },
        ]),
  ];
}
