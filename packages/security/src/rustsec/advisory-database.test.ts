import { ReportError } from "@jessy-actions/reading/report-error";
import { describe, expect, test } from "vitest";
import { type ArchiveEntry, FEWEST_ADVISORIES, openAdvisoryDatabase } from "./advisory-database.ts";

const encoder = new TextEncoder();

function entry(path: string, text: string): ArchiveEntry {
  return { path, bytes: encoder.encode(text) };
}

function advisory(id: string, crate: string, more = "", date = "2026-01-02"): ArchiveEntry {
  const text = `\`\`\`toml\n[advisory]\nid = "${id}"\npackage = "${crate}"\ndate = "${date}"\n${more}[versions]\npatched = []\n\`\`\`\n# T\n`;
  return entry(`advisory-db-0123abc/crates/${crate}/${id}.md`, text);
}

/** As many advisories as asked for, each about a crate of its own. */
function many(count: number): ArchiveEntry[] {
  return Array.from({ length: count }, (_, at) =>
    advisory(`RUSTSEC-2026-${String(at + 1).padStart(4, "0")}`, `c${at}`),
  );
}

const TWO = [advisory("RUSTSEC-2026-0002", "a"), advisory("RUSTSEC-2026-0001", "a", "", "2026-03-04")];

describe("a database", () => {
  test("has its size, the date of its newest advisory, and what is about a crate, by id", () => {
    const database = openAdvisoryDatabase([...TWO, advisory("RUSTSEC-2025-0009", "b")], 3);
    expect([database.size, database.newest]).toEqual([3, "2026-03-04"]);
    expect(database.about("a").map(({ id }) => id)).toEqual(["RUSTSEC-2026-0001", "RUSTSEC-2026-0002"]);
    expect(database.about("constructor")).toEqual([]);
  });

  test("counts what was withdrawn, and says no more of it", () => {
    const database = openAdvisoryDatabase(
      [...TWO, advisory("RUSTSEC-2026-0003", "a", 'withdrawn = "2026-05-05"\n')],
      3,
    );
    expect([database.size, database.about("a").length]).toEqual([3, 2]);
  });

  test.each<[string, ArchiveEntry]>([
    ["what is about Rust itself", { ...TWO[0]!, path: "x/rust/std/RUSTSEC-2026-0002.md" }],
    ["drafts", advisory("RUSTSEC-0000-0000", "a")],
    ["files with a dot", entry("x/crates/a/.DS_Store", "")],
    ["other files", entry("x/README.md", "")],
    ["folders deeper down", entry("x/y/crates/a/RUSTSEC-2026-0001.md", "")],
  ])("leaves out %s", (_, left) => {
    expect(openAdvisoryDatabase([...TWO, left], 2).size).toBe(2);
  });

  test("may lie at the root", () => {
    const entries = TWO.map(({ path, bytes }) => ({ path: path.slice(path.indexOf("crates/")), bytes }));
    expect(openAdvisoryDatabase(entries, 2).size).toBe(2);
  });
});

describe("an archive that is not the database is named", () => {
  test.each<[string, ArchiveEntry[], string]>([
    ["empty", [], "is empty: it holds no files"],
    [
      "another repository",
      [entry("x/README.md", ""), entry("x/src/main.rs", "")],
      "is not the whole RustSec advisory database: it has 0 of at least 2 advisories, in 2 files",
    ],
    [
      "a part of it",
      TWO.slice(0, 1),
      "is not the whole RustSec advisory database: it has 1 of at least 2 advisories, in 1 files",
    ],
    [
      "cut within an advisory",
      [TWO[0]!, { ...TWO[1]!, bytes: TWO[1]!.bytes.slice(0, 30) }],
      "has advisories that cannot be read: a/RUSTSEC-2026-0001.md ends within its TOML: it was cut off",
    ],
    [
      "files of nothing",
      TWO.map(({ path }) => entry(path, "")),
      "has advisories that cannot be read: a/RUSTSEC-2026-0002.md does not begin with ```toml: it is not an advisory; a/RUSTSEC-2026-0001.md does not begin with ```toml: it is not an advisory",
    ],
    [
      "an advisory in the folder of another crate",
      [{ ...TWO[0]!, path: "x/crates/b/RUSTSEC-2026-0002.md" }],
      "has advisories that cannot be read: b/RUSTSEC-2026-0002.md is about another crate, a",
    ],
    [
      "a file with another name",
      [{ ...TWO[0]!, path: "x/crates/a/CVE-1.toml" }],
      "has advisories that cannot be read: a/CVE-1.toml is not named like an advisory, RUSTSEC-2026-0001.md",
    ],
    [
      "an id twice",
      [advisory("RUSTSEC-2026-0001", "a"), advisory("RUSTSEC-2026-0001", "b")],
      "has advisories that cannot be read: b/RUSTSEC-2026-0001.md has an id that another advisory has",
    ],
    [
      "many that cannot be read",
      many(5).map(({ path }) => entry(path, "x")),
      `has advisories that cannot be read: ${[1, 2, 3].map((at) => `c${at - 1}/RUSTSEC-2026-000${at}.md does not begin with \`\`\`toml: it is not an advisory`).join("; ")}; and 2 more`,
    ],
  ])("%s", (_, entries, message) => {
    expect(() => openAdvisoryDatabase(entries, 2)).toThrow(new ReportError(message));
  });

  test.each([-1, 0, 1])("fewer than there ever were: %i", (more) => {
    const entries = many(FEWEST_ADVISORIES + more);
    if (more < 0) expect(() => openAdvisoryDatabase(entries)).toThrow("it has 999 of at least 1000 advisories");
    else expect(openAdvisoryDatabase(entries).size).toBe(FEWEST_ADVISORIES + more);
  });

  test.each([
    [49_999, false],
    [50_000, false],
    [50_001, true],
  ])("%i advisories", (count, isTooMany) => {
    const one = advisory("RUSTSEC-2026-0001", "a");
    const entries = (function* () {
      for (let at = 0; at < count; at++) {
        yield { path: `x/crates/a/RUSTSEC-2026-${String(at).padStart(6, "0")}.md`, bytes: one.bytes };
      }
    })();
    if (isTooMany) expect(() => openAdvisoryDatabase(entries)).toThrow("has more than 50000 advisories");
    else expect(openAdvisoryDatabase(entries).size).toBe(count);
  });
});

describe("one advisory that cannot be read whole", () => {
  const broken = advisory("RUSTSEC-2026-0003", "b", "x = [\n");

  test("is named where its crate is asked for, and hides nothing of other crates", () => {
    const database = openAdvisoryDatabase([...TWO, broken], 3);
    expect(database.about("a")).toHaveLength(2);
    expect(() => database.about("b")).toThrow("the advisory RUSTSEC-2026-0003 cannot be read: is not valid TOML");
  });

  test("is named where its file has another id", () => {
    const other = { ...advisory("RUSTSEC-2026-0001", "a"), path: "x/crates/a/RUSTSEC-2026-0007.md" };
    const message = "the advisory RUSTSEC-2026-0007 has the id RUSTSEC-2026-0001 and is about a";
    expect(() => openAdvisoryDatabase([other], 1).about("a")).toThrow(new ReportError(message));
  });
});
