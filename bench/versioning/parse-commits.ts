/**
 * How many commit messages a second the parser reads, on made-up ones of the usual mixture: a header alone, a body, footers, reverts,
 * merges, sentences. With the node_modules of an installed
 * `conventional-commits-parser` and `conventional-changelog-conventionalcommits` as argument, that parser beside it:
 *
 *     npx node bench/versioning/parse-commits.ts [/tmp/peers/node_modules]
 */

import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseCommit } from "@jessy-actions/versioning/conventional-commit";

const MESSAGES = 50_000;
const ROUNDS = 7;

const BODY =
  "Introduce a request id and a reference to latest request. Dismiss\nincoming responses other than from latest request.\n\nRemove timeouts which were used to mitigate the racing issue but are\nobsolete now.";

function message(at: number): string {
  switch (at % 10) {
    case 0:
    case 1:
    case 2:
    case 3:
      return `fix(core): handle case ${at} of the parser (#${at})`;
    case 4:
    case 5:
      return `feat(api): let requests of kind ${at} race (#${at})\n\n${BODY}\n`;
    case 6:
      return `feat!: drop ${at}\n\n${BODY}\n\nBREAKING CHANGE: ${at} is gone,\nuse ${at + 1}\nReviewed-by: Z <z@example.com>\nRefs: #${at}\n`;
    case 7:
      return `Merge pull request #${at} from someone/branch-${at}\n\nfeat: merged ${at}`;
    case 8:
      return `Revert "feat: what ${at} did"\n\nThis reverts commit 0123456789abcdef0123456789abcdef01234567.`;
    default:
      return `Update the dependencies of ${at}\n\n- one\n- two\n\nCo-authored-by: A <a@example.com>`;
  }
}

const messages = Array.from({ length: MESSAGES }, (_, at) => message(at));

/** The best of some rounds, in messages a second. */
function measure(parse: (message: string) => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.hrtime.bigint();
    for (const each of messages) parse(each);
    best = Math.min(best, Number(process.hrtime.bigint() - start) / 1e9);
  }
  return MESSAGES / best;
}

const print = (name: string, perSecond: number) =>
  process.stdout.write(`${name.padEnd(30)} ${Math.round(perSecond).toLocaleString("en")} messages/s\n`);

print("ours", measure(parseCommit));

const peers = process.argv[2];
if (peers !== undefined) {
  const entry = join(resolve(peers), "conventional-commits-parser/dist/index.js");
  const { CommitParser } = (await import(pathToFileURL(entry).href)) as {
    CommitParser: new (options: object) => { parse(message: string): unknown };
  };
  // With the options of its preset, without which it knows no `!`.
  const preset = join(resolve(peers), "conventional-changelog-conventionalcommits/src/index.js");
  const { default: load } = (await import(pathToFileURL(preset).href)) as { default(): Promise<{ parser: object }> };
  const parser = new CommitParser((await load()).parser);
  print(
    "conventional-commits-parser",
    measure((each) => parser.parse(each)),
  );
}

const lines = 16_000;
const long = `fix: x\n\n${"word: call foo(bar(\n".repeat(lines)}`;
const start = process.hrtime.bigint();
parseCommit(long);
process.stdout.write(
  `a body of ${lines} lines           ${(Number(process.hrtime.bigint() - start) / 1e6).toFixed(1)} ms\n`,
);
