import type { ReleaseDocument } from "../github/release-api.ts";
import type { Plan, PlannedAsset, Step } from "./plan.ts";

/** What will be changed, in the order in which it will be; what stays as it is, too. Pure. */
export function planSteps(plan: Omit<Plan, "steps">, existing: ReleaseDocument | undefined): Step[] {
  return [
    ...releaseStep(plan, existing),
    ...plan.assets.map(assetStep),
    ...publishStep(plan, existing),
    ...plan.floatingTags.map(({ name, action, reason, from }): Step => {
      if (action === "keep") return { kind: "keep", message: `\`${name}\` ${reason}` };
      return { kind: "move-tag", message: moveSentence(name, from, plan.commit, reason) };
    }),
  ];
}

/** Old and new commit, so that nobody has to trust a move. */
export function moveSentence(name: string, from: string | undefined, to: string, reason: string): string {
  const commits = from === undefined ? `at \`${to}\`` : `\`${from}\` -> \`${to}\``;
  return `\`${name}\` ${reason}: ${commits}`;
}

function releaseStep(plan: Omit<Plan, "steps">, existing: ReleaseDocument | undefined): Step[] {
  const { tag, notes, title } = plan;
  if (existing === undefined) {
    const message = `Draft of \`${tag.text}\`, called \`${title}\`, with ${notes.text.length} characters of notes`;
    return [{ kind: "create", message }];
  }
  if (!existing.draft) {
    const isSame = (existing.body ?? "").replace(/\r\n/g, "\n").trim() === notes.text.trim();
    const differ = isSame ? "" : ", though the ones here are others: edit them on GitHub";
    return [{ kind: "keep", message: `The release of \`${tag.text}\` is published, and its notes stay${differ}` }];
  }
  return [{ kind: "keep", message: `The draft ${existing.id} of \`${tag.text}\` is continued` }];
}

function assetStep({ name, label, size, action, source }: PlannedAsset): Step {
  const from = "path" in source && source.shown !== name ? ` from \`${source.shown}\`` : "";
  const renamed = label === name ? "" : `, as GitHub calls \`${label}\``;
  if (action === "keep") return { kind: "keep", message: `\`${name}\` is there already, with this content` };
  const why = {
    upload: "",
    clean: ", in place of an upload that broke off",
    replace: ", in place of other content",
  }[action];
  return { kind: "upload", message: `\`${name}\`${from}${renamed}, ${size} bytes${why}` };
}

function publishStep(plan: Omit<Plan, "steps">, existing: ReleaseDocument | undefined): Step[] {
  const { draft, latest, prerelease, tag, createsTag, commit } = plan;
  if (existing?.draft === false) return [];
  if (draft) return [{ kind: "keep", message: "The release stays a draft, as `draft` is `true`" }];
  const makes = createsTag ? `, which makes the tag \`${tag.text}\` at \`${commit.slice(0, 10)}\`` : "";
  const as = prerelease ? "as a prerelease" : latest.isLatest ? "as the latest" : "not as the latest";
  return [{ kind: "publish", message: `\`${tag.text}\` ${as}: ${latest.reason}${makes}` }];
}
