import { UserErrors } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Host } from "./host.ts";
import { shownAddress } from "./host-address.ts";
import { MAX_HOSTS, MAX_JUMPS, parseHosts, parseJumps } from "./parse-hosts.ts";

const DEFAULTS = { user: "deploy", port: 22, jumps: [] };
const short = ({ name, user, address, port, jumps }: Host) =>
  `${name}=${user}@${address}:${port}${jumps.map((jump) => ` via ${jump.user}@${jump.address}:${jump.port}`).join("")}`;

function problemsOf(read: () => unknown): readonly string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof UserErrors) return error.problems;
    throw error;
  }
  return [];
}

describe("hosts", () => {
  test.each<[string, readonly string[]]>([
    ["web-1.example.com", ["web-1.example.com=deploy@web-1.example.com:22"]],
    ["Web-1.Example.com.", ["web-1.example.com.=deploy@web-1.example.com.:22"]],
    ["root@10.0.0.1:2222", ["10.0.0.1:2222=root@10.0.0.1:2222"]],
    ["ssh://root@10.0.0.1:2222/", ["10.0.0.1:2222=root@10.0.0.1:2222"]],
    ["2001:DB8:0:0::1", ["2001:db8::1=deploy@2001:db8::1:22"]],
    ["[2001:db8::1]:2222", ["[2001:db8::1]:2222=deploy@2001:db8::1:2222"]],
    ["root@[::1]", ["::1=root@::1:22"]],
    ["user@corp.example.com@web-1", ["web-1=user@corp.example.com@web-1:22"]],
    ["db_1", ["db_1=deploy@db_1:22"]],
    ["a, b:23,\tc", ["a=deploy@a:22", "b:23=deploy@b:23", "c=deploy@c:22"]],
    ["10.0.0.1 name=web-1", ["web-1=deploy@10.0.0.1:22"]],
    ["a user=root port=2200", ["a:2200=root@a:2200"]],
    ["a:23 port=2200", ["a:23=deploy@a:23"]],
    ["a jump=ops@bastion:2222,[::1]:23", ["a=deploy@a:22 via ops@bastion:2222 via deploy@::1:23"]],
    ["a port=2200 jump=bastion", ["a:2200=deploy@a:2200 via deploy@bastion:22"]],
    ["127.0.0.1", ["127.0.0.1=deploy@127.0.0.1:22"]],
  ])("%s", (line, hosts) => {
    expect(parseHosts([line], DEFAULTS).map(short)).toEqual(hosts);
  });

  test("aliases count, and lines without jump hosts take the default ones", () => {
    const jumps = parseJumps(["ops@bastion"], DEFAULTS);
    const hosts = parseHosts(["a", "b jump=none", "c jump=d"], { ...DEFAULTS, jumps });
    expect(hosts.map(({ alias }) => alias)).toEqual(["host-1", "host-2", "host-3"]);
    expect(hosts.map((host) => host.jumps.map(shownAddress))).toEqual([["bastion"], [], ["d"]]);
  });

  test("one address behind two jump hosts is two hosts", () => {
    const lines = ["10.0.0.1 name=a jump=j1", "10.0.0.1 name=b jump=j2"];
    expect(parseHosts(lines, DEFAULTS)).toHaveLength(2);
  });

  test.each<[string, string]>([
    ["-oProxyCommand=x", 'a host that begins with "-"'],
    ["-l@host", 'a user that begins with "-"'],
    ["root@-oProxyCommand=x", 'a host that begins with "-"'],
    ["a;id", '";" in its host'],
    ["$(id)", '"$" in its host'],
    ["`id`", '"`" in its host'],
    ["a'b", '"\'" in its host'],
    ["%h", '"%" in its host'],
    ["a$HOME", '"$" in its host'],
    ["a\u0000b", '"\\u0000" in its host'],
    ["a\u001bb", '"\\u001b" in its host'],
    ["a\\b@c", '"\\\\" in its user'],
    ["%r@c", '"%" in its user'],
    ["a\u202eb@c", "in its user"],
    ["münchen.example", "ASCII form"],
    ["root:secret@a", "followed by a password"],
    ["${{ secrets.HOST }}", "which nothing has replaced by a value"],
    ["{{host}}", "which nothing has replaced by a value"],
    ["$" + "{HOST}", "which nothing has replaced by a value"],
    ["https://a.example.com", "is an address for https"],
    ["a:0", 'the port "0"'],
    ["a:65536", 'the port "65536"'],
    ["a:", 'the port ""'],
    ["a:2x", 'the port "2x"'],
    ["a:/srv/app", "folders on the host are the input `path`"],
    ["a:~/app", "folders on the host are the input `path`"],
    ["a port=99999", 'the port "99999"'],
    ["@a", "has no user"],
    ["root@", "has no host"],
    ["[::1", "a bracket without its other half"],
    ["[a]:22", "brackets around what is not IPv6"],
    ["::1::2", "is not IPv6"],
    ["fe80::1%eth0", "has a zone"],
    ["10.0.0.256", "looks like IPv4 and is not"],
    ["010.0.0.1", "looks like IPv4 and is not"],
    ["10.1", "looks like IPv4 and is not"],
    ["0x7f.0x1", "looks like IPv4 and is not"],
    ["1", "looks like IPv4 and is not"],
    ["10.0.0.1.", "looks like IPv4 and is not"],
    ["a..b", "is no DNS name"],
    [".a", "is no DNS name"],
    [`${"a".repeat(64)}.b`, "is no DNS name"],
    [`${"a.".repeat(126)}ab`, "is no DNS name"],
    [`${"u".repeat(105)}@a`, "more than 104 characters"],
    ["a b", "other hosts on lines of their own"],
    ["a nam=b", "write `name=`"],
    ["a name=b name=c", "has `name=` twice"],
    ["a name=", "has `name=` without a value"],
    ["a name=<b>", 'has the name "<b>"'],
    [`a name=${"n".repeat(65)}`, "more than 64 characters"],
    ["a,b name=c", "gives one name to 2 hosts"],
    [",", "has no host"],
    ["a jump=-x", 'a host that begins with "-"'],
    ["a jump=b,b", '"b" is passed through twice'],
  ])("%j is refused", (line, problem) => {
    expect(problemsOf(() => parseHosts([line], DEFAULTS))).toEqual([expect.stringContaining(problem)]);
  });

  test("longest parts", () => {
    const longest = `${`${"a".repeat(63)}.`.repeat(3)}${"b".repeat(61)}`;
    expect(longest).toHaveLength(253);
    expect(
      parseHosts([longest, "a".repeat(63), `${"u".repeat(104)}@c`, `d name=${"n".repeat(64)}`], DEFAULTS),
    ).toHaveLength(4);
  });

  test("every wrong line is named at once", () => {
    expect(problemsOf(() => parseHosts(["-a", "ok", "b;", "ok", "OK:22"], DEFAULTS))).toEqual([
      expect.stringContaining('"-a"'),
      expect.stringContaining('"b;"'),
      '"ok" is there twice',
    ]);
    expect(problemsOf(() => parseHosts([], DEFAULTS))).toEqual([expect.stringContaining("there are no hosts")]);
    expect(problemsOf(() => parseHosts(["a", "b name=A"], DEFAULTS))).toEqual([
      'two hosts are called "A"; tell them apart by `name=`',
    ]);
    expect(problemsOf(() => parseHosts(["a"], { ...DEFAULTS, user: "" }))).toEqual([
      expect.stringContaining("has no user"),
    ]);
  });

  test("limits", () => {
    const hosts = (count: number) => Array.from({ length: count }, (_, index) => `h${index}`);
    expect(parseHosts(hosts(MAX_HOSTS), DEFAULTS)).toHaveLength(MAX_HOSTS);
    expect(problemsOf(() => parseHosts(hosts(MAX_HOSTS + 1), DEFAULTS))).toEqual([
      expect.stringContaining("201 hosts"),
    ]);
    expect(parseJumps(hosts(MAX_JUMPS), DEFAULTS)).toHaveLength(MAX_JUMPS);
    expect(problemsOf(() => parseJumps(hosts(MAX_JUMPS + 1), DEFAULTS))).toEqual([
      expect.stringContaining("5 jump hosts"),
    ]);
  });

  test("whatever is accepted holds nothing that a shell, an option parser or ssh could expand", () => {
    const text = fc.string({ unit: fc.constantFrom(..."ab.-_@:[]%$;'\" \t\u0000{}()`\\~1,0x") });
    fc.assert(
      fc.property(text, (line) => {
        let hosts: readonly Host[];
        try {
          hosts = parseHosts([line], DEFAULTS);
        } catch (error) {
          expect(error).toBeInstanceOf(UserErrors);
          return;
        }
        for (const host of hosts) {
          expect(host.address).toMatch(/^[a-z0-9_:.][a-z0-9_:.-]*$/);
          expect(host.user).toMatch(/^[A-Za-z0-9._@+][A-Za-z0-9._@+-]*$/);
          expect(
            parseHosts([`${host.user}@${host.port === 22 ? host.address : shownAddress(host)}`], DEFAULTS),
          ).toMatchObject([{ address: host.address, port: host.port, user: host.user }]);
        }
      }),
    );
  });
});
