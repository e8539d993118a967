import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { csvField, csvFields, readAttributes, writeAttributes } from "./attributes.ts";

describe("attributes of an output, a cache or an attestation", () => {
  test.each<[string, unknown]>([
    ["type=oci,dest=out", { values: { type: "oci", dest: "out" } }],
    ["Type=oci, dest=a b", { values: { type: "oci", dest: "a b" } }],
    ['type=image,"name=a/b:1,a/b:2",push=true', { values: { type: "image", name: "a/b:1,a/b:2", push: "true" } }],
    ['type=oci,"annotation.x=say ""hi"""', { values: { type: "oci", "annotation.x": 'say "hi"' } }],
    ["type=oci,annotation.x=a=b", { values: { type: "oci", "annotation.x": "a=b" } }],
    ["type=a,type=b", { values: { type: "b" } }],
    ["out", { bare: "out", values: {} }],
    [
      "__proto__=1,type=x",
      {
        values: Object.fromEntries([
          ["__proto__", "1"],
          ["type", "x"],
        ]),
      },
    ],
    ["type=oci,out", "`out` is not `key=value`"],
    ["type=oci,=x", "`=x` is not `key=value`"],
    ['type=oci,"dest=a', "a quote is not closed"],
  ])("%s", (text, expected) => {
    expect(readAttributes(text)).toEqual(expected);
  });

  test("what is written is read again", () => {
    const key = fc.stringMatching(/^[a-z][a-z.-]{0,10}$/);
    // buildx takes the spaces around a value away.
    const value = fc.string().map((text) => text.trim());
    fc.assert(
      fc.property(fc.dictionary(key, value, { minKeys: 1 }), (values) => {
        expect(readAttributes(writeAttributes(values))).toEqual({ values });
      }),
    );
  });

  test("any fields survive CSV", () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (fields) => {
        expect(csvFields(fields.map(csvField).join(","))).toEqual(fields);
      }),
    );
  });
});
