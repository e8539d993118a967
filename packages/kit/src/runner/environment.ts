/** The variables of a process; unset ones are undefined. */
export type Environment = Readonly<Record<string, string | undefined>>;
