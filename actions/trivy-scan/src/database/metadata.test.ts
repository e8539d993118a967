import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../../packages/reading/testing/depth.ts";
import { JAVA_ARCHIVES, VULNERABILITIES } from "./database-kind.ts";
import { type Metadata, metadataProblem, parseMetadata, printMetadata } from "./metadata.ts";

const NOW = Date.parse("2026-11-28T12:00:00Z");
const HOUR = 60 * 60_000;
const MAX_AGE = 72 * HOUR;

const parse = (value: unknown) => parseMetadata(Buffer.from(typeof value === "string" ? value : JSON.stringify(value)));
const TIMES = { NextUpdate: "2026-11-29T06:17:03.123456789Z", UpdatedAt: "2026-11-28T06:17:03.123456789Z" };

describe("metadata.json", () => {
  test("as Trivy publishes it", () => {
    expect(parse({ Version: 2, ...TIMES, DownloadedAt: "0001-01-01T00:00:00Z" })).toEqual({
      schema: 2,
      updatedAt: Date.parse("2026-11-28T06:17:03.123Z"),
      nextUpdate: Date.parse("2026-11-29T06:17:03.123Z"),
    });
  });

  test("with another offset, without DownloadedAt, with what is not known", () => {
    const times = { NextUpdate: "2026-11-28T08:00:00+02:00", UpdatedAt: "2026-11-28T01:30:00-04:30" };
    expect(parse({ Version: 1, ...times, Type: 1 })).toEqual({
      schema: 1,
      updatedAt: Date.parse("2026-11-28T06:00:00Z"),
      nextUpdate: Date.parse("2026-11-28T06:00:00Z"),
    });
  });

  test.each<[string, unknown, string]>([
    ["nothing", "", "ends early"],
    ["half of it", '{"Version":2,"NextUp', "ends early"],
    ["a page", "<html>", "is not valid JSON"],
    ["a list", [], "`Version` is not a whole number but missing"],
    ["no version", TIMES, "`Version` is not a whole number but missing"],
    ["a version in words", { Version: "2", ...TIMES }, '`Version` is not a whole number but "2"'],
    ["half a version", { Version: 1.5, ...TIMES }, "`Version` is not a whole number"],
    ["no time", { Version: 2, NextUpdate: TIMES.NextUpdate }, "`UpdatedAt` is not a string but missing"],
    ["a number for a time", { Version: 2, ...TIMES, UpdatedAt: 1 }, "`UpdatedAt` is not a string but 1"],
    ["a date", { Version: 2, ...TIMES, UpdatedAt: "2026-11-28" }, "`UpdatedAt` is not a time but"],
    ["a 13th month", { Version: 2, ...TIMES, NextUpdate: "2026-13-01T00:00:00Z" }, "`NextUpdate` is not a time"],
    ["words", { Version: 2, ...TIMES, NextUpdate: "tomorrow" }, "`NextUpdate` is not a time"],
  ])("%s", (_, value, message) => {
    expect(() => parse(value)).toThrow(message);
    expect(() => parse(value)).toThrow(ReportError);
  });

  test("is read as it was written", () => {
    const metadata: Metadata = { schema: 2, updatedAt: NOW - HOUR, nextUpdate: NOW + HOUR };
    const text = printMetadata(metadata, NOW);
    expect(parse(text)).toEqual(metadata);
    expect(JSON.parse(text)).toEqual({
      Version: 2,
      NextUpdate: "2026-11-28T13:00:00Z",
      UpdatedAt: "2026-11-28T11:00:00Z",
      DownloadedAt: "2026-11-28T12:00:00Z",
    });
  });

  test("any bytes are read, or a named error", () => {
    const field = fc.oneof(fc.jsonValue(), fc.date().map(String), fc.constant(TIMES.UpdatedAt));
    const object = fc.record({ Version: fc.jsonValue(), UpdatedAt: field, NextUpdate: field }, { requiredKeys: [] });
    const text = fc.oneof(
      fc.json(),
      fc.string(),
      object.map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(text, (value) => {
        try {
          parse(value);
        } catch (error) {
          expect(error).toBeInstanceOf(ReportError);
        }
      }),
      runs(1000),
    );
  });
});

describe("what may be used", () => {
  const problem = (change: Partial<Metadata>, kind = VULNERABILITIES) =>
    metadataProblem(
      { schema: kind.schema, updatedAt: NOW, nextUpdate: NOW, ...change },
      { kind, maxAge: MAX_AGE, now: NOW },
    );

  test.each([
    [MAX_AGE - 1, undefined],
    [MAX_AGE, undefined],
    [
      MAX_AGE + 1,
      {
        message: "is 3 days 1 hour old, made at 2026-11-25T11:59:59Z, and `db-max-age` allows 3 days",
        isAge: true,
      },
    ],
  ])("made %i ms ago", (age, expected) => {
    expect(problem({ updatedAt: NOW - age })).toEqual(expected);
  });

  test.each([
    [HOUR - 1, true],
    [HOUR, true],
    [HOUR + 1, false],
  ])("made %i ms from now: the clocks of two machines differ", (ahead, isUsable) => {
    const found = problem({ updatedAt: NOW + ahead });
    expect(found === undefined).toBe(isUsable);
    if (!isUsable)
      expect(found).toEqual({
        message:
          "was made in the future, at 2026-11-28T13:00:00Z, where this machine's clock says 2026-11-28T12:00:00Z: set the clock, or take another database",
        isAge: false,
      });
  });

  test("another schema", () => {
    expect(problem({ schema: 3 })?.message).toBe(
      "has the schema 3, which is newer than the one that is read here, 2: take it from a repository with the tag 2",
    );
    expect(problem({ schema: 1 })?.message).toContain("which is older than");
    expect(problem({ schema: 2 }, JAVA_ARCHIVES)?.message).toContain("newer than the one that is read here, 1");
  });

  test("the Java database may be older: 30 days, or what `db-max-age` says beyond", () => {
    const java = (days: number, maxAge: number) =>
      metadataProblem(
        { schema: 1, updatedAt: NOW - days * 24 * HOUR, nextUpdate: NOW },
        { kind: JAVA_ARCHIVES, maxAge, now: NOW },
      )?.message;
    expect(java(30, MAX_AGE)).toBeUndefined();
    expect(java(31, MAX_AGE)).toBe("is 31 days old, made at 2026-10-28T12:00:00Z, and at most 30 days are allowed");
    expect(java(31, 40 * 24 * HOUR)).toBeUndefined();
    expect(java(41, 40 * 24 * HOUR)).toContain("`db-max-age` allows 40 days");
  });
});
