import { run } from "./index.js";
await run("bench-compare", "post");
