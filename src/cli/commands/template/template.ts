import type { Context } from "../../context.ts";
import { newGroup } from "../../new-command.ts";
import { diffCommand } from "./diff.ts";
import { lintCommand } from "./lint.ts";

export function templateCommand(context: Context) {
  return newGroup("template", "check, compare and manage message templates", [
    lintCommand(context),
    diffCommand(context),
  ]);
}
