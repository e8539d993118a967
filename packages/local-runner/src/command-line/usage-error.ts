/** A command line that cannot be obeyed, in one line. */
export class UsageError extends Error {}
