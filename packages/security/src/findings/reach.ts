/**
 * How near a program comes to a flaw, from near to far: it calls what is flawed, it imports the package without calling
 * that, or only its module is required.
 */
export const REACHES = ["called", "imported", "required"] as const;

export type Reach = (typeof REACHES)[number];
