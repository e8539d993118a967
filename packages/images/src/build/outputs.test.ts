import { expect, test } from "vitest";
import { type OutputWish, outputWish } from "./outputs.ts";

const NONE: OutputWish = { push: undefined, said: "", byDigest: false, names: [] };

test.each<[readonly string[], Partial<OutputWish>]>([
  [[], {}],
  [["out"], {}],
  [["type=local,dest=out", "type=oci,dest=x.tar", "type=docker", "type=cacheonly"], {}],
  [["type=image"], {}],
  [["type=image,name=acme/x"], {}],
  [["type=image,push=false"], { push: "declined", said: "type=image,push=false" }],
  [["type=registry,push=0"], { push: "declined", said: "type=registry,push=0" }],
  [["type=registry"], { push: "asked", said: "type=registry" }],
  [["type=registry,push=true,name=a"], { push: "asked", said: "type=registry,push=true,name=a", names: ["a"] }],
  [["type=image,push=T"], { push: "asked", said: "type=image,push=T" }],
  [["TYPE=image,PUSH=true"], { push: "asked", said: "TYPE=image,PUSH=true" }],
  [['"type=image","push=true"'], { push: "asked", said: '"type=image","push=true"' }],
  [
    ['type=image,"name=ghcr.io/acme/x:1, acme/y",push=true', "type=registry,name=acme/z"],
    {
      push: "asked",
      said: 'type=image,"name=ghcr.io/acme/x:1, acme/y",push=true',
      names: ["ghcr.io/acme/x:1", "acme/y", "acme/z"],
    },
  ],
  [
    ["type=image,push-by-digest=true,name-canonical=true,push=true"],
    { push: "asked", said: "type=image,push-by-digest=true,name-canonical=true,push=true", byDigest: true },
  ],
  // A canonical name is one in an engine's store.
  [["type=image,name-canonical=true,push=true"], { push: "asked", said: "type=image,name-canonical=true,push=true" }],
  [["type=image,push-by-digest=true"], {}],
  [["type=image,push=false", "type=registry"], { push: "asked", said: "type=registry" }],
  // What cannot be read is named by the plan.
  [["type=image,push=maybe", "type=nope", 'type=image,"push=true', "-"], {}],
])("what %j says about a push", (outputs, wish) => {
  expect(outputWish(outputs)).toEqual({ ...NONE, ...wish });
});
