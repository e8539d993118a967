import type { Check } from "@jessy-actions/deployment/checks/check";

/**
 * A version that no check looks for would be a pass of the old one, and a check cannot look for a version that nobody
 * names. @returns the end of a sentence about the input `version`.
 */
export function versionProblem(checks: readonly Check[], version: string | undefined): string | undefined {
  const asserting = checks.filter(({ expect }) => expect.version !== undefined);
  if (version === undefined)
    return asserting.length === 0
      ? undefined
      : `is empty, and the check \`${asserting[0]!.name}\` asserts a version; write, for example, \`\${{ github.sha }}\``;
  return asserting.some(({ optional }) => !optional)
    ? undefined
    : "is set, and no check that counts looks for it; say where the service shows it, for example `version-at: $.commit`, or `version: $.commit` under `expect`";
}
