import { expect, test } from "vitest";
import { StepLines } from "./step-lines.ts";

function recorder(isTTY: boolean) {
  let text = "";
  const lines = new StepLines({
    isTTY,
    write: (part: string | Uint8Array) => {
      text += String(part);
      return true;
    },
  });
  return { lines, text: () => text };
}

test("a step is one line: verdict, name, what it came to, seconds", async () => {
  const { lines, text } = recorder(false);
  expect(await lines.step("build", async () => ({ passed: true, text: "dist/" }))).toBe(true);
  expect(await lines.step("tests", async () => ({ passed: false, text: "2 failed" }))).toBe(false);
  expect(text()).toMatch(/^✓ pass {2}build {14}dist\/ {2}\d+\.\d s\n✗ fail {2}tests {14}2 failed {2}\d+\.\d s\n$/);
});

test("details stand below their line, and the lines alone can be had again", async () => {
  const { lines, text } = recorder(false);
  await lines.step("tests", async () => ({ passed: false, text: "failed", details: "one\ntwo\n" }));
  lines.repeat();
  expect(text()).toMatch(/^(✗ fail {2}tests .*)\n\none\ntwo\n\n\1\n$/);
});

test("a terminal shows the running step, and its line makes room for the verdict", async () => {
  const { lines, text } = recorder(true);
  await lines.step("build", async () => ({ passed: true, text: "" }));
  expect(text()).toContain("\r\u001b[K… build  0.0 s\r\u001b[K");
});

test("a step that throws leaves no clock behind", async () => {
  const { lines } = recorder(false);
  await expect(lines.step("build", () => Promise.reject(new Error("x")))).rejects.toThrow("x");
});
