import { run } from "./index.js";
await run("docker-build-push", "post");
