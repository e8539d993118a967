import fc from "fast-check";
import { expect, test } from "vitest";
import {
  bytesLeftFor,
  COMMENT_MAX_BYTES,
  disarm,
  isSharedComment,
  parseSections,
  renderSections,
  sectionId,
  withSection,
} from "./sections.ts";

const content = fc
  .array(fc.constantFrom("text", "\n", "<!-- jessy-actions:end a -->", "<!-- jessy-actions -->", "<!-- x -->", "☃"), {
    maxLength: 8,
  })
  .map((parts) => disarm(parts.join("")));
const ids = fc.uniqueArray(fc.constantFrom("coverage-gate", "coverage-gate:a", "bench-compare", "release"), {
  minLength: 1,
});

test("sections are read as they were written, whatever their content", () => {
  fc.assert(
    fc.property(ids, fc.array(content, { minLength: 4, maxLength: 4 }), (names, contents) => {
      const sections = names.map((id, at) => ({ id, content: contents[at]! }));
      const body = renderSections(sections);
      expect(isSharedComment(body)).toBe(true);
      const sorted = [...sections].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(parseSections(body)).toEqual(sorted);
      // As GitHub gives it back when somebody edited it in a browser.
      expect(parseSections(body.replaceAll("\n", "\r\n"))).toEqual(sorted);
      expect(renderSections(parseSections(body))).toBe(body);
    }),
  );
});

test("replacing one section leaves the others as they are", () => {
  const sections = [
    { id: "a", content: "1" },
    { id: "b", content: "2" },
  ];
  expect(parseSections(renderSections(withSection(sections, { id: "a", content: "3" })))).toEqual([
    { id: "a", content: "3" },
    { id: "b", content: "2" },
  ]);
});

test.each([-1, 0, 1])("what is left beside the others is exact: %d", (more) => {
  const others = [{ id: "b", content: "☃".repeat(100) }];
  const left = bytesLeftFor("a", others);
  const body = renderSections(withSection(others, { id: "a", content: "x".repeat(left + more) }));
  expect(Buffer.byteLength(body) - COMMENT_MAX_BYTES).toBe(more);
});

test.each([
  ["coverage-gate", "", "coverage-gate"],
  ["coverage-gate", "unit tests", "coverage-gate:unit%20tests"],
  ["coverage-gate", "a-->b", "coverage-gate:a-%2d%3eb"],
])("the section of %s `%s` is %s", (action, name, id) => {
  expect(sectionId(action, name)).toBe(id);
  const body = renderSections([{ id, content: "x" }]);
  expect(parseSections(body)).toEqual([{ id, content: "x" }]);
});

test("sections are sorted by id, whatever came first", () => {
  const body = renderSections(["b", "c", "a"].map((id) => ({ id, content: `is ${id}` })));
  expect(body).toBe(
    [
      "<!-- jessy-actions -->",
      ...["a", "b", "c"].map((id) => `<!-- jessy-actions:begin ${id} -->\nis ${id}\n<!-- jessy-actions:end ${id} -->`),
    ].join("\n\n"),
  );
});

test("a comment is ours only by its first line", () => {
  expect(isSharedComment("<!-- jessy-actions -->\n\nx")).toBe(true);
  expect(isSharedComment("see <!-- jessy-actions -->")).toBe(false);
  expect(isSharedComment("")).toBe(false);
});

test("content cannot bring marks of ours", () => {
  expect(disarm("a <!-- jessy-actions:end a --> b <!-- jessy-actions --> <!-- x -->")).toBe(
    "a &lt;!-- jessy-actions:end a --> b &lt;!-- jessy-actions --> <!-- x -->",
  );
});
