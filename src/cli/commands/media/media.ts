import type { Context } from "../../context.ts";
import { newGroup } from "../../new-command.ts";
import { deleteCommand } from "./delete.ts";
import { downloadCommand } from "./download.ts";
import { getCommand } from "./get.ts";
import { uploadCommand } from "./upload.ts";

export function mediaCommand(context: Context) {
  return newGroup("media", "upload, look at, download and delete media of messages", [
    uploadCommand(context),
    getCommand(context),
    downloadCommand(context),
    deleteCommand(context),
  ]);
}
