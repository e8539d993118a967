import { expect, test } from "vitest";
import { exampleFinding } from "../../testing/example-finding.ts";
import { planFixes } from "./fix-plan.ts";

/** Of crate `deep` 1.0.0, unless the row says another package. */
const flaw = (id: string, fixedVersions: readonly string[], affected: object = {}, file = "Cargo.lock") =>
  exampleFinding({
    id,
    place: { file },
    package: { name: "deep", ecosystem: "cargo", version: "1.0.0", fixedVersions, ...affected },
  });

const net = { name: "golang.org/x/net", ecosystem: "golang" };
const update = (version: string) => `cargo update -p deep@1.0.0 --precise ${version}`;

test.each<[name: string, findings: Parameters<typeof planFixes>[0], planned: Readonly<Record<string, string>>]>([
  ["one", [flaw("A", ["1.0.1"])], { [update("1.0.1")]: "A" }],
  ["the highest of two", [flaw("A", ["1.0.1"]), flaw("B", ["1.0.3"])], { [update("1.0.3")]: "A B" }],
  ["10 is above 9", [flaw("A", ["1.0.9"]), flaw("B", ["1.0.10"])], { [update("1.0.10")]: "A B" }],
  ["a series of its own", [flaw("A", ["1.0.3", "2.1.0"]), flaw("B", ["1.0.2", "2.0.0"])], { [update("1.0.3")]: "A B" }],
  ["above all", [flaw("A", ["1.0.1"]), flaw("B", ["2.0.0"])], { [update("2.0.0")]: "A B" }],
  ["no version has both", [flaw("A", ["1.0.3", "3.0.0"]), flaw("B", ["2.0.0"])], { [update("3.0.0")]: "A B" }],
  ["none has a fix", [flaw("A", [])], {}],
  ["one of two has none", [flaw("A", []), flaw("B", ["1.0.1"])], { [update("1.0.1")]: "B" }],
  ["an ecosystem without a command", [flaw("A", ["2"], { ecosystem: "npm" })], {}],
  ["a hostile name", [flaw("A", ["1.0.1"], { name: "a;rm" })], {}],
  [
    "Go, with and without v",
    [flaw("A", ["v0.38.0"], net), flaw("B", ["0.36.0"], net)],
    { "go get golang.org/x/net@v0.38.0": "A B" },
  ],
])("%s", (_, findings, planned) => {
  const plan = planFixes(findings).map(({ command, fixes }) => [
    command.join(" "),
    fixes.map(({ id }) => id).join(" "),
  ]);
  expect(Object.fromEntries(plan)).toEqual(planned);
});

test("each lock file has its own", () => {
  const plan = planFixes([flaw("A", ["1.0.1"]), flaw("A", ["1.0.1"], {}, "b/Cargo.lock"), flaw("B", ["1.0.1"])]);
  expect(plan.map(({ fixes }) => [fixes[0]!.place.file, fixes.length])).toEqual([
    ["Cargo.lock", 2],
    ["b/Cargo.lock", 1],
  ]);
});

test("a version that another major has is not compatible, and says so", () => {
  expect(planFixes([flaw("A", ["1.0.1"]), flaw("B", ["2.0.0"])])[0]!.isCompatible).toBe(false);
});
