import { expect, test } from "vitest";
import { assetOf, PLATFORMS, platformOf, platformWords } from "./release-platform.ts";

test.each([
  ["Linux", "X64", "trivy_0.74.0_Linux-64bit.tar.gz", "trivy"],
  ["Linux", "ARM64", "trivy_0.74.0_Linux-ARM64.tar.gz", "trivy"],
  ["macOS", "X64", "trivy_0.74.0_macOS-64bit.tar.gz", "trivy"],
  ["macOS", "ARM64", "trivy_0.74.0_macOS-ARM64.tar.gz", "trivy"],
  ["Windows", "X64", "trivy_0.74.0_windows-64bit.zip", "trivy.exe"],
  // As Node says it, outside of a runner.
  ["Linux", "x64", "trivy_0.74.0_Linux-64bit.tar.gz", "trivy"],
])("%s %s has %s", (system, architecture, name, program) => {
  const found = platformOf(system, architecture);
  if ("problem" in found) throw new Error(found.problem);
  expect(assetOf("0.74.0", found.platform)).toEqual({
    name,
    program,
    format: name.endsWith(".zip") ? "zip" : "tar.gz",
  });
});

test.each([
  ["Windows", "ARM64"],
  ["Linux", "X86"],
  ["Linux", "ARM"],
  ["Linux", "riscv64"],
  ["freebsd", "x64"],
])("%s %s is named as one that has none", (system, architecture) => {
  expect(platformOf(system, architecture)).toEqual({
    problem: `Aqua releases no Trivy for ${system} ${architecture.toUpperCase()}, but for Linux x64, Linux ARM64, macOS x64, macOS ARM64, Windows x64; run this job on one of them, or give a Trivy of your own by \`trivy-path\``,
  });
});

test("every platform has its own name and archive", () => {
  expect(new Set(PLATFORMS.map(platformWords)).size).toBe(PLATFORMS.length);
  expect(new Set(PLATFORMS.map((platform) => assetOf("1.2.3", platform).name)).size).toBe(PLATFORMS.length);
});
