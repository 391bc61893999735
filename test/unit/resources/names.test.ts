import { describe, expect, it } from "vitest";
import { namesOfTemplates } from "../../../src/resources/declared-resources.ts";
import type { Stack, TemplateDeclaration } from "../../../src/stack/index.ts";

function declared(logicalName: string, name: string, language = "en_US"): TemplateDeclaration {
  return {
    key: logicalName.split("/")[0] ?? "",
    previous: false,
    logicalName,
    body: { name, language, category: "UTILITY" },
    onRemove: "delete",
    adopt: "matching",
    protect: false,
  };
}

function namesOf(...templates: TemplateDeclaration[]) {
  return [...namesOfTemplates({ templates } as Pick<Stack, "templates"> as Stack).values()].map(({ name, aliases }) => [
    name,
    aliases.map((alias) => (typeof alias === "object" && "name" in alias ? alias.name : "")),
  ]);
}

describe("the names of the resources", () => {
  it("are the identity in the account; an alias finds what an older state calls by its key", () => {
    expect(namesOf(declared("visit@2/en_US", "dev_visit_v2"))).toEqual([["dev_visit_v2/en_US", ["visit@2/en_US"]]]);
  });

  it("no alias where the name is the key already, or another template has that name now", () => {
    expect(namesOf(declared("a/en_US", "a"), declared("b/en_US", "a2"))).toEqual([
      ["a/en_US", []],
      ["a2/en_US", ["b/en_US"]],
    ]);
    expect(namesOf(declared("a/en_US", "b"), declared("b/en_US", "a"))).toEqual([
      ["b/en_US", []],
      ["a/en_US", []],
    ]);
  });
});
