/**
 * What GitHub takes of a SARIF file (docs, "SARIF support for code scanning"). Above a maximum the whole file is
 * rejected; of what is between, GitHub keeps a part of its own choice (github/docs#38085), so we cut to what it keeps.
 */
export const RUNS_MAX = 20;
export const RESULTS_MAX = 25_000;
export const RESULTS_KEPT = 5_000;
export const TAGS_KEPT = 10;
/** UTF-16 units of a rule's descriptions. */
export const DESCRIPTION_MAX = 1_024;

/** UTF-16 units of a message, of our own: GitHub states none, and a title may have megabytes. */
export const MESSAGE_MAX = 1_024;
/** UTF-16 units of a rule's id, of our own. */
export const RULE_ID_MAX = 255;
