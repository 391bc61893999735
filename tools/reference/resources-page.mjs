import ts from "typescript";
import { code, page, table } from "./markdown.mjs";

const commentOf = (node) => {
  const [last] = (node.jsDoc ?? []).slice(-1);
  return last === undefined ? "" : (ts.getTextOfJSDocComment(last.comment) ?? "").replace(/\{@link (\w+)\}/g, "`$1`");
};

/** `pulumi.Input<string>` is an input of type `string`. */
const typeOf = (node, source) =>
  node.type
    .getText(source)
    .replace(/pulumi\.(Input|Output)<(.*)>$/, "$2")
    .replaceAll("pulumi.Input<", "")
    .replace(/>\[\]/g, "[]");

const memberRows = (members, source) =>
  members.map((member) => [
    code(member.name.getText(source)),
    code(typeOf(member, source)),
    member.questionToken ? "" : "yes",
    commentOf(member),
  ]);

const outputsOf = (declaration) =>
  declaration.members.filter(
    (member) =>
      ts.isPropertyDeclaration(member) && member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword),
  );

/** The section of one resource, from its source: the interface `XArgs` and the class `X`. */
function resourceParts(given) {
  const source = ts.createSourceFile(`${given.name}.ts`, given.text, ts.ScriptTarget.Latest, true);
  const named = (test, name) => source.statements.find((each) => test(each) && each.name?.text === name);
  const args = named(ts.isInterfaceDeclaration, `${given.name}Args`);
  const outputs = outputsOf(named(ts.isClassDeclaration, given.name));
  return [
    `## ${given.name}`,
    commentOf(args),
    "**Inputs**",
    table(["name", "type", "required", "meaning"], memberRows(args.members, source)),
    "**Outputs**, in addition to the inputs",
    table(
      ["name", "type", "meaning"],
      memberRows(outputs, source).map(([name, type, , meaning]) => [name, type, meaning]),
    ),
  ];
}

/** docs/reference/resources.md. `resources` is a list of `{name, text}`: class name and source text. */
export const resourcesPage = (resources) =>
  page("Resources", [
    "Pulumi resources of the package `pulumi-mycobot`, for use in your own programs. [`MessagingStack`](../../examples/library) declares the same resources from a stack file. " +
      "Their Pulumi types are `pulumi-nodejs:dynamic/mycobot:NAME`.",
    ...resources.flatMap(resourceParts),
  ]);
