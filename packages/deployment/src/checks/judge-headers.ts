import { mediaType } from "./body-text.ts";
import type { Check } from "./check.ts";
import { mismatch } from "./matching.ts";
import type { Answer } from "./outcome.ts";
import type { Problem } from "./problem.ts";
import { shown } from "./shown.ts";

/** Values of these are credentials: no sentence shows them. */
const CONFIDENTIAL =
  /^(?:set-cookie|cookie|authorization|proxy-authorization|www-authenticate|.*(?:token|secret|key).*)$/;

/** Content type and headers. Pure. */
export function judgeHeaders({ expect }: Check, { headers }: Answer): Problem[] {
  const found = headers["content-type"];
  const wrongType = expect.contentType !== undefined && mediaType(found) !== mediaType(expect.contentType);
  return [
    ...(wrongType
      ? [
          problem(
            "content-type",
            `the content type is ${found === undefined ? "missing" : shown(found)}, not ${shown(expect.contentType!)}`,
          ),
        ]
      : []),
    ...expect.headers.flatMap(({ name, matcher }) => {
      const key = name.toLowerCase();
      const value = Object.hasOwn(headers, key) ? headers[key] : undefined;
      const wrong = mismatch(matcher, value);
      if (wrong === undefined) return [];
      const said = value === undefined || CONFIDENTIAL.test(key) ? "" : ` but ${shown(value)}`;
      return [problem("header", `the header ${shown(name)} ${wrong}${said}`)];
    }),
  ];
}

function problem(kind: "content-type" | "header", message: string): Problem {
  return { kind, message, isWarning: false, retry: "later" };
}
