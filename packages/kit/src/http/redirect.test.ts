import { expect, test } from "vitest";
import { isRedirect } from "./redirect.ts";

test("what leads elsewhere", () => {
  const statuses = [200, 300, 301, 302, 303, 304, 305, 306, 307, 308, 309, 404];
  expect(statuses.filter(isRedirect)).toEqual([301, 302, 303, 307, 308]);
});
