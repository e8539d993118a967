import type { Annotation } from "../report/report.ts";

/** The runner keeps ten annotations of each level a step and silently drops the rest (ExecutionContext.cs). */
export const MAX_ANNOTATIONS_PER_LEVEL = 10;

/** The runner cuts a message after this many characters (ExecutionContext.cs). */
export const MAX_ANNOTATION_CHARACTERS = 4096;

export interface SelectedAnnotations {
  readonly shown: readonly Annotation[];
  /** How many did not fit. */
  readonly omitted: number;
}

/** The annotations that GitHub will show, most important first, so that its limit never takes the wrong ones. */
export function selectAnnotations(annotations: readonly Annotation[]): SelectedAnnotations {
  const shown: Annotation[] = [];
  for (const level of ["error", "warning", "notice"] as const) {
    const ofLevel = annotations.filter((annotation) => annotation.level === level);
    ofLevel.sort((a, b) => (b.importance ?? 0) - (a.importance ?? 0));
    shown.push(...ofLevel.slice(0, MAX_ANNOTATIONS_PER_LEVEL).map(cutMessage));
  }
  return { shown, omitted: annotations.length - shown.length };
}

function cutMessage(annotation: Annotation): Annotation {
  if (annotation.message.length <= MAX_ANNOTATION_CHARACTERS) return annotation;
  return {
    ...annotation,
    message: `${annotation.message.slice(0, MAX_ANNOTATION_CHARACTERS - 4).replace(/[\ud800-\udbff]$/, "")} ...`,
  };
}
