import { readFileSync } from "node:fs";
import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_STREAM_BYTES, readGovulncheck } from "./govulncheck.ts";

const PLACE = { target: ".", file: "app/go.mod" };
const RECORDED = readFileSync(new URL("../../testing/govulncheck-1.9.0.txt", import.meta.url));

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (...messages: readonly object[]) =>
  readGovulncheck(bytes(messages.map((message) => JSON.stringify(message)).join("\n")), PLACE);

const config = (more: object = {}) => ({ config: { protocol_version: "v1.0.0", scan_level: "symbol", ...more } });
const osv = (more: object = {}) => ({ osv: { id: "GO-1", aliases: ["GHSA-1", "CVE-1"], summary: "S", ...more } });
const MODULE = { module: "example.com/m", version: "v1.0.0" };
const PACKAGE = { ...MODULE, package: "example.com/m/sub" };
const CALL = { ...PACKAGE, function: "Do", receiver: "*Client" };
const CALLER = {
  module: "app",
  package: "app",
  function: "main",
  position: { filename: "main.go", line: 12, column: 3 },
};
const finding = (...trace: readonly object[]) => ({ finding: { osv: "GO-1", fixed_version: "v1.0.1", trace } });

test("what govulncheck 1.9.0 writes of a program", () => {
  const report = readGovulncheck(RECORDED, PLACE);
  expect(report).toMatchObject({
    scanLevel: "symbol",
    toolVersion: "v1.9.0",
    databaseDate: "2023-04-03T15:57:51Z",
  });
  expect(report.scanned?.roots).toEqual(["example.com/app/query", "example.com/app"]);
  expect(report.scanned?.modules.map(({ path, version }) => [path, version])).toContainEqual([
    "example.com/app",
    undefined,
  ]);
  expect([...report.affected.keys()]).toEqual(["GO-2021-0054", "GO-2021-0113", "GO-2021-0265"]);
  expect(report.findings.map(({ id, reach, detail }) => [id, reach, detail])).toEqual([
    ["GO-2021-0054", "called", "query.First at query/query.go:6 calls gjson.Result.ForEach"],
    ["GO-2021-0113", "imported", undefined],
    ["GO-2021-0265", "called", "query.First at query/query.go:6 calls gjson.Get"],
  ]);
  expect(report.findings[1]).toEqual({
    kind: "vulnerability",
    id: "GO-2021-0113",
    aliases: ["CVE-2021-38561", "GHSA-ppp9-7jff-5vj2"],
    severity: "unknown",
    title: "GO-2021-0113",
    url: "https://pkg.go.dev/vuln/GO-2021-0113",
    place: PLACE,
    package: { name: "golang.org/x/text", ecosystem: "golang", version: "v0.3.5", fixedVersions: ["0.3.7"] },
    reach: "imported",
    sources: ["govulncheck"],
  });
});

describe("several messages about one flaw are one finding", () => {
  test.each<[string, readonly object[], string]>([
    ["of a module", [finding(MODULE)], "required"],
    ["of a package", [finding(MODULE), finding(PACKAGE)], "imported"],
    ["of a call", [finding(MODULE), finding(PACKAGE), finding(CALL, CALLER)], "called"],
    ["whatever their order", [finding(CALL, CALLER), finding(PACKAGE), finding(MODULE)], "called"],
    ["with the entry after them", [finding(MODULE)], "required"],
  ])("%s", (_, messages, reach) => {
    for (const stream of [
      [config(), osv(), ...messages],
      [config(), ...messages, { progress: { message: "x" } }, osv()],
    ]) {
      expect(read(...stream).findings).toMatchObject([{ id: "GO-1", reach, title: "S", aliases: ["CVE-1", "GHSA-1"] }]);
    }
  });

  test.each<[string, readonly object[], string]>([
    ["a call", [CALL, CALLER], "app.main at main.go:12 calls sub.Client.Do"],
    ["a call without a place", [CALL, { ...CALLER, position: undefined }], "app.main calls sub.Client.Do"],
    ["a symbol of a binary", [CALL], "has sub.Client.Do"],
  ])("%s is described", (_, trace, detail) => {
    expect(read(config(), osv(), finding(...trace)).findings[0]!.detail).toBe(detail);
  });

  test("two modules with one flaw are two findings", () => {
    expect(read(config(), osv(), finding(MODULE), finding({ ...MODULE, module: "b" })).findings).toHaveLength(2);
  });
});

describe("how far it looked", () => {
  test.each<[object, object[], string | undefined]>([
    [{ scan_level: "module" }, [MODULE], undefined],
    [{ scan_level: "package" }, [PACKAGE], undefined],
    [{ scan_level: undefined }, [MODULE], undefined],
    [{ scan_level: undefined }, [CALL, CALLER], "called"],
    [{ scan_level: "symbol" }, [MODULE], "required"],
  ])("%j", (level, trace, reach) => {
    expect(read(config(level), osv(), finding(...trace)).findings[0]!.reach).toBe(reach);
  });
});

test("an entry that was withdrawn, or that nothing is found of, is no finding", () => {
  expect(read(config(), osv({ withdrawn: "2026-01-01T00:00:00Z" }), finding(MODULE)).findings).toEqual([]);
  expect(read(config(), osv()).findings).toEqual([]);
});

describe("a stream that cannot be trusted is named", () => {
  const whole = JSON.stringify(config());

  test.each<[string, string, string]>([
    ["empty", "", "is empty: govulncheck begins with its configuration"],
    ["blank", "\n \t\r\n", "is empty: govulncheck begins with its configuration"],
    ["a table", "=== Symbol Results ===\n", "has something else than JSON before message 1, at byte 0"],
    [
      "a warning among the messages",
      `${whole}\ngo: downloading x\n`,
      "has something else than JSON before message 2, at byte 63",
    ],
    ["cut within a message", `${whole}\n{"osv": {"id": "GO-`, "ends within message 2, after 82 bytes: it was cut off"],
    ["no configuration", JSON.stringify(osv()), "does not begin with govulncheck's configuration"],
    ["another program's", '{"Results": []}', "does not begin with govulncheck's configuration"],
    [
      "bad JSON",
      `${whole}{"osv" 1}`,
      "message 2 is not valid JSON: Expected ':' after property name in JSON at position 7 (line 1 column 8)",
    ],
    [
      "another protocol",
      JSON.stringify(config({ protocol_version: "v2.0.0" })),
      '`config.protocol_version` is not version 1 of govulncheck\'s protocol but "v2.0.0"',
    ],
    [
      "another level",
      JSON.stringify(config({ scan_level: "line" })),
      '`config.scan_level` is not one of module, package, symbol but "line"',
    ],
    [
      "cut between messages",
      `${whole}${JSON.stringify(finding(MODULE))}`,
      "says that GO-1 affects example.com/m, and nothing of what it is: it was cut off",
    ],
    ["no trace", `${whole}${JSON.stringify(finding())}`, "`finding.trace` is not a list of at least one frame but []"],
  ])("%s", (_, text, message) => {
    expect(() => readGovulncheck(bytes(text), PLACE)).toThrow(new ReportError(message));
  });

  test("cut anywhere", () => {
    const ends = [...RECORDED.keys()].filter((at) => at % 37 === 0);
    for (const end of ends) {
      const cut = RECORDED.subarray(0, end);
      // Only between two messages may a stream end and look whole.
      if (/\n\}\n?$/.test(cut.toString())) continue;
      expect(() => readGovulncheck(cut, PLACE), `${end} bytes`).toThrow(ReportError);
    }
  });
});

describe("limits", () => {
  const few = { bytes: 1_000_000, messages: 20 };

  test.each([-1, 0, 1])("bytes: %i", (more) => {
    const stream = new Uint8Array(few.bytes + more).fill(0x20);
    stream.set(bytes(JSON.stringify(config())));
    if (more > 0) expect(() => readGovulncheck(stream, PLACE, few)).toThrow("is larger than 1 MB");
    else expect(readGovulncheck(stream, PLACE, few).findings).toEqual([]);
  });

  test("bytes, without looking at them", () => {
    const stream = new Uint8Array(MAX_STREAM_BYTES + 1);
    expect(() => readGovulncheck(stream, PLACE)).toThrow("is larger than 100 MB");
  });

  test.each([-1, 0, 1])("messages: %i", (more) => {
    const stream = bytes(JSON.stringify(config()) + "{}".repeat(few.messages + more - 1));
    if (more > 0) expect(() => readGovulncheck(stream, PLACE, few)).toThrow("has more than 20 messages");
    else expect(readGovulncheck(stream, PLACE, few).findings).toEqual([]);
  });

  test("messages, many of them", () => {
    const stream = bytes(JSON.stringify(config()) + "{}".repeat(200_000));
    expect(() => readGovulncheck(stream, PLACE)).toThrow("has more than 200000 messages");
  });

  test("brackets without end", () => {
    expect(() => readGovulncheck(bytes('{"a":'.repeat(100_000)), PLACE)).toThrow("ends within message 1");
    const deep = `${'{"a":'.repeat(1000)}1${"}".repeat(1000)}`;
    expect(() => readGovulncheck(bytes(deep), PLACE)).toThrow("message 1 nests JSON more than 200 deep");
  });
});

test("any damage gives a report or a named error", () => {
  const at = fc.integer({ min: 0, max: RECORDED.length });
  const piece = fc.constantFrom("", '"', "{", "}", "[", "\\", "null", "1", ":");
  fc.assert(
    fc.property(at, at, piece, (from, length, inserted) => {
      const damaged = Buffer.concat([
        RECORDED.subarray(0, from),
        bytes(inserted),
        RECORDED.subarray(from + (length % 9)),
      ]);
      try {
        expect(readGovulncheck(damaged, PLACE).scanLevel).toBeDefined();
      } catch (error) {
        expect(error).toBeInstanceOf(ReportError);
      }
    }),
  );
});
