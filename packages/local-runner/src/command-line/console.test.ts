import { expect, test } from "vitest";
import { ConsoleLog, type ConsoleStyle } from "./console.ts";

function shown(
  lines: readonly string[],
  color = false,
  { emulated = [], ...style }: Partial<ConsoleStyle & Pick<ConsoleLog, "emulated">> = {},
): string {
  let text = "";
  const log = new ConsoleLog(
    (part) => {
      text += part;
    },
    { color, ...style },
  );
  log.emulated = emulated;
  for (const line of lines) log.line(line);
  return text;
}

test("groups, annotations and foreign text as a person reads them", () => {
  expect(
    shown([
      "::group::Reading",
      "one",
      "",
      "::endgroup::",
      "::error file=a.rs,line=3::bad%0Aworse",
      "::notice::note",
      "::debug::hidden",
      "::stop-commands::0a-token",
      "::error::not one",
      "::0a-token::",
      "end",
    ]),
  ).toBe("▸ Reading\n  one\n\nerror: a.rs:3: bad\nworse\nnotice: note\nend\n");
});

test("colours only when asked for", () => {
  expect(shown(["\u001b[1mbold\u001b[0m"])).toBe("bold\n");
  expect(shown(["::warning::w"], true)).toBe("\u001b[1;33mwarning:\u001b[0m w\n");
});

test("debug lines when asked for", () => {
  expect(shown(["::group::a", "::debug::x%0Ay"], false, { debug: true })).toBe("▸ a\n  debug: x\n  y\n");
});

test("addresses that lead to nothing are no links", () => {
  const emulated = ["https://github.com/o/r", "http://127.0.0.1:1"];
  expect(
    shown(["see https://github.com/o/r/pull/1, http://127.0.0.1:1 and https://github.com/o/rx"], false, { emulated }),
  ).toBe("see (emulated) pull/1, (emulated) and https://github.com/o/rx\n");
});
