import fc from "fast-check";
import { expect, test } from "vitest";
import { rustFunctionName } from "./rust-symbol.ts";

/** Symbols of rustc 1.95 (`-C symbol-mangling-version=v0`), with what they are called in the source. */
test.each([
  ["a function of the crate", "_RNvCs6xxl1lAjzDf_1a4main", "main"],
  ["a function of a module", "_RNvNtCs6xxl1lAjzDf_1a6parser4wait", "wait"],
  ["a closure", "_RNCNvCs6xxl1lAjzDf_1a4main0B3_", "main"],
  ["a generic method", "_RINvMNtCs6xxl1lAjzDf_1a6parserINtB3_6ParsermE5parseNCNvB5_4main0EB5_", "Parser::parse"],
  ["a closure in it", "_RNCINvMNtCs6xxl1lAjzDf_1a6parserINtB5_6ParsermE5parseNCNvB7_4main0E0B7_", "Parser::parse"],
  [
    "an associated function with constants",
    "_RINvMs2_NtCsgEmfK2I1SDS_4core3fmtNtB6_9Arguments3newKj4_Kj1_ECs6xxl1lAjzDf_1a",
    "Arguments::new",
  ],
  ["a trait's method", "_RNvXs_NtCs6xxl1lAjzDf_1a6parserINtB4_6ParsermENtB4_5Visit5visitB6_", "Parser::visit"],
  ["a trait's own method", "_RNvYINtNtCs6xxl1lAjzDf_1a6parser6ParsermENtB5_5Visit5twiceB7_", "Parser::twice"],
  ["a method of an array", "_RNvXs0_NtCs6xxl1lAjzDf_1a6parserAhj4_NtB5_5Visit5visit", "visit"],
  [
    "a method of a tuple with a trait object in it",
    "_RNvXs1_NtCs6xxl1lAjzDf_1a6parserTReINtNtCsgEmfK2I1SDS_4core6option6OptionINtNtCslNYArtu3iFV_5alloc5boxed3BoxDINtNtNtBC_3ops8function2FnThEEp6OutputtNtNtBC_6marker4SendEL_EEENtB5_5Visit5visit",
    "visit",
  ],
  ["a method of a reference", "_RNvXCs6xxl1lAjzDf_1aRNtB2_6ParserNtB2_5Visit5visit", "Parser::visit"],
  [
    "a function with a function as its argument",
    "_RINvNtNtCsjrHSEGnQ3l9_3std3sys9backtrace28___rust_begin_short_backtraceFEuuECs6xxl1lAjzDf_1a",
    "__rust_begin_short_backtrace",
  ],
  [
    "a function in a function",
    "_RNvNvMNtNtCsgEmfK2I1SDS_4core3ptr9alignmentNtB4_9Alignment13new_unchecked18precondition_checkCs6xxl1lAjzDf_1a",
    "precondition_check",
  ],
  [
    "a shim",
    "_RNSNvYNCINvNtCsjrHSEGnQ3l9_3std2rt10lang_startuE0INtNtNtCsgEmfK2I1SDS_4core3ops8function6FnOnceuE9call_once6vtableCs6xxl1lAjzDf_1a",
    "lang_start::call_once",
  ],
])("%s", (_, symbol, expected) => {
  expect(rustFunctionName(symbol)).toBe(expected);
});

test.each([
  ["not Rust's", "main"],
  ["nothing behind the mark", "_R"],
  ["cut off in an identifier", "_RNvCs6xxl1lAjzDf_1a4mai"],
  ["cut off in a number", "_RNvCs6xxl1l"],
  ["Punycode", "_RINvNtCs6xxl1lAjzDf_1a6parseru9gre_6ka8iKj3_EB4_"],
  ["a back reference to itself", "_RB_"],
  ["a back reference ahead", "_RNvB9_4main"],
  ["an unknown tag", "_RZ"],
  ["a nesting without end", `_R${"N".repeat(100_000)}`],
  ["back references that double at each step", `_RNvIC1a${"TB4_B4_E".repeat(500)}E4main`],
])("%s is no name", (_, symbol) => {
  expect(rustFunctionName(symbol)).toBeUndefined();
});

test("any text has a name or none, and takes no time", () => {
  const piece = fc.constantFrom(
    "N",
    "v",
    "C",
    "I",
    "E",
    "B",
    "_",
    "M",
    "X",
    "Y",
    "s",
    "1a",
    "4main",
    "R",
    "T",
    "F",
    "D",
    "K",
    "j",
    "A",
    "L",
    "p",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const name = rustFunctionName(`_R${pieces.join("")}`);
      expect(name === undefined || name.length < 200).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
