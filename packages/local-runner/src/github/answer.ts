/** What GitHub answers to one request. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** In place of the body's JSON. */
  readonly text?: string;
  /** In place of both: a file. */
  readonly bytes?: Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One entry of the `errors` of "Validation Failed". */
export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
}

/** Thrown by rules, answered by the routes: a write that is refused has changed nothing. */
export class Refused extends Error {
  readonly answer: Answer;

  constructor(answer: Answer) {
    super(`GitHub refuses: ${JSON.stringify(answer.body)}`);
    this.answer = answer;
  }
}

export const notFound = (): Refused => refusal(404, "Not Found");

/** A token that may not: GitHub names what would do in a header. */
export const notAccessible = (accepted: string, status: 403 | 404 = 403): Refused =>
  refusal(status, status === 403 ? "Resource not accessible by integration" : "Not Found", {
    "x-accepted-github-permissions": accepted,
  });

/** 422 with a sentence of its own, as the Git database answers. */
export const unprocessable = (message: string): Refused => refusal(422, message);

/** 422 with entries, as releases and assets answer. */
export const invalid = (...errors: readonly FieldError[]): Refused =>
  new Refused({
    status: 422,
    body: { message: "Validation Failed", errors, documentation_url: DOCUMENTATION, status: "422" },
  });

/** A status with a sentence of its own. */
export function refusal(status: number, message: string, headers?: Readonly<Record<string, string>>): Refused {
  const body = { message, documentation_url: DOCUMENTATION, status: String(status) };
  return new Refused({ status, body, ...(headers && { headers }) });
}

const DOCUMENTATION = "https://docs.github.com/rest";

/** Entries of a list that GitHub gives at most, whatever the pages. */
const LIST_MAX = 10_000;

/** One page of a list, 30 entries unless asked, 100 at most, with the `link` header of a list that goes on. */
export function page(items: readonly unknown[], url: URL): Answer {
  const size = pageSize(url.searchParams, 30);
  const number = Math.max(1, Number(url.searchParams.get("page")) || 1);
  if (number * size > LIST_MAX && number > 1) throw unprocessable("Only the first 10000 results are available.");
  const last = Math.max(1, Math.ceil(Math.min(items.length, LIST_MAX) / size));
  const to = (target: number, relation: string): string => {
    const address = new URL(url);
    address.searchParams.set("page", String(target));
    return `<${address}>; rel="${relation}"`;
  };
  const links = [
    ...(number > 1 ? [to(number - 1, "prev"), to(1, "first")] : []),
    ...(number < last ? [to(number + 1, "next"), to(last, "last")] : []),
  ];
  return {
    status: 200,
    body: items.slice((number - 1) * size, number * size),
    ...(links.length > 0 && { headers: { link: links.join(", ") } }),
  };
}

function pageSize(query: URLSearchParams, otherwise: number): number {
  const asked = Number(query.get("per_page"));
  return asked >= 1 ? Math.min(Math.trunc(asked), 100) : otherwise;
}
