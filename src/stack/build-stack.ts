import { canonicalTemplate } from "../model/template/index.ts";
import { declareAccount, declareConnections, declareSettings } from "./declare/declare-settings.ts";
import type { DeclaredTemplate } from "./declare/declared.ts";
import type { Inspection } from "./inspect.ts";
import type { Stack, StackIssue, StackSettings, TemplateDeclaration } from "./types.ts";

/** The stack that a file without errors declares; undefined for a fragment and for a file with errors. */
export function buildStack(
  { tree, fragment, path, templates, profiles }: Inspection,
  issues: StackIssue[],
): Stack | undefined {
  if (tree === undefined || fragment || issues.some((issue) => issue.severity === "error")) return undefined;
  const settings = declareSettings(tree);
  return {
    name: path.name,
    file: path.file,
    account: declareAccount(tree),
    settings,
    connections: declareConnections(tree),
    profiles,
    templates: templates.map((template) => declaration(template, settings)),
    issues,
  };
}

function declaration(
  { source, logicalName, body, accepted }: DeclaredTemplate,
  settings: StackSettings,
): TemplateDeclaration {
  const { key, version, previous, onRemove = settings.onRemove, protect = settings.protect } = source.template;
  return {
    key,
    ...(version === undefined ? {} : { version }),
    previous,
    logicalName,
    body: canonicalTemplate(body),
    onRemove,
    adopt: settings.adopt,
    protect,
    ...(accepted === undefined ? {} : { accepted }),
  };
}
