import { afterAll, describe, expect, test } from "vitest";
import { startStack } from "../../scripts/docker/stack.ts";
import { ImageScenario } from "./image-scenario.ts";

/** A GOROOT of programs that are linked statically, as go.dev gives them: the toolchain of the image. A minute of CPU. */
const goroot = process.env.JESSY_GOROOT;
if (goroot === undefined)
  process.stderr.write("skipped: a Go build with its cache in a mount: JESSY_GOROOT is not set\n");

const stack = goroot === undefined ? undefined : await startStack();
afterAll(() => stack?.stop());

const DOCKERFILE = `FROM scratch AS build
COPY busybox /bin/busybox
COPY --from=go . /usr/local/go
RUN ["/bin/busybox", "mkdir", "-p", "/tmp", "/root"]
WORKDIR /src
COPY go.mod main.go ./
ENV HOME=/root CGO_ENABLED=0 PATH=/usr/local/go/bin:/bin
RUN --network=none --mount=type=cache,target=/root/.cache/go-build ["/usr/local/go/bin/go", "build", "-v", "-o", "/app", "."]
FROM scratch
COPY --from=build /app /app
CMD ["/app"]
`;

const mainThatSays = (text: string) =>
  `package main\nimport ("fmt"; "net/http")\nfunc main() { fmt.Println("${text}", http.StatusOK) }\n`;

/** With -v, go names each package that it compiles. */
const compiled = (log: string) => log.split("\n").filter((line) => /^build \d+\/\d+ \| \S+$/.test(line)).length;

describe.skipIf(!stack?.engine || !stack.registries || !stack.busybox)("a Go build", () => {
  test("on a new runner compiles only what changed", async () => {
    const scenario = await ImageScenario.start(stack!);
    try {
      const images = `${stack!.registries!.plain.host}/go/app`;
      const inputs = { images, "cache-mounts": "auto", "build-contexts": `go=${goroot}` };
      scenario.repository.commit({ Dockerfile: DOCKERFILE, "go.mod": "module x\n", "main.go": mainThatSays("one") });
      const first = await scenario.build(inputs);
      expect(first.outcome, first.log).toBe("success");
      expect(compiled(first.log)).toBeGreaterThan(100);
      scenario.docker("buildx", "prune", "--all", "--force");
      scenario.repository.commit({ "main.go": mainThatSays("two") });
      const second = await scenario.build(inputs);
      expect(second.outcome, second.log).toBe("success");
      expect(compiled(second.log)).toBe(1);
      expect(scenario.docker("run", "--rm", `${images}:main`)).toBe("two 200");
    } finally {
      await scenario.close();
    }
  });
});
