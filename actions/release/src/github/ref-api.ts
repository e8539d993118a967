import { type GitHub, GitHubError } from "@jessy-actions/kit/github/client";
import { unusableAnswer } from "@jessy-actions/kit/github/error";
import { object, type Shape, text } from "@jessy-actions/kit/github/shape";
import { refShape, tagObjectShape } from "./release-shapes.ts";

/** Where a tag leads: to a commit, or to something that cannot be released. */
export type TagTarget = { readonly commit: string } | { readonly wrong: string };

export interface GitObject {
  readonly type: string;
  readonly sha: string;
}

/** What a commit is to another one. `unrelated`: they share no history. `missing`: GitHub does not have one of them. */
export type Relation = "ahead" | "behind" | "identical" | "diverged" | "unrelated" | "missing";

/** Tags of tags: git makes them, and nobody makes more of them on purpose. */
export const MAX_NESTED_TAGS = 10;

/**
 * Tags, branches and history of one repository, as GitHub has them. Every method throws GitHubError after its last attempt, and for an answer
 * that does not say what was asked.
 */
export class RefApi {
  readonly #github: GitHub;
  readonly #repository: { readonly owner: string; readonly repo: string };

  constructor(github: GitHub, { owner, name }: { readonly owner: string; readonly name: string }) {
    this.#github = github;
    this.#repository = { owner, repo: name };
  }

  /** Where a tag leads, through all annotated ones; undefined when there is no such tag. */
  async tagTarget(name: string): Promise<TagTarget | undefined> {
    const object = await this.#ref(`tags/${name}`);
    return object === undefined ? undefined : this.peel(object);
  }

  /** The commit that a ref's object leads to. */
  async peel(object: GitObject): Promise<TagTarget> {
    let { type, sha } = object;
    for (let depth = 0; type === "tag"; depth++) {
      if (depth === MAX_NESTED_TAGS) return { wrong: `leads through more than ${MAX_NESTED_TAGS} annotated tags` };
      ({ type, sha } = (await this.#ask(`GET ${GIT}/tags/{tag_sha}`, { tag_sha: sha }, tagObjectShape)).object);
    }
    return type === "commit" ? { commit: sha } : { wrong: `leads to a ${type}, not to a commit` };
  }

  /** Every tag whose name begins with a text. `type` is `tag` for an annotated one, whose commit only `peel` tells. */
  tags(start: string): Promise<Map<string, GitObject>> {
    return this.#matching("tags", start);
  }

  /** The commit at a branch's tip; undefined when there is no such branch. */
  async branchTip(name: string): Promise<string | undefined> {
    return (await this.#ref(`heads/${name}`))?.sha;
  }

  /** Every branch whose name begins with a text, with its tip. */
  async branches(start: string): Promise<Map<string, string>> {
    return new Map([...(await this.#matching("heads", start))].map(([name, { sha }]) => [name, sha]));
  }

  /**
   * What `head` is to `base`. Both are commit ids: a tag may be named like a branch, and no name of a ref is a commit id.
   */
  async relation(base: string, head: string): Promise<Relation> {
    try {
      // One commit a page: only the status is wanted.
      const wanted = { basehead: `${base}...${head}`, per_page: 1 };
      const { status } = await this.#ask(COMPARE, wanted, object({ status: text }));
      if (!isRelation(status)) throw unusableAnswer(COMPARE, 200, "the answer knows another relation of commits");
      return status;
    } catch (error) {
      if (!(error instanceof GitHubError) || error.status !== 404) throw error;
      return error.message.includes("No common ancestor") ? "unrelated" : "missing";
    }
  }

  async createTag(name: string, sha: string): Promise<void> {
    await this.#ask(`POST ${GIT}/refs`, { ref: `refs/tags/${name}`, sha }, refShape);
  }

  /** @param force moves the tag even to a commit that does not descend from the one it stands on. */
  async moveTag(name: string, sha: string, force: boolean): Promise<void> {
    await this.#ask(`PATCH ${GIT}/refs/{ref}`, { ref: `tags/${name}`, sha, force }, refShape);
  }

  async #ref(ref: string): Promise<GitObject | undefined> {
    const route = `GET ${GIT}/ref/{ref}`;
    try {
      const found = await this.#ask(route, { ref }, refShape);
      if (found.ref !== `refs/${ref}`) throw unusableAnswer(route, 200, "the answer is about another ref");
      return found.object;
    } catch (error) {
      if (error instanceof GitHubError && error.status === 404) return undefined;
      throw error;
    }
  }

  async #matching(folder: "tags" | "heads", start: string): Promise<Map<string, GitObject>> {
    const route = `GET ${GIT}/matching-refs/{ref}`;
    const found = new Map<string, GitObject>();
    // The route takes no size of a page. A `Link` is followed all the same.
    const wanted = {
      ...this.#repository,
      ref: start === "" ? folder : `${folder}/${start}`,
      per_page: undefined,
    };
    for await (const { ref, object } of this.#github.paginate(route, wanted, refShape))
      if (ref.startsWith(`refs/${folder}/${start}`)) found.set(ref.slice(`refs/${folder}/`.length), object);
    return found;
  }

  #ask<T>(route: string, parameters: object, shape: Shape<T>): Promise<T> {
    return this.#github.request(route, { ...this.#repository, ...parameters }, shape);
  }
}

const GIT = "/repos/{owner}/{repo}/git";
const COMPARE = "GET /repos/{owner}/{repo}/compare/{basehead}";

const RELATIONS: readonly string[] = ["ahead", "behind", "identical", "diverged"] satisfies Relation[];

function isRelation(status: string): status is Relation {
  return RELATIONS.includes(status);
}
