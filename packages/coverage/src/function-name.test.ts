import { expect, test } from "vitest";
import { functionName } from "./function-name.ts";

test.each([
  ["a plain name", "parse", "parse"],
  ["a method", "Parser.parse", "Parser.parse"],
  ["C++ with parameters", "Bar::foo(int, char const*)", "Bar::foo"],
  ["a call operator", "Bar::operator()(int)", "Bar::operator"],
  ["JaCoCo", "Parser.parse(Ljava/lang/String;)V", "Parser.parse"],
  ["OpenCover", "System.Void Demo.Parser::Parse(System.String)", "Demo.Parser::Parse"],
  ["Rust", "_RNvCs6xxl1lAjzDf_1a4main", "main"],
  ["a local function of Rust", "a.7rcbfp3g-cgu.0:_RNvCs6xxl1lAjzDf_1a4main", "main"],
  ["older Rust", "_ZN4demo6parser5parse17h0123456789abcdefE", "parser::parse"],
  [
    "older Rust, a trait's method",
    "_ZN49_$LT$demo..Parser$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE",
    "fmt",
  ],
  ["a mangled C++ function", "_Z3fooi", "foo"],
  ["a mangled C++ method", "_ZNK3Bar3fooEv", "Bar::foo"],
  ["a local C++ function", "demo.cc:_ZN3Bar3fooEv", "Bar::foo"],
  ["sixty characters", "a".repeat(60), "a".repeat(60)],
])("%s", (_, written, expected) => {
  expect(functionName(written)).toBe(expected);
});

test.each([
  ["anonymous", "(anonymous_3)"],
  ["empty", ""],
  ["sixty-one characters", "a".repeat(61)],
  ["a symbol that cannot be read", "_RNvCs6xxl1l"],
  ["a C++ template", "_Z3fooIiEvT_"],
  ["a C++ operator", "_ZN3BarplERKS_"],
  ["a C++ symbol cut off", "_ZN3Bar9fo"],
  ["a C++ symbol without names", "_ZNE"],
])("%s is no name", (_, written) => {
  expect(functionName(written)).toBeUndefined();
});
