import { counted } from "@jessy-actions/kit/report/quantity";
import type { OtherFiles } from "../assets/other-files.ts";
import type { PlannedAsset } from "../assets/planned-assets.ts";
import type { ReleaseDocument } from "../github/release-document.ts";
import { withoutRecord } from "./draft-record.ts";
import type { Plan } from "./plan.ts";

/** One change of what stands on GitHub. */
export interface Step {
  readonly kind: "create" | "update" | "upload" | "delete" | "publish" | "move-tag" | "keep";
  /** A sentence without its full stop; names stand between backticks. */
  readonly message: string;
}

/** What will be changed, in its order, and what stays as it is. Pure. */
export function planSteps(plan: Plan, existing: ReleaseDocument | undefined, others?: OtherFiles): Step[] {
  return [
    releaseStep(plan, existing),
    ...(others?.action === "delete" ? others.files : []).map(({ name }): Step => {
      return {
        kind: "delete",
        message: `\`${name}\`: the draft has it from the commit ${others!.commit!.slice(0, 10)}`,
      };
    }),
    ...plan.assets.map(assetStep),
    ...publishStep(plan, existing),
    ...plan.floatingTags.map(({ name, action, reason, from }): Step => {
      if (action === "keep") return { kind: "keep", message: `\`${name}\` ${reason}` };
      return { kind: "move-tag", message: moveSentence(name, from, plan.commit, reason) };
    }),
  ];
}

/** Names the old and the new commit, so that nobody has to trust a move. */
export function moveSentence(name: string, from: string | undefined, to: string, reason: string): string {
  const commits = from === undefined ? `at \`${to}\`` : `\`${from}\` -> \`${to}\``;
  return `\`${name}\` ${reason}: ${commits}`;
}

function releaseStep({ tag, notes, title }: Plan, existing: ReleaseDocument | undefined): Step {
  const name = `\`${tag.text}\``;
  if (existing === undefined) {
    const message = `Draft of ${name}, called \`${title}\`, with ${counted(notes.length, "character")} of notes`;
    return { kind: "create", message };
  }
  if (existing.draft) return { kind: "keep", message: `The draft ${existing.id} of ${name} is continued` };
  return { kind: "keep", message: keptSentence(tag.text, notes, existing) };
}

/** Says that a published release keeps its notes, and whether ours are different. */
export function keptSentence(tag: string, notes: string, { body }: Pick<ReleaseDocument, "body">): string {
  const isSame =
    withoutRecord(body ?? "")
      .replace(/\r\n/g, "\n")
      .trim() === notes.trim();
  const differ = isSame ? "" : ", though the notes here are different; edit them on GitHub";
  return `The release of \`${tag}\` is published, and its notes stay${differ}`;
}

function assetStep({ name, label, size, action, source }: PlannedAsset): Step {
  if (action === "keep") return { kind: "keep", message: `\`${name}\` is already there, with the same content` };
  const from = "path" in source && source.shown !== name ? ` from \`${source.shown}\`` : "";
  const renamed = label === name ? "" : ` (GitHub's name for \`${label}\`)`;
  return { kind: "upload", message: `\`${name}\`${renamed}${from}, ${counted(size, "byte")}${IN_PLACE_OF[action]}` };
}

const IN_PLACE_OF = {
  upload: "",
  clean: ", in place of an upload that broke off",
  replace: ", in place of other content",
} as const;

function publishStep(plan: Plan, existing: ReleaseDocument | undefined): Step[] {
  const { draft, latest, prerelease, tag, createsTag, commit } = plan;
  if (existing?.draft === false) return [];
  if (draft) return [{ kind: "keep", message: "The release stays a draft, as `draft` is `true`" }];
  const as = prerelease ? "as a prerelease" : latest.isLatest ? "as the latest" : "not as the latest";
  const creates = createsTag ? `; this creates the tag \`${tag.text}\` at \`${commit.slice(0, 10)}\`` : "";
  return [{ kind: "publish", message: `\`${tag.text}\` ${as}: ${latest.reason}${creates}` }];
}
