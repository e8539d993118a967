/**
 * Comments by which a scanned file sets findings aside: `#trivy:ignore:AWS-0086`, `//tfsec:ignore:*`. Trivy obeys them in
 * Terraform, Dockerfiles, CloudFormation and Helm charts, and tells of it nowhere, not even with `--show-suppressed`. Pure.
 *
 * Its grammar (pkg/iac/ignore/parse.go, 0.76): words of a line, separated by blanks, after any of `#`, `/` and `*`, that
 * begin with `trivy:` or `tfsec:` and have a section `ignore:`.
 */

const WORD = /[^ \n]+/g;
const NAME = /(trivy|tfsec):/g;
const SECTION = "ignore:";

/** As text of single bytes, so that what is no UTF-8 stays as it is. */
export function hasInlineIgnore(text: string): boolean {
  return withoutInlineIgnores(text) !== text;
}

/** The same with the comments made ineffective. No line and no column moves. Work is linear. */
export function withoutInlineIgnores(text: string): string {
  if (!text.includes(SECTION)) return text;
  return text.replace(WORD, (word) => {
    const end = word.lastIndexOf(SECTION);
    return end === -1 ? word : word.slice(0, end).replace(NAME, "$1_") + word.slice(end);
  });
}
