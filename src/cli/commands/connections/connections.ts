import type { Context } from "../../context.ts";
import { newGroup } from "../../new-command.ts";
import { createCommand } from "./create.ts";
import { deleteCommand } from "./delete.ts";
import { getCommand } from "./get.ts";
import { listCommand } from "./list.ts";
import { openCommand } from "./open.ts";

export function connectionsCommand(context: Context) {
  return newGroup("connections", "list, make, open and delete Maton connections", [
    listCommand(context),
    getCommand(context),
    createCommand(context),
    openCommand(context),
    deleteCommand(context),
  ]);
}
