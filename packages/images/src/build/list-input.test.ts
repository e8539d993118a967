import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type ListGrammar, readListInput } from "./list-input.ts";

describe("the grammar of list inputs", () => {
  test.each<[string, ListGrammar, readonly string[]]>([
    ["", {}, []],
    ["A=1\nB=2\n", {}, ["A=1", "B=2"]],
    ["A=1\r\nB=2\r\n", {}, ["A=1", "B=2"]],
    ["  A=1  \n\n  \n B=2", {}, ["A=1", "B=2"]],
    ["A=1,2\nB=3", {}, ["A=1,2", "B=3"]],
    ["linux/amd64,linux/arm64\nlinux/386", { commas: true }, ["linux/amd64", "linux/arm64", "linux/386"]],
    ["linux/amd64, linux/arm64,", { commas: true }, ["linux/amd64", "linux/arm64"]],
    ['"a,b"\nc', { commas: true }, ["a", "b", "c"]],
    ['"A=one\ntwo"\nB=3', {}, ["A=one\ntwo", "B=3"]],
    ['"A=say ""hi"""', {}, ['A=say "hi"']],
    ['A=say "hi"', {}, ['A=say "hi"']],
    ['"A" and more', {}, ['"A" and more']],
    ['"never closed\nB=2', {}, ['"never closed', "B=2"]],
    ['"type=oci,dest=a,b"', { literalQuotes: true }, ['"type=oci,dest=a,b"']],
    ['type=oci,"annotation.x=a,b"', { literalQuotes: true }, ['type=oci,"annotation.x=a,b"']],
    ['"KEY=line one\nline two\n"', { exact: true }, ["KEY=line one\nline two\n"]],
    ["KEY= spaces \nB=2", { exact: true }, ["KEY= spaces ", "B=2"]],
    ["KEY=a,b,,\nB=2", { exact: true }, ["KEY=a,b,,", "B=2"]],
    ["# no comment in a list of values", {}, ["# no comment in a list of values"]],
  ])("%j %j", (text, grammar, expected) => {
    expect(readListInput(text, grammar)).toEqual(expected);
  });

  test("a value in quotes comes back as it is", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 }), { minLength: 1 }), (values) => {
        const text = values.map((value) => `"${value.replaceAll('"', '""')}"`).join("\n");
        expect(readListInput(text, { exact: true })).toEqual(values);
      }),
    );
  });

  test("no text makes it fail, and a long one is read at once", () => {
    fc.assert(
      fc.property(fc.string(), fc.boolean(), fc.boolean(), (text, commas, exact) => {
        for (const value of readListInput(text, { commas, exact })) expect(value).not.toBe("");
      }),
    );
    expect(readListInput(`${'"a" '.repeat(300_000)}\n`).length).toBe(1);
  });
});
