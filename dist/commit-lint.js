import { run } from "./index.js";
await run("commit-lint", "main");
