import type { Context } from "../../context.ts";
import { newGroup } from "../../new-command.ts";
import { createCommand } from "./create.ts";
import { deleteCommand } from "./delete.ts";
import { diffCommand } from "./diff.ts";
import { editCommand } from "./edit.ts";
import { getCommand } from "./get.ts";
import { lintCommand } from "./lint.ts";
import { listCommand } from "./list.ts";

export function templateCommand(context: Context) {
  return newGroup("template", "check, compare and manage message templates", [
    lintCommand(context),
    diffCommand(context),
    listCommand(context),
    getCommand(context),
    createCommand(context),
    editCommand(context),
    deleteCommand(context),
  ]);
}
