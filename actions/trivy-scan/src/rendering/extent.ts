/** How many rows each part of a report has at most: nobody reads 5,000, and the files beside the report have them all. */
export interface Extent {
  readonly failing: number;
  readonly commands: number;
  readonly new: number;
  readonly fixed: number;
  readonly known: number;
  readonly suppressed: number;
  readonly entries: number;
}

export const SUMMARY: Extent = {
  failing: 200,
  commands: 60,
  new: 100,
  fixed: 100,
  known: 100,
  suppressed: 100,
  entries: 100,
};

/** What a reviewer needs; the rest is in the summary. */
export const COMMENT: Extent = { failing: 25, commands: 10, new: 10, fixed: 10, known: 0, suppressed: 0, entries: 10 };
