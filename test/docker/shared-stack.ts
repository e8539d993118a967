/** Vitest's global set-up: files of one run share one Docker, which starts when a file asks. */
export { shareStack as setup } from "../../scripts/docker-stack.ts";
