import { GitHubError } from "@jessy-actions/kit/github/client";
import type { RefApi, TagTarget } from "../github/ref-api.ts";
import { mayHaveArrived, ReleaseFailure } from "./failure.ts";
import type { Journal } from "./journal.ts";
import type { Plan } from "./plan.ts";
import { LIST_WAITS } from "./settle.ts";

const MAX_ATTEMPTS = 5;

export interface Tagging {
  readonly refs: RefApi;
  readonly journal: Journal;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/**
 * Makes sure, right before the publication, that the version's tag leads to the commit: uploads take minutes, in which somebody may have moved
 * it. A tag that is new is created now, and read back.
 *
 * @throws ReleaseFailure when the tag leads elsewhere: nothing is published.
 */
export async function holdTag(plan: Plan, tagging: Tagging): Promise<void> {
  const { tag, commit, createsTag } = plan;
  if (isUntagged(plan)) return;
  const target = await tagging.refs.tagTarget(tag.text);
  if (target !== undefined) return needCommit(target, plan);
  if (!createsTag) {
    const restore = `git push origin ${commit}:refs/tags/${tag.text}`;
    throw new ReleaseFailure(
      `\`${tag.text}\` was deleted while files were uploaded; nothing is published; find out why, and push it again (\`${restore}\`)`,
    );
  }
  needCommit(await createTag(tag.text, commit, tagging), plan);
  tagging.journal.done("create", `The tag \`${tag.text}\` at \`${commit}\``);
}

/**
 * Reads the tag once more, right after the publication.
 *
 * @param url of the release.
 * @throws ReleaseFailure when it leads elsewhere now, or GitHub does not say where. The release stands.
 */
export async function confirmTag(plan: Plan, url: string, { refs, sleep }: Tagging): Promise<void> {
  const { tag, commit } = plan;
  if (isUntagged(plan)) return;
  const name = `\`${tag.text}\``;
  const target = await readBack(tag.text, { refs, sleep }).catch((error: unknown) => {
    if (!(error instanceof GitHubError)) throw error;
    throw new ReleaseFailure(
      `whether ${name} still leads to ${commit} is not known: ${error.message}; the release ${url} is published`,
    );
  });
  if (target !== undefined && "commit" in target && target.commit === commit) return;
  const now = target === undefined ? "is gone" : "wrong" in target ? target.wrong : `leads to ${target.commit} now`;
  const restore = `git push --force origin ${commit}:refs/tags/${tag.text}`;
  throw new ReleaseFailure(
    `the tag ${name} ${now}; it led to ${commit} right before the publication, and the release ${url} holds the files of that commit: treat the tag as compromised, look up who moved it, put it back (\`${restore}\`) or delete the release, and protect tags by a ruleset`,
    { isResumable: false },
  );
}

/**
 * Creates a tag. An answer that is lost is looked up before the next attempt, so nothing is created twice.
 *
 * @returns where the tag leads when it is read back: elsewhere, if somebody else was faster.
 * @throws ReleaseFailure when GitHub never shows it.
 */
export async function createTag(name: string, commit: string, { refs, journal, sleep }: Tagging): Promise<TagTarget> {
  for (let attempt = 1; ; attempt++) {
    const failure = await refs.createTag(name, commit).then(
      () => undefined,
      (error: unknown) => error,
    );
    const isThere = failure === undefined || isTaken(failure);
    if (!isThere) {
      if (!mayHaveArrived(failure)) throw failure;
      journal.info(`${failure.message}; checking whether the tag was made`);
    }
    const target = isThere ? await readBack(name, { refs, sleep }) : await lookFor(name, { refs, sleep });
    if (target !== undefined) return target;
    if (isThere)
      throw new ReleaseFailure(`GitHub took the tag \`${name}\`, and does not show it; nothing is published`);
    if (attempt === MAX_ATTEMPTS) throw failure;
  }
}

/** Where a tag leads that was just written: GitHub may show it some seconds late. @param before where it led, which may still be shown. */
export async function readBack(
  name: string,
  { refs, sleep }: Pick<Tagging, "refs" | "sleep">,
  before?: string,
): Promise<TagTarget | undefined> {
  let target: TagTarget | undefined;
  for (const wait of LIST_WAITS) {
    await sleep(wait);
    target = await refs.tagTarget(name);
    if (target !== undefined && !("commit" in target && target.commit === before)) return target;
  }
  return target;
}

async function lookFor(name: string, { refs, sleep }: Pick<Tagging, "refs" | "sleep">): Promise<TagTarget | undefined> {
  await sleep(2000);
  return refs.tagTarget(name);
}

function isTaken(error: unknown): boolean {
  return error instanceof GitHubError && error.status === 422 && /already exists/i.test(error.message);
}

function needCommit(target: TagTarget, { tag, commit, createsTag }: Plan): void {
  if ("commit" in target && target.commit === commit) return;
  const now = "commit" in target ? `leads to ${target.commit}` : target.wrong;
  throw new ReleaseFailure(
    `\`${tag.text}\` was ${createsTag ? "created elsewhere" : "moved"} while files were uploaded; it ${now}, and ${commit} was to be released; nothing is published: find out who moved it before you run the job again`,
    { isResumable: false },
  );
}

/** In another repository GitHub makes the tag, at a commit of that repository's own. */
function isUntagged({ isElsewhere, createsTag }: Plan): boolean {
  return isElsewhere && createsTag;
}
