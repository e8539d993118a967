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
  [
    "two documents joined by cat",
    '<?xml version="1.0"?><a/>\n<?xml version="1.0"?><b/>',
    ["<a>", "</a>", "<b>", "</b>"],
  ],
  ["markup inside CDATA and comments is none", "<a><!-- </a> --><![CDATA[</a>]]]]><?x </a>?></a>", ["<a>", "</a>"]],
  [
    "an apostrophe in a comment of the DOCTYPE",
    "<!DOCTYPE a [<!-- don't ] > --><!ELEMENT a ANY>]><a/>",
    ["<a>", "</a>"],
  ],
  ["a comment ends at the first whole mark", "<!-- -x> --x <b/> -> ---><a/><!--><c/>-->", ["<a>", "</a>"]],
  ["so does CDATA", "<a><![CDATA[ ]x> ]]x <b/> ]> ]]]></a>", ["<a>", "</a>"]],
  ["and an instruction", "<?x ? > x> <b/> ??><a/>", ["<a>", "</a>"]],
  ["quotes and brackets of a DOCTYPE", "<!DOCTYPE a [<!ENTITY b '\"]>'><!ENTITY c \"']>\">[]]><a/>", ["<a>", "</a>"]],
  ["prefixes are part of a name", '<x:a xmlns:x="u"><x:b/></x:a>', ["<x:a>", "<x:b>", "</x:b>", "</x:a>"]],
  ["a DOCTYPE with a subset", '<!DOCTYPE a [<!ENTITY b "]>"><!ELEMENT a (b)>]><a/>', ["<a>", "</a>"]],
  ["blanks in tags", "<a\n  >\r\n</a\t>", ["<a>", "</a>"]],
  ["and ends of lines of Windows", "<a\r\n></a\r\n>", ["<a>", "</a>"]],
  ["an element in quotes of a DOCTYPE", "<!DOCTYPE a \"><b/>\" '><c/>'><a/>", ["<a>", "</a>"]],
  ["an element in brackets of a DOCTYPE", "<!DOCTYPE a [ <b/> ]><a/>", ["<a>", "</a>"]],
  ["an element in a comment of a DOCTYPE", '<!DOCTYPE a [ --><!-- ]><b/> " -->]><a/>', ["<a>", "</a>"]],
  ["what almost begins a comment in a DOCTYPE", "<!DOCTYPE a [ x!-- <x-- <!x- <!-x ]><a/>", ["<a>", "</a>"]],
  ["what almost begins a comment", "<!-x><!x-><a/>", ["<a>", "</a>"]],
  ["the end of CDATA before its begin", "<a>]]><![CDATA[<b/>]]></a>", ["<a>", "</a>"]],
])("%s", (_, text, expected) => {
  expect(events(text)).toEqual(expected);
});

test.each([
  ["entities", '<a x="&lt;&amp;&#65;&#x42;&quot;"/>', '<&AB"'],
  ["an entity that somebody declared stays as it is written", '<!DOCTYPE a [<!ENTITY e "boom">]><a x="&e;"/>', "&e;"],
  ["an external entity is never read", '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a x="&e;"/>', "&e;"],
  ["a character that there is not", '<a x="&#x110000;&#xD800;"/>', "&#x110000;&#xD800;"],
  ["the last and first surrogate, and their neighbours", '<a x="&#xD7FF;&#xDFFF;&#xE000;"/>', "\ud7ff&#xDFFF;\ue000"],
  ["the last character", '<a x="&#x10FFFF;&#1114112;"/>', "\u{10ffff}&#1114112;"],
  ["all five names", '<a x="&lt;&gt;&amp;&quot;&apos;"/>', "<>&\"'"],
  ["entities that end nowhere", '<a x="&lt &#65 &#x;&#;&"/>', "&lt &#65 &#x;&#;&"],
  ["blanks around the equals sign", '<a x \n=\t"1"/>', "1"],
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
  [" ", Number.NaN],
  [" 12 ", 12],
  ["-1,5", -1.5],
  ["12,5", 12.5],
  ["1,55", 1.55],
  ["1,5,5", Number.NaN],
  ["x1,5", Number.NaN],
  ["1,x", Number.NaN],
  ["0", 0],
  ["1/2", Number.NaN],
  ["1:", Number.NaN],
  ["18446744073709551615", 18446744073709552000],
])("number `%s`", (text, expected) => {
  const xml = new XmlReader([bytes(`<a n="${text}"/>`)]);
  xml.next();
  expect(xml.number("n")).toBe(expected);
  expect(xml.number("missing")).toBeNaN();
});

test.each([
  ["plain", "<a>one &amp; two</a>", "one & two"],
  ["CDATA is meant as it stands", "<a>1 <![CDATA[<2> &amp; ]]>3</a>", "1 <2> &amp; 3"],
  ["comments and instructions are no text", "<a>1<!-- <b> --><?x y?>2</a>", "12"],
  ["nothing", "<a></a>", ""],
  ["an element that closes itself has none, whatever stands before it", "before<a/>", ""],
  ["after the last element inside", "<a>1<b>2</b>3</a>", "3"],
])("text: %s", (_, text, expected) => {
  const xml = new XmlReader([bytes(text)]);
  let last = "";
  for (let event = xml.next(); event !== undefined; event = xml.next()) if (event === "close") last = xml.text();
  expect(last).toBe(expected);
});

test.each([
  [
    "a billion laughs",
    `<!DOCTYPE a [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("")}]><a x="&l9;">&l9;</a>`,
    "&l9;",
  ],
  [
    "a quadratic blow-up",
    `<!DOCTYPE a [<!ENTITY b "${"b".repeat(10_000)}">]><a x="${"&b;".repeat(10_000)}">${"&b;".repeat(10_000)}</a>`,
    "&b;".repeat(10_000),
  ],
  [
    "a file of this machine",
    '<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname"><!ENTITY % p SYSTEM "http://127.0.0.1:1/x.dtd">%p;]><a x="&f;">&f;</a>',
    "&f;",
  ],
])("%s stays as it is written", (_, text, expected) => {
  const xml = new XmlReader([bytes(text)]);
  xml.next();
  expect(xml.attribute("x")).toBe(expected);
  xml.next();
  expect(xml.text()).toBe(expected);
});

test("skip passes over a whole element", () => {
  const xml = new XmlReader([bytes("<a><b><c/><c/></b><d/></a>")]);
  xml.next();
  xml.next();
  xml.skip();
  expect([xml.next(), xml.name]).toEqual(["open", "d"]);
});

describe("what is no XML, or too much of it, is one clear error", () => {
  test.each(
    [
      ["", "is not XML: it has no elements"],
      ["hello", "is not XML: it has no elements"],
      ["<a>", "line 1 ends inside <a>: the report was cut off"],
      ["<a>\n<b", "line 2 ends inside <b: the report was cut off"],
      ['<a x="1', "line 1 ends inside <a: the report was cut off"],
      ["<a x>", "line 1 has an attribute without a value in <a>"],
      ["<a></b>", "line 1 closes <a> with </b>"],
      ["<!-- x", "line 1 ends before `-->`: the report was cut off"],
      ["<!DOCTYPE a [", "line 1 ends inside its DOCTYPE: the report was cut off"],
      ["<a", "line 1 ends inside <a: the report was cut off"],
      ["<a><b></b", "line 1 ends inside </b"],
      ["<a>\n\n</a></a>", "line 3 closes <> with </a>"],
      ["<a <b/>", "line 1 has an attribute without a value in <a>"],
      ["<a/ >", "line 1 has an attribute without a value in <a>"],
      ["<a>\n<![CDATA[ </a>", "line 2 ends before `]]>`: the report was cut off"],
      ["<?xml", "line 1 ends before `?>`: the report was cut off"],
      ["<!DOCTYPE a [<!-- ]><a/>", "line 1 ends before `-->`: the report was cut off"],
      ["<a x=1>", "line 1 has an attribute without quotes in <a>"],
      ["<a\n =>", "line 2 has an attribute without a value in <a>"],
      ["<a x", "line 1 ends inside <a: the report was cut off"],
      ["<a x =", "line 1 has an attribute without quotes in <a>"],
      ["<!DOCTYPE a '>", "line 1 ends inside its DOCTYPE: the report was cut off"],
      ["<a></a x>", "line 1 ends inside </a"],
      ["\n\n<a>\n</b>\n", "line 4 closes <a> with </b>"],
      ["<a<b/>", "line 1 has an attribute without a value in <a>"],
      ['<a"b/>', "line 1 has an attribute without a value in <a>"],
      ["<a&b/>", "line 1 has an attribute without a value in <a>"],
      ["< a/>", "line 1 has a `<` that does not start an element"],
      ["<a>".repeat(100_000), "line 1 nests elements more than 500 deep"],
      [
        `<a ${Array.from({ length: 65 }, (_, at) => `x${at}=""`).join(" ")}/>`,
        "line 1 has more than 64 attributes in <a>",
      ],
      // Names are kept; hashing them would be made slow by names of one hash.
      [
        `<a>${Array.from({ length: 1000 }, (_, at) => `<x${at}/>`).join("")}</a>`,
        "line 1 has more than 1000 kinds of elements, which no coverage report has",
      ],
      [`<a x="${"y".repeat(1_000_001)}"/>`, "line 1 has an attribute of more than a million bytes in <a>"],
    ].map(([text = "", message = ""]) => [message, text] as const),
  )("%s", (message, text) => {
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

test.each([["500 deep, 64 attributes, 1,000 names, a million bytes of one value", 500, 64, 1000, 1_000_000]])(
  "the limits themselves are fine: %s",
  (_, depth, attributes, names, value) => {
    expect(events(`${"<a>".repeat(depth)}${"</a>".repeat(depth)}`)).toHaveLength(2 * depth);
    expect(
      events(`<a ${Array.from({ length: attributes }, (_, at) => `x${at}="${at}"`).join(" ")}/>`, ["x63"]),
    ).toEqual(["<a x63=63>", "</a>"]);
    expect(events(`<a>${Array.from({ length: names - 1 }, (_, at) => `<x${at}/>`).join("")}</a>`)).toHaveLength(
      2 * names,
    );
    expect(events(`<a x="${"y".repeat(value)}"/>`, ["x"])[0]).toHaveLength(value + "<a x=>".length);
  },
);

test("a name counts once, however often it occurs", () => {
  expect(events(`<aa>${"<bb/>".repeat(2000)}</aa>`)).toHaveLength(4002);
});

test("names of one hash are still different names", () => {
  // With 31 as the factor of the hash, `Aa` and `BB` have the same.
  expect(events("<Aa><BB/><C#/></Aa>")).toEqual(["<Aa>", "<BB>", "</BB>", "<C#>", "</C#>", "</Aa>"]);
});

test.each([
  ["UTF-16, little end first", Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a x="ü☃"/>', "utf16le")],
  [
    "UTF-16, big end first",
    Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a x="ü☃"/>', "utf16le").swap16(),
  ],
  ["UTF-8 that claims to be UTF-16", Buffer.from('<?xml version="1.0" encoding="utf-16"?><a x="ü☃"/>')],
  ["UTF-8 that claims to be UTF-16 by another name", Buffer.from('<?xml version="1.0" encoding="ucs-2"?><a x="ü☃"/>')],
  ["UTF-8 with a declaration in a comment", Buffer.from("<!-- <?xml encoding='latin1'?> --><a x='ü☃'/>")],
  ...[
    [0xff, 0x20],
    [0x20, 0xfe],
    [0xfe, 0x20],
    [0x20, 0xff],
  ].map((start): [string, Buffer] => [
    `UTF-8 behind half a mark, ${start}`,
    Buffer.from([...start, ...Buffer.from('<a x="ü☃"/>')]),
  ]),
  ["an encoding that nobody knows", Buffer.from("<?xml version='1.0' encoding='x-none'?><a x='ü☃'/>")],
])("%s", (_, encoded) => {
  const xml = new XmlReader([encoded]);
  xml.next();
  expect(xml.attribute("x")).toBe("ü☃");
});

test("cut off at any byte it is one clear error", () => {
  const text = bytes('<?xml version="1.0"?><!DOCTYPE a [<!-- x -->]><a x="ü"><!-- y --><b n=\'1\'/><![CDATA[z]]></a>');
  for (let end = 0; end < text.length; end++) {
    const xml = new XmlReader([text.subarray(0, end)]);
    expect(() => {
      while (xml.next() !== undefined);
    }, `${end} bytes`).toThrow(ReportError);
  }
});

test("attributes are those of the element just opened, by their whole names", () => {
  const xml = new XmlReader([bytes('<a xy="1" x="2" yx="3"><b/></a>')]);
  xml.next();
  expect(["x", "xy", "yx", "y", ""].map((name) => xml.attribute(name))).toEqual(["2", "1", "3", undefined, undefined]);
  xml.next();
  expect(xml.attribute("x")).toBeUndefined();
  xml.next();
  expect(xml.attribute("x")).toBeUndefined();
});

test("depth counts the element that was just reported while it opens", () => {
  const xml = new XmlReader([bytes("<a><b/><c></c></a>")]);
  const depths: string[] = [];
  for (let event = xml.next(); event !== undefined; event = xml.next())
    depths.push(`${event} ${xml.name} ${xml.depth}`);
  expect(depths).toEqual(["open a 1", "open b 2", "close b 1", "open c 2", "close c 1", "close a 0"]);
});

test("skip ends with the element, also if it closes itself or is the last one", () => {
  const xml = new XmlReader([bytes("<a><b/><c/></a>")]);
  xml.next();
  xml.next();
  xml.skip();
  expect([xml.next(), xml.name]).toEqual(["open", "c"]);
  const root = new XmlReader([bytes("<a><b/></a>")]);
  root.next();
  root.skip();
  expect(root.next()).toBeUndefined();
});

test("an error of the caller's names the line that was read last", () => {
  const xml = new XmlReader([bytes("<a>\n<b>\n</b></a>")]);
  xml.next();
  expect(xml.error("is odd").message).toBe("line 1 is odd");
  xml.next();
  expect(xml.error("is odd").message).toBe("line 2 is odd");
});

test.each([
  ["latin1", "<?xml version='1.0' encoding='ISO-8859-1'?><a x='\u00fc'/>"],
  ["latin1", '\n <?xml version="1.0" encoding = "windows-1252" ?><a x=\'\u00fc\'/>'],
] as const)("a declared encoding is used", (encoding, text) => {
  const xml = new XmlReader([Buffer.from(text, encoding)]);
  xml.next();
  expect(xml.attribute("x")).toBe("ü");
});

test("a DOCTYPE ends behind its brackets and quotes", () => {
  expect(events('<!DOCTYPE a PUBLIC "x>" \'>\' [ <!ATTLIST a x CDATA "]>"> [ ] > ] ><a/>')).toEqual(["<a>", "</a>"]);
  expect(events("<!DOCTYPE a><b/>")).toEqual(["<b>", "</b>"]);
});
