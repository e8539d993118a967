import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { CONVENTIONAL_RULES, readCommitRules } from "@jessy-actions/versioning/commit-rules";
import type { RulesFacts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import type { CommitSource } from "./commit-source.ts";

/** The data files among those that commitlint reads, in its order. */
const DATA_FILES = ["package.json", ".commitlintrc", ".commitlintrc.json", ".commitlintrc.yaml", ".commitlintrc.yml"];

/** Files that commitlint would run. */
const PROGRAM = /^(?:\.commitlintrc|commitlint\.config)\.[cm]?[jt]s$/;

/**
 * Finds the rules that count: those of a file at the base commit, which no pull request can change for itself, and over them the workflow's.
 *
 * @param base the commit whose file counts.
 * @throws UserErrors naming what is wrong with the file, and what to write instead.
 */
export async function findRules(
  inputs: Pick<Inputs, "config" | "overlay" | "hasOverlay">,
  source: CommitSource,
  base: string,
): Promise<RulesFacts> {
  const found = await findFile(inputs.config, source, base);
  const withWorkflow = inputs.hasOverlay ? ", with the workflow's own" : "";
  if (found === undefined) {
    const rules = inputs.overlay(CONVENTIONAL_RULES);
    return { rules: needSome(rules), defaultIgnores: true, source: `config-conventional${withWorkflow}` };
  }
  const { path, text } = found;
  const { rules, defaultIgnores, problems } = readCommitRules(text, path);
  if (problems.length > 0) throw new UserErrors(problems.map((problem) => `\`${path}\` of the base ${problem}`));
  return {
    rules: needSome(inputs.overlay(rules)),
    defaultIgnores,
    source: `\`${path}\`${withWorkflow}`,
    revision: base,
  };
}

/** Removing every rule is not a way to pass. */
function needSome(rules: RulesFacts["rules"]): RulesFacts["rules"] {
  if (Object.keys(rules).length > 0) return rules;
  throw new UserError("input `rules` removes every rule, so nothing would be checked; remove the action instead");
}

interface RulesFile {
  readonly path: string;
  readonly text: string;
}

async function findFile(config: Inputs["config"], source: CommitSource, base: string): Promise<RulesFile | undefined> {
  if (config.kind === "none") return undefined;
  if (config.kind === "auto") return findConventionalFile(source, base);
  const { path } = config;
  refuseProgram(path, `input \`config\`: ${path}`);
  const text = await source.file(base, path);
  if (text === undefined) {
    throw new UserError(
      `input \`config\`: ${path} is not in ${base.slice(0, 10)}, the commit that the change starts from; a pull request's own rules do not count: merge the file first, or write them into the input \`rules\``,
    );
  }
  return { path, text };
}

/** The first file that commitlint would find. A program in its place is refused, since any other rules would be a guess. */
async function findConventionalFile(source: CommitSource, base: string): Promise<RulesFile | undefined> {
  const entries = await source.rootEntries(base);
  for (const path of DATA_FILES.filter((name) => entries.includes(name))) {
    const text = await source.file(base, path);
    if (text !== undefined && (path !== "package.json" || holdsRules(text))) return { path, text };
  }
  const program = entries.find((name) => PROGRAM.test(name));
  if (program !== undefined) refuseProgram(program, `\`${program}\``);
  return undefined;
}

function refuseProgram(path: string, shown: string): void {
  if (!/\.[cm]?[jt]s$/.test(path)) return;
  throw new UserError(
    `${shown} is a program, which this action does not run; write its rules into \`.commitlintrc.yml\` (\`extends: "@commitlint/config-conventional"\` and \`rules:\`), or set \`config: none\` for config-conventional alone`,
  );
}

function holdsRules(packageJson: string): boolean {
  if (!packageJson.includes('"commitlint"')) return false;
  try {
    return Object.hasOwn(JSON.parse(packageJson), "commitlint");
  } catch {
    // The reader of rules says what is wrong with the file.
    return true;
  }
}
