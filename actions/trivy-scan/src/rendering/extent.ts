/** How many rows each part of a report has at most: nobody reads 5,000, and the files beside the report have them all. */
export interface Extent {
  readonly failing: number;
  readonly commands: number;
  readonly new: number;
  readonly fixed: number;
  readonly known: number;
  readonly suppressed: number;
  readonly entries: number;
  /** Where the rows are that are left out, the end of a sentence. */
  readonly rest: string;
}

export const SUMMARY: Extent = {
  failing: 200,
  commands: 60,
  new: 100,
  fixed: 100,
  known: 100,
  suppressed: 100,
  entries: 100,
  rest: "the result file and the SARIF file have.",
};

/** What a reviewer needs; the rest is in the summary. */
export const COMMENT: Extent = {
  failing: 15,
  commands: 10,
  new: 10,
  fixed: 10,
  known: 0,
  suppressed: 0,
  entries: 10,
  rest: "the job summary and the files of the step have.",
};
