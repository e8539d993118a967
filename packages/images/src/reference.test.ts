import { UserError } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../reading/testing/depth.ts";
import { parseImageName, parseReference, printReference } from "./reference.ts";

const HEX = "0123456789abcdef".repeat(4);
const SHA256 = `sha256:${HEX}`;
const SHA512 = `sha512:${HEX}${HEX}`;

describe("references are normalised as Docker does it", () => {
  test.each([
    ["alpine", "docker.io/library/alpine", "alpine"],
    ["alpine:3.20", "docker.io/library/alpine:3.20", "alpine:3.20"],
    ["acme/app", "docker.io/acme/app", "acme/app"],
    ["docker.io/alpine", "docker.io/library/alpine", "alpine"],
    ["docker.io/library/alpine", "docker.io/library/alpine", "alpine"],
    ["index.docker.io/acme/app:1", "docker.io/acme/app:1", "acme/app:1"],
    ["library/a/b", "docker.io/library/a/b", "library/a/b"],
    ["ghcr.io/acme/app", "ghcr.io/acme/app", "ghcr.io/acme/app"],
    ["GHCR.io/acme/app", "ghcr.io/acme/app", "ghcr.io/acme/app"],
    ["localhost/app", "localhost/app", "localhost/app"],
    ["localhost:5000/app:1.2", "localhost:5000/app:1.2", "localhost:5000/app:1.2"],
    ["host:5000/app", "host:5000/app", "host:5000/app"],
    ["127.0.0.1:5057/ab", "127.0.0.1:5057/ab", "127.0.0.1:5057/ab"],
    ["[::1]:5000/app:x", "[::1]:5000/app:x", "[::1]:5000/app:x"],
    ["[2001:db8:0:0:0:0:0:1]/app", "[2001:db8:0:0:0:0:0:1]/app", "[2001:db8:0:0:0:0:0:1]/app"],
    ["xn--n3h.com/myimage:xn--n3h", "xn--n3h.com/myimage:xn--n3h", "xn--n3h.com/myimage:xn--n3h"],
    ["a/b__c--d.e_f", "docker.io/a/b__c--d.e_f", "a/b__c--d.e_f"],
    ["node.js", "docker.io/library/node.js", "node.js"],
    [`acme/app@${SHA256}`, `docker.io/acme/app@${SHA256}`, `acme/app@${SHA256}`],
    [`acme/app:1@${SHA512}`, `docker.io/acme/app:1@${SHA512}`, `acme/app:1@${SHA512}`],
    [`r.example.com/${"a".repeat(255)}`, `r.example.com/${"a".repeat(255)}`, `r.example.com/${"a".repeat(255)}`],
    [`a/b:${"t".repeat(128)}`, `docker.io/a/b:${"t".repeat(128)}`, `a/b:${"t".repeat(128)}`],
    ["a/b:_x", "docker.io/a/b:_x", "a/b:_x"],
  ])("%s", (text, complete, familiar) => {
    const reference = parseReference(text);
    expect(printReference(reference)).toBe(complete);
    expect(parseReference(complete)).toEqual(reference);
    expect(parseReference(familiar)).toEqual(reference);
  });
});

describe("what is wrong is named, with what to write", () => {
  test.each([
    ["", "it is empty; write registry/owner/name, such as ghcr.io/acme/app"],
    ["https://ghcr.io/acme/app", 'it begins with "https://"; write "ghcr.io/acme/app"'],
    ["HTTP://x/y", 'it begins with "HTTP://"; write "x/y"'],
    ["acme/ app", "it holds white space; write one reference without spaces"],
    ["/acme/app", 'it begins with a slash; write "acme/app"'],
    ["acme/app//", 'it ends with a slash; write "acme/app"'],
    ["acme//app", 'the repository "acme//app" has an empty part; write names between single slashes'],
    ["Acme/App", '"Acme" in "Acme/App" has upper-case letters; write "acme/app"'],
    ["acme/App", '"App" in "acme/App" has upper-case letters; write "acme/app"'],
    ["acme/app_", '"app_" in "acme/app_" ends with "_"; end with a letter or a digit'],
    ["acme/-app", '"-app" in "acme/-app" begins with "-"; begin with a letter or a digit'],
    ["acme/.app", '"acme/.app" begins with "."'],
    ["acme/a..b", 'has ".." between two letters or digits'],
    ["acme/a___b", 'has "___" between two letters or digits'],
    ["acme/a-_b", 'has "-_" between two letters or digits'],
    ["acme/a._b", 'has "._" between two letters or digits'],
    ["acme/a$b", 'holds "$"'],
    ["acme/ä", 'holds "\u00e4"'],
    ["acme/app:", "the tag is empty; write a name, such as 1.2.3"],
    ["acme/app:-x", 'the tag "-x" begins with "-"; a tag begins with a letter, a digit or "_"'],
    ["acme/app:.x", 'the tag ".x" begins with "."'],
    ["acme/app:a/b", '"app:a" in "acme/app:a/b" holds ":"'],
    ["acme/app:a+b", 'the tag "a+b" holds "+"'],
    [`acme/app:${"x".repeat(129)}`, "has 129 characters; a tag has at most 128"],
    [`ghcr.io/${"a".repeat(256)}`, "has 256 characters; it may have at most 255"],
    ["acme/app@", "must begin with sha256: or sha512:"],
    ["acme/app@md5:abc", "must begin with sha256: or sha512:"],
    ["acme/app@sha256:abc", "has 3 digits after sha256:; it must have 64"],
    [`acme/app@${SHA256.toUpperCase()}`, "must begin with sha256: or sha512:"],
    [`acme/app@sha256:${HEX.toUpperCase()}`, "may hold only the digits 0-9 and a-f, in lower case"],
    [HEX, "it is the ID of an image"],
    ["ghcr.io", '"ghcr.io" is a registry without a repository; write "ghcr.io/owner/name"'],
    ["localhost", "is a registry without a repository"],
    ["123456789012.dkr.ecr.eu-west-1.amazonaws.com", "is a registry without a repository"],
    ["host:/app", "has no valid port"],
    ["host:99999/app", "a port is a number from 1 to 65535"],
    ["host:0/app", "a port is a number from 1 to 65535"],
    ["-host.com/app", 'has the part "-host"'],
    ["a..b/app", "has an empty part"],
    ["ho_st.com/app", 'has the part "ho_st"'],
    ["[::1/app", "the registry"],
    ["[1::2::3]/app", "is not a valid IPv6 address"],
    ["[fe80::1%25eth0]/app", "is not a valid IPv6 address"],
    ["[1:2:3]/app", "is not a valid IPv6 address"],
    ["x".repeat(2000), "it has 2000 characters"],
    ["a\u0000b", 'holds "\\u0000"'],
  ])("%j", (text, message) => {
    expect(() => parseReference(text)).toThrow(message);
    expect(() => parseReference(text)).toThrow(UserError);
  });

  test.each([
    ["acme/app:1.0", 'it has the tag "1.0"; write "acme/app" here, and the tag in `tags`'],
    ["localhost:5000", '"localhost:5000" is a registry without a repository; write "localhost:5000/owner/name"'],
    ["registry:5000", 'it has the tag "5000"; write "registry" here'],
    [`acme/app@${SHA256}`, 'it has a digest; write "acme/app" here'],
    ["acme/app/", "it ends with a slash"],
  ])("as an image name: %j", (text, message) => {
    expect(() => parseImageName(text)).toThrow(message);
  });
});

test("any text is a reference that reads the same again, or a named error", () => {
  const character = fc.constantFrom(..."aB0._-:/@[]% \n\u00e4");
  const text = fc.oneof(
    fc.string({ unit: character, maxLength: 40 }),
    fc.string({ maxLength: 40 }),
    fc.string({ unit: fc.constantFrom("a", ".", "_", "-"), minLength: 1000, maxLength: 3000 }),
  );
  fc.assert(
    fc.property(text, (value) => {
      try {
        const reference = parseReference(value);
        expect(parseReference(printReference(reference))).toEqual(reference);
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }),
    runs(5000),
  );
});
