import clean from "semver/functions/clean.js";

/** All that @actions/cache takes of semver, in the bundle (scripts/left-out.ts). */
export { clean };
