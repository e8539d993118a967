import { afterEach, expect, test, vi } from "vitest";
import { createLog } from "./log.ts";

afterEach(() => vi.restoreAllMocks());

/** Everything that reaches standard output from here on. */
function written(): () => string {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  return () => write.mock.calls.map(([text]) => text).join("");
}

function logged(work: (log: ReturnType<typeof createLog>) => unknown): string {
  const text = written();
  work(createLog(() => 0));
  return text();
}

test.each<[string, (log: ReturnType<typeof createLog>) => void, string]>([
  ["info", (log) => log.info("hello"), "hello\n"],
  [
    "a command in it is disarmed",
    (log) => log.info("::error::x\n  ::set-output name=a::b\n##[error]y"),
    ":\u200b:error::x\n  :\u200b:set-output name=a::b\n##\u200b[error]y\n",
  ],
  ["a lone carriage return starts no line", (log) => log.info("a\r::error::x"), "a\n:\u200b:error::x\n"],
  ["error", (log) => log.error("50 % of\n::warning::x"), "::error::50 %25 of%0A::warning::x\n"],
  ["notice", (log) => log.notice("n"), "::notice::n\n"],
  ["debug", (log) => log.debug("d"), "::debug::d\n"],
  ["debug with an escape sequence", (log) => log.debug("a\u001b[2J\nb"), "::debug::a\\u{1b}[2J%0Ab\n"],
  [
    "annotation",
    (log) => log.annotate({ level: "warning", message: "m", title: "a,b:c", file: "x:y.rs", startLine: 3, endLine: 4 }),
    "::warning title=a%2Cb%3Ac,file=x%3Ay.rs,line=3,endLine=4::m\n",
  ],
  ["error with a line break of Windows", (log) => log.error("a\r\nb\rc"), "::error::a%0Ab%0Ac\n"],
  ["warning with an escape sequence", (log) => log.warning("a\u001b[2J"), "::warning::a\\u{1b}[2J\n"],
  ["notice with a right-to-left override", (log) => log.notice("a\u202eb"), "::notice::a\\u{202e}b\n"],
  [
    "annotation whose title, file and message hide something",
    (log) =>
      log.annotate({
        level: "error",
        message: "m\u001b[31m\u2066",
        title: "t\u001b]8;;http://x\u0007\u202e\n::error::",
        file: "src/\u202egpj.sr\u001b[A\u200b",
      }),
    "::error title=t\\u{1b}]8;;http%3A//x\\u{7}\\u{202e}%0A%3A%3Aerror%3A%3A,file=src/\\u{202e}gpj.sr\\u{1b}[A\\u{200b}::m\\u{1b}[31m\\u{2066}\n",
  ],
  [
    "a secret of several lines",
    (log) => log.mask("first\nsecond\n"),
    "::add-mask::first%0Asecond\n::add-mask::first\n::add-mask::second\n",
  ],
  [
    "a key as JSON, whose brackets stand in every log",
    (log) => log.mask('{\n  "a": "bcdefg"\n},'),
    '::add-mask::{%0A  "a": "bcdefg"%0A},\n::add-mask::"a": "bcdefg"\n',
  ],
  [
    "what was masked is said no more, also by what GitHub's log does not hide",
    (log) => {
      log.mask("zq8Kd0vWm3xTfY7hLr2");
      log.warning("is `zq8Kd0vWm3xTfY7h...`");
    },
    "::add-mask::zq8Kd0vWm3xTfY7hLr2\n::warning::is `***...`\n",
  ],
  ["an empty secret would hide everything", (log) => log.mask(""), ""],
])("%s", (_, work, expected) => {
  expect(logged(work)).toBe(expected);
});

test("a group's title hides nothing", async () => {
  const text = written();
  await createLog(() => 0).group("a\u001b[2J\u202e", () => 1);
  expect(text()).toContain("::group::a\\u{1b}[2J\\u{202e}\n");
});

test("a group ends with its time, also when its work fails", async () => {
  const text = written();
  let clock = 0;
  const log = createLog(() => {
    clock += 1500;
    return clock;
  });
  expect(await log.group("Reading ::x", () => 7)).toBe(7);
  await expect(log.group("b", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
  expect(text()).toBe("::group::Reading ::x\n(1.50 s)\n::endgroup::\n::group::b\n(1.50 s)\n::endgroup::\n");
});

test("a tool's output stands between marks that nobody can guess", () => {
  const text = logged((log) => log.foreign("::add-mask::x\nend"));
  const [, token] = /^::stop-commands::(.+)\n/.exec(text) ?? [];
  expect(text).toBe(`::stop-commands::${token}\n::add-mask::x\nend\n::${token}::\n`);
  expect(token).toMatch(/^[0-9a-f-]{36}$/);
  vi.restoreAllMocks();
  expect(logged((log) => log.foreign("x"))).not.toContain(token);
});
