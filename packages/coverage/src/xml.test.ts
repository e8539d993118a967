import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ReportError } from "./report-error.ts";
import { XmlReader } from "./xml.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

/** What a text says, element by element: `<a x=1>`, `</a>`. */
function events(text: string, attributes: readonly string[] = []): string[] {
  const xml = new XmlReader([bytes(text)]);
  const seen: string[] = [];
  for (let event = xml.next(); event !== undefined; event = xml.next()) {
    const shown = attributes.flatMap((name) => {
      const value = xml.attribute(name);
      return value === undefined ? [] : [` ${name}=${value}`];
    });
    seen.push(event === "open" ? `<${xml.name}${shown.join("")}>` : `</${xml.name}>`);
  }
  return seen;
}

test.each([
  ["nesting", "<a><b/><b></b></a>", ["<a>", "<b>", "</b>", "<b>", "</b>", "</a>"]],
  ["comments, CDATA, instructions", "<?x y?><!-- <b> --><a><![CDATA[<c>]]></a><!-- -- > -->", ["<a>", "</a>"]],
  ["a DOCTYPE with a subset", '<!DOCTYPE a [<!ENTITY b "]>"><!ELEMENT a (b)>]><a/>', ["<a>", "</a>"]],
  ["blanks in tags", "<a\n  >\r\n</a\t>", ["<a>", "</a>"]],
])("%s", (_, text, expected) => {
  expect(events(text)).toEqual(expected);
});

test.each([
  ["entities", '<a x="&lt;&amp;&#65;&#x42;&quot;"/>', '<&AB"'],
  ["an entity that somebody declared stays as it is written", '<!DOCTYPE a [<!ENTITY e "boom">]><a x="&e;"/>', "&e;"],
  ["an external entity is never read", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a x="&e;"/>', "&e;"],
  ["a character that there is not", '<a x="&#x110000;&#xD800;"/>', "&#x110000;&#xD800;"],
  ["apostrophes", "<a x='\"'/>", '"'],
  ["a `>` inside", '<a x="1>0"/>', "1>0"],
])("attribute: %s", (_, text, expected) => {
  expect(events(text, ["x"])[0]).toBe(`<a x=${expected}>`);
});

test.each([
  ["12", 12],
  ["1.5", 1.5],
  ["1,5", 1.5],
  ["1e3", 1000],
  ["-4", -4],
  ["", Number.NaN],
  ["x", Number.NaN],
  ["18446744073709551615", 18446744073709552000],
])("number `%s`", (text, expected) => {
  const xml = new XmlReader([bytes(`<a n="${text}"/>`)]);
  xml.next();
  expect(xml.number("n")).toBe(expected);
  expect(xml.number("missing")).toBeNaN();
});

test("text stands before the close", () => {
  const xml = new XmlReader([bytes("<a>one &amp; two</a>")]);
  xml.next();
  xml.next();
  expect(xml.text()).toBe("one & two");
});

test("skip passes over a whole element", () => {
  const xml = new XmlReader([bytes("<a><b><c/><c/></b><d/></a>")]);
  xml.next();
  xml.next();
  xml.skip();
  expect([xml.next(), xml.name]).toEqual(["open", "d"]);
});

describe("what is no XML, or too much of it, is one clear error", () => {
  test.each([
    ["", "is no XML: it has no element"],
    ["hello", "is no XML: it has no element"],
    ["<a>", "line 1 ends inside <a>: the report was cut off"],
    ["<a>\n<b", "line 2 ends inside <b: the report was cut off"],
    ['<a x="1', "line 1 ends inside <a: the report was cut off"],
    ["<a x>", "line 1 has an attribute without a value in <a>"],
    ["<a></b>", "line 1 closes <a> with </b>"],
    ["<!-- x", "line 1 ends before `-->`: the report was cut off"],
    ["<!DOCTYPE a [", "line 1 ends inside its DOCTYPE: the report was cut off"],
    ["< a/>", "line 1 has a `<` that starts no element"],
    ["<a>".repeat(100_000), "line 1 nests elements more than 500 deep"],
    [
      `<a ${Array.from({ length: 65 }, (_, at) => `x${at}=""`).join(" ")}/>`,
      "line 1 has more than 64 attributes in <a>",
    ],
    [`<a x="${"y".repeat(1_000_001)}"/>`, "line 1 has an attribute of more than a million bytes in <a>"],
  ])("%.20s", (text, message) => {
    expect(() => events(text)).toThrow(new ReportError(message));
  });
});

test("where the bytes are cut into chunks does not matter", () => {
  const text = bytes('<?xml version="1.0"?><a x="ü&amp;"><b n="12"/>text</a>');
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
      const places = [0, ...cuts.sort((a, b) => a - b), text.length];
      const xml = new XmlReader(places.slice(1).map((end, at) => text.subarray(places[at]!, end)));
      xml.next();
      expect(xml.attribute("x")).toBe("ü&");
      xml.next();
      expect(xml.number("n")).toBe(12);
    }),
  );
});
