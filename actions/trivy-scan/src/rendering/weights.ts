/** What is cut first when a place is too small for the report: the higher, the sooner. */
export const WEIGHT = {
  known: 8,
  suppressed: 7,
  scanned: 6,
  fixed: 5,
  new: 4,
  entries: 3,
  commands: 2,
  failing: 1,
} as const;
