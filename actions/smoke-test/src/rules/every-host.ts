/** In `addresses`, stands for the host of every check. */
export const EVERY_HOST = "*";
