import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { revealInvisible } from "../../../kit/src/report/escape.ts";
import { createLog } from "../../../kit/src/runner/log.ts";
import { CommandParser } from "./workflow-command.ts";

const parse = (line: string) => {
  const command = new CommandParser().parse(line);
  return command === undefined ? undefined : [command.name, Object.fromEntries(command.properties), command.data];
};

test.each<[string, unknown]>([
  ["::error::bad", ["error", {}, "bad"]],
  ["  ::warning file=a.rs,line=3::50 %25%0Anext", ["warning", { file: "a.rs", line: "3" }, "50 %\nnext"]],
  ["::notice title=a%2Cb%3Ac,file=::x", ["notice", { title: "a,b:c", file: "" }, "x"]],
  ["::set-output name=verdict::pass", ["set-output", { name: "verdict" }, "pass"]],
  ["::group::Title", ["group", {}, "Title"]],
  ["text ##[error]old", ["error", {}, "old"]],
  ["##[set-output name=a;]b", ["set-output", { name: "a" }, "b"]],
  ["::unknown::x", undefined],
  ["::Error::x", undefined],
  ["text ::error::x", undefined],
  ["::error", undefined],
  ["##[nothing]", undefined],
  ["plain", undefined],
  ["::error::%3A stays", ["error", {}, "%3A stays"]],
])("%j", (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

test("between stop-commands and its token nothing is a command", () => {
  const parser = new CommandParser();
  const seen = ["::stop-commands::t0ken", "::error::a", "::other::", "##[error]b", "  ::t0ken::", "::error::c"].map(
    (line) => parser.parse(line)?.data,
  );
  expect(seen).toEqual([undefined, undefined, undefined, undefined, undefined, "c"]);
});

/** Kit shows characters that hide something by their numbers. */
const shown = (text: string) => revealInvisible(text.replace(/\r\n?/g, "\n"));

test("what kit writes is read back as it was meant", () => {
  const text = fc.string({ unit: "binary", minLength: 1 });
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const log = createLog();
  fc.assert(
    fc.property(text, text, text, (message, title, file) => {
      fc.pre(title.trim() !== "" && file.trim() !== "");
      write.mockClear();
      log.annotate({ level: "error", message, title, file, startLine: 3 });
      // One line, whatever it holds.
      const [line = "", ...rest] = write.mock.calls.map(String).join("").split("\n");
      expect(rest).toEqual([""]);
      const command = new CommandParser().parse(line);
      expect([command?.name, command?.data, command?.properties.get("line")]).toEqual(["error", shown(message), "3"]);
      expect(command?.properties.get("file")?.trim()).toBe(shown(file).trim());
      expect(command?.properties.get("title")?.trim()).toBe(shown(title).trim());
    }),
  );
  write.mockRestore();
});
