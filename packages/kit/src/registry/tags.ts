import { nextTarget } from "../http/link.ts";
import { checkedRepository } from "./address.ts";
import { parseBody } from "./answer.ts";
import type { Exchange, RegistryRequest } from "./exchange.ts";

const PAGE = 1000;
const MAX_PAGES = 1000;
const MAX_PAGE_BYTES = 8_000_000;

/**
 * All tags of a repository, in the registry's order; none of one that does not exist yet.
 *
 * @throws RegistryError, also for a list that goes on where it must not be read.
 */
export async function listTags(exchange: Exchange, repository: string): Promise<readonly string[]> {
  const path = `/v2/${checkedRepository(repository)}/tags/list`;
  const tags: string[] = [];
  await readPages(exchange, { repository, operation: "list tags", target: `${path}?n=${PAGE}` }, (data) => {
    const { tags: listed } = (data ?? {}) as { tags?: unknown };
    // A repository without tags has null.
    if (listed === null || listed === undefined) return true;
    if (!Array.isArray(listed)) return false;
    for (const tag of listed) if (typeof tag === "string") tags.push(tag);
    return true;
  });
  return tags;
}

/**
 * Reads the pages of a list.
 *
 * @param onPage takes a page's JSON; false when it is not of the list's shape. @returns false when the first page is not
 *   there (404).
 */
export async function readPages(
  exchange: Exchange,
  asked: Pick<RegistryRequest, "repository" | "reference" | "operation" | "target"> & { readonly repository: string },
  onPage: (data: unknown) => boolean,
): Promise<boolean> {
  const seen = new Set<string>();
  let target: string | URL = asked.target;
  for (let page = 1; ; page++) {
    const answer = await exchange.request({
      ...asked,
      target,
      method: "GET",
      scopes: [`repository:${asked.repository}:pull`],
      maxBytes: MAX_PAGE_BYTES,
      expected: [200, 404],
    });
    const wrong = (message: string) => exchange.error(asked, { status: 0, headers: {}, message, isFinal: true });
    if (answer.status === 404 && page === 1) return false;
    const parsed = answer.status === 404 ? { problem: "a page of the list is missing" } : parseBody(answer.body);
    if ("problem" in parsed) throw wrong(parsed.problem);
    if (!onPage(parsed.data)) throw wrong("the answer is not such a list");
    const next = nextTarget(answer.headers.link ?? "");
    if (next === undefined) return true;
    if (!URL.canParse(next, answer.url.href)) throw wrong("the next page of the list has no address");
    const url: URL = new URL(next, answer.url.href);
    if (url.host !== answer.url.host) throw wrong(`the next page of the list is on another host, ${url.host}`);
    target = `${url.pathname}${url.search}`;
    if (seen.has(target)) throw wrong("the list leads back to a page that was read");
    if (page === MAX_PAGES) throw wrong(`the list has more than ${MAX_PAGES} pages`);
    seen.add(target);
  }
}
