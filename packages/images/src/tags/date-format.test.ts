import { UserError } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../reading/testing/depth.ts";
import { formatDate } from "./date-format.ts";

const FRIDAY = new Date("2020-01-10T00:30:05.678Z");

describe("moment's tokens", () => {
  test.each([
    ["YYYYMMDD", "20200110"],
    ["YYYYMMDD-HHmmss", "20200110-003005"],
    ["dddd, MMMM Do YYYY, h:mm:ss a", "Friday, January 10th 2020, 12:30:05 am"],
    ["M Mo MM MMM MMMM", "1 1st 01 Jan January"],
    ["Q Qo", "1 1st"],
    ["D Do DD", "10 10th 10"],
    ["DDD DDDo DDDD", "10 10th 010"],
    ["d do dd ddd dddd e E", "5 5th Fr Fri Friday 5 5"],
    ["w wo ww W Wo WW", "2 2nd 02 2 2nd 02"],
    ["YY YYYY YYYYY YYYYYY Y", "20 2020 02020 +002020 2020"],
    ["y yo yy yyyy N NNNN NNNNN", "2020 2020th 2020 2020 AD Anno Domini AD"],
    ["gg gggg GG GGGG", "20 2020 20 2020"],
    ["A a H HH h hh k kk", "AM am 0 00 12 12 24 24"],
    ["m mm s ss", "30 30 5 05"],
    ["S SS SSS SSSS SSSSSSSSS", "6 67 678 6780 678000000"],
    ["X x", "1578616205 1578616205678"],
    ["z zz Z ZZ", "UTC UTC +00:00 +0000"],
    ["LT | LTS | L | LL | l | ll", "12:30 AM | 12:30:05 AM | 01/10/2020 | January 10, 2020 | 1/10/2020 | Jan 10, 2020"],
    ["LLL | lll", "January 10, 2020 12:30 AM | Jan 10, 2020 12:30 AM"],
    ["LLLL | llll", "Friday, January 10, 2020 12:30 AM | Fri, Jan 10, 2020 12:30 AM"],
    ["hmm hmmss Hmm Hmmss", "1230 123005 030 03005"],
    ["[at] H [o'clock]", "at 0 o'clock"],
    ["\\M\\[D", "M[10"],
    ["YYYY-MM-DD[T]HH:mm:ss.SSS[Z]", "2020-01-10T00:30:05.678Z"],
    ["", ""],
  ])("%s", (format, expected) => {
    expect(formatDate(FRIDAY, format, "UTC")).toBe(expected);
  });

  test("none is ISO 8601", () => {
    expect(formatDate(FRIDAY, undefined, "UTC")).toBe("2020-01-10T00:30:05Z");
    expect(formatDate(FRIDAY, undefined, "Asia/Tokyo")).toBe("2020-01-10T09:30:05+09:00");
  });
});

describe("weeks at the turn of the year", () => {
  test.each([
    ["2018-12-31", "2019 1 2019 1"],
    ["2020-12-31", "2020 53 2021 1"],
    ["2021-01-01", "2020 53 2021 1"],
    ["2021-01-03", "2020 53 2021 2"],
    ["2023-01-01", "2022 52 2023 1"],
    ["2024-12-30", "2025 1 2025 1"],
    ["2026-11-28", "2026 48 2026 48"],
  ])("%s", (day, expected) => {
    expect(formatDate(new Date(day), "GGGG W gggg w", "UTC")).toBe(expected);
  });
});

describe("time zones", () => {
  test.each([
    ["Asia/Tokyo", "2020-01-10 09:30 +0900 JST"],
    ["America/New_York", "2020-01-09 19:30 -0500 EST"],
    ["Europe/Berlin", "2020-01-10 01:30 +0100 CET"],
    ["Asia/Kolkata", "2020-01-10 06:00 +0530 IST"],
    ["asia/tokyo", "2020-01-10 09:30 +0900 JST"],
  ])("%s", (zone, expected) => {
    expect(formatDate(FRIDAY, "YYYY-MM-DD HH:mm ZZ z", zone)).toBe(expected);
  });

  test.each(["Mars/Base", "", "+09:00", "UTC+1", "Europe/Berlin\n"])("%j is not one", (zone) => {
    expect(() => formatDate(FRIDAY, "YYYY", zone)).toThrow("is not a time zone");
    expect(() => formatDate(FRIDAY, "YYYY", zone)).toThrow(UserError);
  });

  test("one without an abbreviation is an error, since +09 in a tag would become -09", () => {
    expect(() => formatDate(FRIDAY, "z", "America/Sao_Paulo")).toThrow("has no abbreviation for z; write ZZ");
  });
});

test("any format is written out", () => {
  const format = fc.string({ unit: fc.constantFrom(..."YMDdHhmsSWwgGQEeAaXxLlNyk[]\\ -ZT"), maxLength: 30 });
  const instant = fc.date({ min: new Date(0), max: new Date("2199-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(instant, format, (date, text) => {
      expect(formatDate(date, text, "Europe/Berlin")).toBeTypeOf("string");
    }),
    runs(2000),
  );
});
