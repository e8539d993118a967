import { MARK } from "@jessy-actions/kit/report/mark";
import { prose } from "@jessy-actions/kit/report/prose";
import type { Block, Inline, Line } from "@jessy-actions/kit/report/report";
import type { LockResult, RecordResult, Result } from "../result.ts";
import { durationText } from "./duration-text.ts";
import { releaseText } from "./release-text.ts";

/** What was deployed, from where, under which lock and record. */
export function provenance(result: Result): Block[] {
  const items: Line[] = [
    releaseLine(result),
    ...imageLine(result),
    ...environmentLine(result),
    ...lockLine(result.lock),
    ...recordLine(result.record),
    ...result.steps
      .filter(({ outcome }) => outcome === "ok")
      .map(
        ({ title, duration, note }): Line => [
          `${title}: ${durationText(duration)}`,
          ...(note === "" ? [] : [", ", ...prose(note)]),
        ],
      ),
    ...result.warnings.map((text): Line => [{ strong: `${MARK.warning} Warning:` }, " ", ...prose(text)]),
    ...result.notes.map((text): Line => [{ strong: `${MARK.note} Note:` }, " ", ...prose(text)]),
  ];
  return [{ kind: "list", items, noun: "facts", weight: 1 }];
}

/** Of a comment: what somebody has to know. */
export function warningList({ warnings }: Result): Block[] {
  const items = warnings.map((text): Line => [{ strong: `${MARK.warning} Warning:` }, " ", ...prose(text)]);
  return items.length === 0 ? [] : [{ kind: "list", items, noun: "warnings" }];
}

export function releaseLine({
  release,
  previousRelease,
  commit,
  version,
  repository,
  serverUrl,
  runUrl,
  mode,
}: Result): Line {
  const href = `${serverUrl ?? "https://github.com"}/${repository.owner}/${repository.name}/commit/${commit}`;
  const from: readonly Inline[] =
    commit === "" ? [] : [" from ", { link: { text: { code: commit.slice(0, 10) }, href } }];
  const asserted: readonly Inline[] = version === null || version === commit ? [] : [", version ", { code: version }];
  return [
    "Release ",
    releaseText(release),
    ...from,
    ...asserted,
    ...(previousRelease === null || previousRelease === release ? [] : [" after ", releaseText(previousRelease)]),
    ", mode ",
    { code: mode },
    ", ",
    { link: { text: "the run", href: runUrl } },
    ".",
  ];
}

function imageLine({ image }: Result): Line[] {
  if (image === null) return [];
  const { reference, digest, signature, signedBy } = image;
  const signed: Readonly<Record<typeof signature, readonly Inline[]>> = {
    verified: ["; its signature was verified", ...(signedBy === null ? [] : [", by ", { code: signedBy }])],
    "not-asked": ["; nobody asked for a signature"],
    refused: ["; its signature was refused"],
  };
  return [["Image ", { code: reference }, " is ", { code: digest }, ...signed[signature], "."]];
}

function environmentLine({ environment, url }: Result): Line[] {
  if (environment === "" && url === null) return [];
  const name = environment === "" ? "Address" : `Environment ${environment}`;
  return [url === null ? `${name}.` : [`${name}: `, { link: { text: url, href: url } }, "."]];
}

const LOCKS: Readonly<Record<LockResult["state"], string>> = {
  taken: "The lock was taken, and released",
  "taken-over": "The lock of a run that has ended was taken over, and released",
  "held-by-other": "The lock is held by another deployment",
  "not-taken": "No lock was taken",
  kept: "The lock was taken and could not be released everywhere",
};

function lockLine({ state, owner, ownerUrl, note }: LockResult): Line[] {
  const whose: readonly Inline[] =
    owner === null
      ? []
      : [": ", ownerUrl === null ? { code: owner } : { link: { text: { code: owner }, href: ownerUrl } }];
  return [[LOCKS[state], ...whose, note === "" ? "." : ` (${note}).`]];
}

const RECORDS: Readonly<Record<RecordResult["state"], string>> = {
  written: "GitHub has the deployment record",
  "job-environment": "GitHub has the record of the job's own environment, and no second one was written",
  "not-asked": "",
  "no-permission": "No deployment record was written: the token may not",
  failed: "The deployment record could not be written",
};

function recordLine({ state, id, note }: RecordResult): Line[] {
  if (state === "not-asked") return [];
  const which: readonly Inline[] = id === null ? [] : [" ", { code: id }];
  return [[RECORDS[state], ...which, note === "" ? "." : ` (${note}).`]];
}
