import { afterEach, describe, expect, test } from "vitest";
import { answered, failed, Servers } from "../../testing/probing.ts";
import { ScriptedServer } from "../../testing/scripted-server.ts";
import { SERVICE, SERVICE_AUTHORITY } from "../../testing/service-certificates.ts";

const servers = new Servers();

afterEach(() => servers.close());

describe("a redirect", () => {
  const leadingTo = (locations: Readonly<Record<string, string>>, status = 302) =>
    servers.start(
      ScriptedServer.http((response, { path }) => {
        const location = locations[path];
        if (location === undefined) response.end("here");
        else response.writeHead(status, { location }).end();
      }),
    );

  test("is the answer unless it is to be followed", async () => {
    const server = await leadingTo({ "/": "/next" });
    expect(await answered(server.url())).toMatchObject({ status: 302, redirects: [] });
    const { status, redirects } = await answered(server.url(), { redirect: "same-host" });
    expect([status, redirects]).toEqual([200, [server.url("/next")]]);
  });

  test("five are followed, and no sixth", async () => {
    const server = await leadingTo(Object.fromEntries([..."012345"].map((at) => [`/${at}`, `/${Number(at) + 1}`])));
    expect((await answered(server.url("/1"), { redirect: "follow" })).redirects).toHaveLength(5);
    expect(await failed(server.url("/0"), { redirect: "follow" })).toMatchObject({
      failure: "redirect",
      message: expect.stringContaining("more than 5 redirects"),
    });
    const loop = await leadingTo({ "/": "/" });
    expect((await failed(loop.url(), { redirect: "same-host" })).failure).toBe("redirect");
  });

  test("to another host: only when told, and without what could be a credential", async () => {
    const other = await servers.start(ScriptedServer.http((response) => response.end()));
    const server = await leadingTo({ "/": other.url("/?token=secret", "localhost") });
    const headers = [
      ["Authorization", "Bearer x"],
      ["Cookie", "x"],
      ["X-Api-Key", "x"],
      ["Accept", "text/html"],
    ] as const;
    const url = server.url("/", "me:pw@127.0.0.1");
    expect(await failed(url, { headers, redirect: "same-host" })).toMatchObject({
      failure: "redirect",
      message: `${server.url()} redirects to ${other.url("/?…", "localhost")}, another host, which the check does not follow`,
    });
    const { redirects } = await answered(url, { headers, redirect: "follow" });
    expect(redirects).toEqual([other.url("/?…", "localhost")]);
    expect(server.requests[0]?.headers).toMatchObject({ authorization: "Bearer x", "x-api-key": "x" });
    const { host, accept, ...rest } = other.requests[0]!.headers;
    expect([host, accept, Object.keys(rest)]).toEqual([
      `localhost:${other.port}`,
      "text/html",
      ["user-agent", "connection"],
    ]);
  });

  test("to the metadata service is refused like the address itself", async () => {
    const server = await leadingTo({ "/": "http://[::ffff:a9fe:a9fe]/latest/meta-data" });
    expect((await failed(server.url(), { redirect: "follow" })).failure).toBe("forbidden-address");
  });

  test("of a pinned name stays at the address, also at another port", async () => {
    const other = await servers.start(ScriptedServer.http((response) => response.end(), { address: "127.0.2.1" }));
    const server = await servers.start(
      ScriptedServer.http((response) => response.writeHead(301, { location: other.url("/", "app.example") }).end(), {
        address: "127.0.2.1",
      }),
    );
    const { address } = await answered(server.url("/", "app.example"), { address: "127.0.2.1", redirect: "same-host" });
    expect([address, other.requests.length]).toEqual(["127.0.2.1", 1]);
  });

  test("from https to http is never followed", async () => {
    const server = await servers.start(
      ScriptedServer.http((response) => response.writeHead(301, { location: "http://127.0.0.1/" }).end(), {
        tls: SERVICE.valid,
      }),
    );
    const request = { certificateAuthority: SERVICE_AUTHORITY, redirect: "follow" } as const;
    expect((await failed(server.secureUrl(), request)).message).toContain("from https to http, which is not followed");
  });

  test.each([
    ["javascript:alert(1)", "a redirect to another protocol, javascript:"],
    ["http://[", "a redirect that names no address"],
    ["", ""],
  ])("to %j", async (location, words) => {
    const server = await leadingTo({ "/": location });
    const { failure, message } = await failed(server.url(), { redirect: "follow" });
    expect([failure, message.includes(words)]).toEqual(["redirect", true]);
  });

  test.each<[number, string, string]>([
    [301, "POST", "GET "],
    [302, "POST", "GET "],
    [303, "PUT", "GET "],
    [307, "POST", "POST body"],
    [308, "PUT", "PUT body"],
    [302, "PUT", "PUT body"],
  ])("%i of a %s asks again as %s", async (status, method, expected) => {
    const server = await leadingTo({ "/": "/next" }, status);
    await answered(server.url(), {
      method,
      body: "body",
      headers: [["content-type", "text/plain"]],
      redirect: "follow",
    });
    const next = server.requests[1]!;
    expect([`${next.method} ${next.body}`, next.headers["content-type"]]).toEqual([
      expected,
      expected.endsWith(" ") ? undefined : "text/plain",
    ]);
  });

  test("of a request with a body leads to no other origin", async () => {
    const server = await leadingTo({ "/": "http://other.test/" }, 307);
    const { message } = await failed(server.url(), { method: "POST", body: "secret", redirect: "follow" });
    expect(message).toContain("another origin, which must not get the request's body");
  });

  test("shares the time of the request", async () => {
    let left = 4;
    const server = await servers.start(
      ScriptedServer.http((response) =>
        setTimeout(() => response.writeHead(302, { location: `/${left--}` }).end(), 60),
      ),
    );
    expect((await failed(server.url(), { redirect: "follow", timeout: 150 })).failure).toBe("timeout");
  });
});
