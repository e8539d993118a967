import { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { unusableAnswer } from "./error.ts";
import type { RequestFailure } from "./retry.ts";

/**
 * How a value in an answer of GitHub's must look. It reads the value and throws a ReportError that names the place if
 * the value looks otherwise. Nothing else of an answer goes on: fields that no shape names are dropped.
 */
export type Shape<Value> = (value: JsonValue) => Value;

type Fields = Readonly<Record<string, Shape<unknown>>>;

type MayBeMissing<Of extends Fields> = {
  [Key in keyof Of]: undefined extends ReturnType<Of[Key]> ? Key : never;
}[keyof Of];

/** What an object with these fields reads as: a field whose shape is `optional` is left out when it is missing. */
export type Read<Of extends Fields> = {
  readonly [Key in Exclude<keyof Of, MayBeMissing<Of>>]: ReturnType<Of[Key]>;
} & {
  readonly [Key in MayBeMissing<Of>]?: Exclude<ReturnType<Of[Key]>, undefined>;
};

export function object<const Of extends Fields>(fields: Of): Shape<Read<Of>> {
  return (value) => {
    if (!value.isObject) throw value.not("an object");
    const read: Record<string, unknown> = {};
    for (const [name, shape] of Object.entries(fields)) {
      const field = shape(value.get(name));
      if (field !== undefined) read[name] = field;
    }
    return read as Read<Of>;
  };
}

export function list<Item>(shape: Shape<Item>): Shape<readonly Item[]> {
  return (value) => [...value.items()].map(shape);
}

/** Undefined where GitHub gives nothing, or null. */
export function optional<Value>(shape: Shape<Value>): Shape<Value | undefined> {
  return (value) => (value.isMissing ? undefined : shape(value));
}

/** Null where GitHub gives nothing, or null. */
export function nullable<Value>(shape: Shape<Value>): Shape<Value | null> {
  return (value) => (value.isMissing ? null : shape(value));
}

export const text: Shape<string> = (value) => value.text();

/** The number of a thing on GitHub. */
export const id: Shape<number> = (value) => {
  const number = value.number();
  if (!Number.isSafeInteger(number) || number < 1) throw value.not("a whole number from 1");
  return number;
};

export { boolean, sha, whole } from "@jessy-actions/reading/json-fields";

/** A success of GitHub's, with its JSON (undefined: it is empty) or why it has none. */
export type SuccessfulAnswer = Pick<RequestFailure, "status" | "headers"> &
  ({ readonly data: unknown } | { readonly problem: string });

/**
 * The one reader of GitHub's answers.
 *
 * @param route how messages call the request. @throws GitHubError that says where the answer is of another shape.
 */
export function readAnswer<Value>(route: string, answer: SuccessfulAnswer, shape: Shape<Value>): Value {
  const { status, headers } = answer;
  if ("problem" in answer) throw unusableAnswer(route, status, answer.problem, headers);
  if (answer.data === undefined) throw unusableAnswer(route, status, "the answer is empty", headers);
  try {
    return shape(new JsonValue(answer.data, ""));
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw unusableAnswer(route, status, `the answer is not as GitHub describes it: ${error.message}`, headers);
  }
}
