import type { ReleaseApi } from "../github/release-api.ts";
import { type AssetDocument, type ReleaseDocument, releaseOf } from "../github/release-document.ts";
import { withRecord } from "./draft-record.ts";
import { mayHaveArrived, ReleaseFailure } from "./failure.ts";
import type { Journal } from "./journal.ts";
import type { Plan } from "./plan.ts";

/**
 * How long to wait, each time, before the list of releases is read again (milliseconds): it shows new releases seconds late
 * (softprops/action-gh-release#705).
 */
export const LIST_WAITS = [0, 500, 1000, 2000, 4000, 8000];

const MAX_ATTEMPTS = 5;

/**
 * Finds or makes the one release that all jobs of a tag work on: the published one, else the oldest draft, else a new draft.
 *
 * GitHub takes any number of drafts for one tag. A job that makes one waits until the list shows it: by then the list shows all older drafts,
 * too, and every job chooses the oldest. A job that finds a draft older than its own deletes its own, which is still empty.
 *
 * @param known releases as they were listed last; `gone` are those that are no longer there, whatever a list shows.
 */
export async function settleRelease(
  plan: Plan,
  known: readonly ReleaseDocument[],
  { api, journal, sleep, gone = new Set() }: Settling & { readonly gone?: ReadonlySet<number> },
): Promise<ReleaseDocument> {
  const there = (listed: readonly ReleaseDocument[]) => listed.filter(({ id }) => !gone.has(id));
  let releases = there(known);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    const found = releaseOf(releases, plan.tag.text);
    if (found !== undefined) {
      journal.debug(`release ${found.id} (${found.draft ? "draft" : "published"}) stands for ${plan.tag.text}`);
      await removeDuplicates(plan, found, releases, { api, journal, sleep });
      return found;
    }
    journal.debug(`no release of ${plan.tag.text} among ${releases.length} known ones; creating a draft`);
    const own = await createDraft(plan, { api, journal, sleep });
    if (own === undefined) {
      releases = there(await api.list());
      continue;
    }
    releases = there(await listWith(own, { api, journal, sleep }));
    const chosen = releaseOf(releases, plan.tag.text) ?? own;
    if (chosen.id === own.id) return own;
    await api.delete(own.id);
    journal.info(`Another job was first: using its release ${chosen.id}; the draft ${own.id} is deleted.`);
    return chosen;
  }
  throw new ReleaseFailure(`no draft of \`${plan.tag.text}\` was there after ${MAX_ATTEMPTS} attempts to create one`);
}

export interface Settling {
  readonly api: ReleaseApi;
  readonly journal: Journal;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** Undefined when GitHub's answer was lost, so that nobody knows whether it made the draft. */
async function createDraft(plan: Plan, { api, journal, sleep }: Settling): Promise<ReleaseDocument | undefined> {
  try {
    const draft = await api.create({
      tag_name: plan.tag.text,
      // Even if the tag exists: should it be deleted meanwhile, GitHub would create it at the head of the default branch.
      ...(!plan.isElsewhere && { target_commitish: plan.commit }),
      name: plan.title,
      body: withRecord(plan.notes, plan.commit),
      draft: true,
      prerelease: plan.prerelease,
    });
    journal.done("create", `Draft ${draft.id} of \`${plan.tag.text}\``);
    return draft;
  } catch (error) {
    if (!mayHaveArrived(error)) throw error;
    journal.info(`${error.message}; checking whether the draft was made`);
    await sleep(2000);
    return undefined;
  }
}

async function listWith(own: ReleaseDocument, { api, journal, sleep }: Settling): Promise<readonly ReleaseDocument[]> {
  let releases: readonly ReleaseDocument[] = [];
  for (const wait of LIST_WAITS) {
    await sleep(wait);
    releases = await api.list();
    if (releases.some(({ id }) => id === own.id)) return releases;
  }
  journal.warn(
    `The list of releases does not show the draft ${own.id} after ${LIST_WAITS.reduce((sum, wait) => sum + wait, 0) / 1000} s; going on with it`,
  );
  return releases;
}

/**
 * Finds the release that another job published while this one worked on a draft. GitHub shows it some seconds late.
 *
 * @throws ReleaseFailure when it does not appear.
 */
export async function findPublished(plan: Plan, { api, sleep }: Settling): Promise<ReleaseDocument> {
  for (const wait of LIST_WAITS) {
    await sleep(wait);
    const published = await api.byTag(plan.tag.text);
    if (published !== undefined) return published;
  }
  throw new ReleaseFailure(
    `GitHub says that \`${plan.tag.text}\` is published, by another job or by hand, but does not show the release`,
  );
}

/**
 * Deletes other drafts of our own author when everything they hold is on the chosen release, as an earlier run that broke off leaves them.
 * Any other draft is only named.
 */
async function removeDuplicates(
  plan: Plan,
  chosen: ReleaseDocument,
  releases: readonly ReleaseDocument[],
  { api, journal }: Settling,
): Promise<void> {
  for (const other of releases) {
    if (other.id === chosen.id || !other.draft || other.tag_name !== chosen.tag_name) continue;
    const isOurs = other.author?.login !== undefined && other.author.login === chosen.author?.login;
    if (isOurs && isCovered(other.assets, chosen.assets, plan.checksums)) {
      await api.delete(other.id);
      journal.done("delete", `The draft ${other.id} of the same tag, which an earlier run left behind`);
    } else journal.warn(`The tag has another draft, ${other.id}; look at it and delete it: ${other.html_url}`);
  }
}

function isCovered(
  assets: readonly AssetDocument[],
  by: readonly AssetDocument[],
  checksums: string | undefined,
): boolean {
  return assets.every(
    ({ name, digest, state }) =>
      state !== "uploaded" ||
      name === checksums ||
      by.some((other) => other.name === name && digest != null && other.digest === digest),
  );
}
