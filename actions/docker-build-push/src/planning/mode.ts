/** What a run does. All but `build` need no builder. */
export type Mode = "build" | "promote" | "merge" | "verify";
