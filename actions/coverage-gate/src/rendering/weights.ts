/** What is cut first when a place is too small for the report: the higher, the sooner. */
export const WEIGHT = {
  mostUncovered: 7,
  reports: 6,
  fileChanges: 5,
  indirect: 4,
  filesBelow: 3,
  uncovered: 2,
  components: 1,
} as const;
