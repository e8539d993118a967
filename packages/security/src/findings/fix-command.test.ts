import { expect, test } from "vitest";
import type { AffectedPackage } from "./finding.ts";
import { fixCommand } from "./fix-command.ts";

const crate = (version: string, ...fixedVersions: string[]): AffectedPackage => ({
  name: "time",
  ecosystem: "cargo",
  version,
  fixedVersions,
});
const module = (name: string, version: string, ...fixedVersions: string[]): AffectedPackage => ({
  name,
  ecosystem: "golang",
  version,
  fixedVersions,
});

test.each<[string, AffectedPackage, string, boolean]>([
  ["the only one", crate("0.2.7", "0.2.23"), "cargo update -p time@0.2.7 --precise 0.2.23", true],
  [
    "the nearest that is compatible",
    crate("1.2.0", "1.2.5", "1.3.0", "2.0.1"),
    "cargo update -p time@1.2.0 --precise 1.2.5",
    true,
  ],
  ["one that is not the first", crate("0.2.0", "0.1.9", "0.2.5"), "cargo update -p time@0.2.0 --precise 0.2.5", true],
  [
    "none that is compatible",
    crate("0.1.43", "0.2.23", "0.3.0"),
    "cargo update -p time@0.1.43 --precise 0.2.23",
    false,
  ],
  ["of 0.0", crate("0.0.3", "0.0.4"), "cargo update -p time@0.0.3 --precise 0.0.4", false],
  ["of a module", module("golang.org/x/text", "v0.3.5", "0.3.7"), "go get golang.org/x/text@v0.3.7", true],
  ["of a module, with a v", module("golang.org/x/text", "0.3.5", "v0.3.7"), "go get golang.org/x/text@v0.3.7", true],
  ["of Go itself", module("stdlib", "v1.21.0", "1.21.8"), "go get go@1.21.8", true],
])("%s", (_, affected, command, isCompatible) => {
  expect(fixCommand(affected)).toEqual({ command: command.split(" "), isCompatible });
});

test.each<[string, AffectedPackage]>([
  ["no version", crate("1.0.0")],
  ["another ecosystem", { ...crate("1.0.0", "1.0.1"), ecosystem: "npm" }],
  ["a name for a shell", { ...crate("1.0.0", "1.0.1"), name: "$(id)" }],
  ["a version for a shell", crate("1.0.0", "1.0.1;id")],
  ["a name with blanks", { ...crate("1.0.0", "1.0.1"), name: "a b" }],
  ["a name that is an option", module("--modfile", "v1.0.0", "1.0.1")],
])("no command with %s", (_, affected) => {
  expect(fixCommand(affected)).toBeUndefined();
});
