import type { Context } from "../../context.ts";
import { newGroup } from "../../new-command.ts";
import { getCommand } from "./get.ts";
import { listCommand } from "./list.ts";

export function phoneNumbersCommand(context: Context) {
  return newGroup("phone-numbers", "the account's phone numbers", [listCommand(context), getCommand(context)]);
}
