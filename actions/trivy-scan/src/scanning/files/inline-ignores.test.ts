import fc from "fast-check";
import { expect, test } from "vitest";
import { hasInlineIgnore, withoutInlineIgnores } from "./inline-ignores.ts";

test.each([
  ["#trivy:ignore:DS-0002", "#trivy_ignore:DS-0002"],
  ["a = 1 // tfsec:ignore:* trivy:ignore:x", "a = 1 // tfsec_ignore:* trivy_ignore:x"],
  ["/*trivy:exp:2030-01-01:ignore:x[a=b]*/", "/*trivy_exp:2030-01-01:ignore:x[a=b]*/"],
  ["\t#\ttrivy:ignore:x\r\n", "\t#\ttrivy_ignore:x\r\n"],
  ["trivy:trivy:ignore:x", "trivy_trivy_ignore:x"],
])("%j", (text, without) => {
  expect(withoutInlineIgnores(text)).toBe(without);
  expect(hasInlineIgnore(text)).toBe(true);
});

test.each(["image: aquasec/trivy:0.76", "trivy: ignore:", "ignore:trivy:", "#trivy:ignored:x", "Trivy:ignore:x"])(
  "%j stays",
  (text) => {
    expect(withoutInlineIgnores(text)).toBe(text);
    expect(hasInlineIgnore(text)).toBe(false);
  },
);

/** Trivy's own reading (pkg/iac/ignore/parse.go). */
function obeys(text: string): boolean {
  return text.split("\n").some((line) =>
    line
      .trim()
      .split(" ")
      .map((part) => part.trim().replace(/^[#/*]+/, ""))
      .filter((part) => /^(?:tfsec|trivy):/.test(part))
      .some((part) => {
        const sections = part.slice(6).split(":");
        return sections.some(
          (key, at) => at % 2 === 0 && key === "ignore" && (sections[at + 1] ?? "").split("[")[0] !== "",
        );
      }),
  );
}

test("nothing is left that Trivy obeys, and nothing moves", () => {
  const part = fc.constantFrom(
    "trivy:",
    "tfsec:",
    "ignore:",
    "ignore",
    "exp:2030:",
    "x",
    " ",
    "\n",
    "#",
    "//",
    "/*",
    ":",
    "\t",
    "[",
    "\u00ff",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const text = parts.join("");
      const without = withoutInlineIgnores(text);
      expect(obeys(without)).toBe(false);
      expect(without).toHaveLength(text.length);
      expect(withoutInlineIgnores(without)).toBe(without);
      if (obeys(text)) expect(hasInlineIgnore(text)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("a long word takes no more than its length", () => {
  // Quadratic work would not end.
  expect(hasInlineIgnore("trivy:".repeat(700_000))).toBe(false);
  expect(hasInlineIgnore(`${"ignore:".repeat(600_000)}trivy:`)).toBe(false);
});
