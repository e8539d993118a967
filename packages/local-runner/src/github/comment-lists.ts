import type { Answer } from "./answer.ts";
import { page } from "./answer.ts";
import { Replica } from "./replica.ts";
import { userDocument } from "./user-document.ts";

type Document = Readonly<Record<string, unknown>>;

/** Comments of each pull request, as lists show them. */
type Lists = ReadonlyMap<number, readonly Document[]>;

const ROUTE = /^\/issues\/(?:(\d+)\/comments|comments\/\d+)$/;

/** What the emulator's comments lack: their authors as users, and lists that lag behind. */
export class CommentLists {
  /** A copy that lists are read from; one comment is read from the database. */
  readonly replica = new Replica<Lists>();
  readonly #current: () => Promise<Lists>;
  #turn: Promise<unknown> = Promise.resolve();

  /** @param current reads every list from the database. */
  constructor(current: () => Promise<Lists>) {
    this.#current = current;
  }

  /** Whether a route is about comments. @param path below the repository's. */
  static knows(path: string | undefined): path is string {
    return path !== undefined && ROUTE.test(path);
  }

  /** @param ask asks the emulator. */
  async answer(method: string, path: string, url: URL, ask: () => Promise<Answer>): Promise<Answer> {
    if (!this.replica.isBehind) return withAuthors(await ask());
    // One after the other: each change is known with the state before it.
    const turn = this.#turn.then(() => this.#answer(method, path, url, ask));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #answer(method: string, path: string, url: URL, ask: () => Promise<Answer>): Promise<Answer> {
    const before = await this.#current();
    const issue = ROUTE.exec(path)?.[1];
    if (method === "GET" && issue !== undefined)
      return withAuthors(page(this.replica.read(before).get(Number(issue)) ?? [], url));
    const answer = await ask();
    if (method !== "GET" && answer.status < 300) this.replica.remember(before);
    return withAuthors(answer);
  }
}

/** The emulator has numbers of its own for users. */
function withAuthors(answer: Answer): Answer {
  const { body } = answer;
  return { ...answer, body: Array.isArray(body) ? body.map(withAuthor) : withAuthor(body) };
}

function withAuthor(body: unknown): unknown {
  const user = (body as { readonly user?: { readonly login: string } } | undefined)?.user;
  return user == null ? body : { ...(body as Document), user: userDocument(user.login) };
}
