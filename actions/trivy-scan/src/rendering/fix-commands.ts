import { counted } from "@jessy-actions/kit/report/quantity";
import type { Block } from "@jessy-actions/kit/report/report";
import type { Finding } from "@jessy-actions/security/findings/finding";
import { type PlannedFix, planFixes } from "@jessy-actions/security/findings/fix-plan";
import type { Result } from "../result.ts";
import type { Extent } from "./extent.ts";
import { repositoryPath, type Whereabouts } from "./place.ts";
import { WEIGHT } from "./weights.ts";

/** Ids that a command names; the table has them all. */
const IDS_SHOWN = 4;

/** Files that the commands change: a program in an image, which has the same ecosystem, is built elsewhere. */
const LOCK_FILE = /(?:^|\/)(?:Cargo\.lock|go\.mod)$/;

/** What is safe to copy into a shell, as a folder or a name in a comment. */
const PLAIN = /^[A-Za-z0-9@._/~+-]+$/;

/** What brings the failing packages to versions with the fix, the fewest commands; a folder's together. */
export function fixCommands(result: Result, { commands: most }: Extent): Block[] {
  const planned = planFixes(result.findings.filter((finding) => finding.fails && isOfLockFile(result, finding)));
  if (planned.length === 0) return [];
  const shown = planned.slice(0, most);
  const folders = Map.groupBy(shown, ({ fixes }) => folderOf(result, fixes[0]!));
  const lines = [...folders].flatMap(([folder, commands]) => [
    ...(folders.size === 1 && folder === "" ? [] : [folder === "" ? "# in the repository's root" : `# in ${folder}`]),
    ...commands.map(commandLine),
  ]);
  const left = planned.length - shown.length;
  return [
    { kind: "paragraph", text: { strong: "What fixes them" } },
    { kind: "code", language: "sh", text: lines.join("\n"), weight: WEIGHT.commands },
    ...(left > 0 ? [{ kind: "paragraph", text: `${counted(left, "more command")} fix the rest.` } as const] : []),
  ];
}

function commandLine({ command, isCompatible, fixes }: PlannedFix): string {
  const ids = [...new Set(fixes.map(({ id }) => id))];
  const named = ids.slice(0, IDS_SHOWN).filter((id) => PLAIN.test(id));
  const more = ids.length - named.length;
  const about = [...named, ...(more > 0 ? [`${more} more`] : [])].join(", ");
  return `${command.join(" ")}  # ${about}${isCompatible ? "" : "; change the requirement in Cargo.toml first"}`;
}

function isOfLockFile(result: Whereabouts, { place }: Finding): boolean {
  return LOCK_FILE.test(repositoryPath(result, place) ?? "");
}

/** The folder of a lock file; a name that a shell could obey is quoted. */
function folderOf(result: Whereabouts, { place }: Finding): string {
  const folder = repositoryPath(result, place)!.replace(/(?:^|\/)[^/]*$/, "");
  return folder === "" || PLAIN.test(folder) ? folder : JSON.stringify(folder);
}
