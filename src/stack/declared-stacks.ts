import { shownFrom } from "./findings.ts";
import { claimingTree } from "./rules/claims.ts";
import { declareAccount, declareConnections } from "./sections/account.ts";
import { child, entriesOf, type SourcePosition } from "./source/located.ts";
import { Sources } from "./source/stack-files.ts";
import { findProjectRoot, stackFiles, stackName } from "./stack-path.ts";
import { languageSources, templateSources } from "./templates/template-sources.ts";
import type { ConnectionDeclaration, Stack } from "./types.ts";

/** A declaration in a stack file. */
export interface DeclaredAt {
  /** The key in the stack file. */
  key: string;
  /** `file:line:column`; the file is relative to the current folder if it is below it. */
  place: string;
}

/** What a file of stacks/ declares, whether or not it is valid. */
export interface DeclaredStack extends Pick<Stack, "name" | "file" | "account"> {
  /** Of `account.connection`. */
  connectionPlace?: string;
  connections: (ConnectionDeclaration & DeclaredAt)[];
  /** `name` is the remote name. Older versions are included. */
  templates: ({ name: string; language: string } & DeclaredAt)[];
  /** The key is the phone number id. */
  profiles: DeclaredAt[];
}

export interface DeclaredStacks {
  stacks: DeclaredStack[];
  /** Files of which all or a part cannot be read. */
  unreadable: { file: string; message: string }[];
}

/**
 * What the stack files of a project declare: names and places, without contents. For commands that only ask whether
 * something is declared: the files are not checked.
 *
 * @param folder in the project
 * @param cwd base of the file names in places
 */
export async function declaredStacks(folder: string, cwd: string): Promise<DeclaredStacks> {
  const root = findProjectRoot(folder);
  const show = shownFrom(cwd);
  const placeOf = ({ file, line, column }: SourcePosition) => `${show(file)}:${line}:${column}`;
  const sources = new Sources();
  const found: DeclaredStacks = { stacks: [], unreadable: [] };
  for (const file of await stackFiles(root)) {
    const { tree, problem } = await claimingTree(file, root, sources);
    if (problem !== undefined) {
      found.unreadable.push({
        file: show(file),
        message: `${placeOf(problem.exact ?? problem.at)}: ${problem.message}`,
      });
    }
    if (tree === undefined) continue;
    const chosen = child(child(tree, "account"), "connection");
    const connections = child(tree, "connections");
    const positions = new Map(entriesOf(connections).map(([key, { keyPosition }]) => [key, keyPosition]));
    const at = (key: string, position: SourcePosition | undefined): DeclaredAt => {
      return { key, place: position === undefined ? show(file) : placeOf(position) };
    };
    found.stacks.push({
      name: stackName(file),
      file,
      account: declareAccount(tree),
      ...(chosen === undefined ? {} : { connectionPlace: placeOf(chosen.position) }),
      connections: declareConnections(tree).map((each) => ({ ...each, ...at(each.key, positions.get(each.key)) })),
      templates: templateSources(tree, [])
        .flatMap(languageSources)
        .map(({ template, language, position }) => {
          return { name: template.remoteName, language, ...at(template.key, position) };
        }),
      profiles: entriesOf(child(tree, "profiles")).map(([phone, { keyPosition }]) => at(phone, keyPosition)),
    });
  }
  return found;
}
