/** A comment in a scanned file by which Trivy sets a finding aside. */
export interface InlineIgnore {
  /** As it is written, e.g. `trivy:ignore:DS-0002`; untrusted. */
  readonly comment: string;
  /** 1-based. */
  readonly line: number;
}

/** What git looks for: an extended regular expression that every such comment matches. */
export const INLINE_IGNORE = "(trivy|tfsec):[^[:space:]]*ignore";

const COMMENT = /^(?:trivy|tfsec):\S*ignore/;

/** The comments of a file, in its order. Trivy reads them as words, after the marks of a comment. */
export function inlineIgnores(text: string): readonly InlineIgnore[] {
  return text.split("\n").flatMap((content, at) => {
    // Most lines of most files.
    if (!content.includes("ignore")) return [];
    return content
      .split(/\s+/)
      .map((word) => word.replace(/^[#/*]+/, ""))
      .filter((word) => COMMENT.test(word))
      .map((comment) => ({ comment, line: at + 1 }));
  });
}

/** The comments that one version of a file has and another one, before it, has not; one that moved by lines is old. */
export function addedIgnores(before: string, after: string): readonly InlineIgnore[] {
  const known = Map.groupBy(inlineIgnores(before), ({ comment }) => comment);
  return inlineIgnores(after).filter(({ comment }) => known.get(comment)?.pop() === undefined);
}
