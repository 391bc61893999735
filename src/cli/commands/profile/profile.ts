import type { Context } from "../../context.ts";
import { newGroup } from "../../new-command.ts";
import { getCommand } from "./get.ts";
import { updateCommand } from "./update.ts";

export function profileCommand(context: Context) {
  return newGroup("profile", "the business profile of a phone number", [getCommand(context), updateCommand(context)]);
}
