import {
  declaredConnections,
  noteUnreadableStacks,
  noteUnreadStates,
  projectStacks,
  refuseDeclared,
  stackConnections,
} from "../../account/declared.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { confirm } from "../../input/confirm.ts";
import { newCommand } from "../../new-command.ts";
import { runRequest } from "../../scope/request.ts";

const DETAILS: CommandDetails = {
  description:
    "Deletes a connection. Everything that uses it stops working; the WhatsApp Business account itself is not affected. A connection that no longer exists counts as deleted. " +
    "A connection that a stack file of the project declares is not deleted: remove it from the file and run `pulumi up`.",
  output: "One line with the id of the deleted connection.",
  json: ['{ version: 1, connection_id, result: "deleted" | "absent" }'],
  exitCodes: {
    0: "deleted, or already absent",
    ...REQUEST_EXIT_CODES,
    6: "not confirmed, or declared in a stack file",
  },
  examples: [{ run: "mycobot connections delete 5c3b… --yes", does: "without confirmation" }],
};

/** `mycobot connections delete ID` */
export default function connectionDeleteCommand(context: Context) {
  return newCommand(DETAILS)
    .argument("<id>", "id of the connection")
    .option("--yes", "do not ask for confirmation")
    .option("--force", "delete it even if a stack file declares it")
    .action(async (connectionId, { yes, force }) => {
      const declared = await projectStacks(context);
      noteUnreadableStacks(declared, context);
      const stacks = await stackConnections(declared, context);
      noteUnreadStates(stacks, context);
      refuseDeclared(declaredConnections(stacks, connectionId), "deleted", force, context);
      if (yes !== true) await confirm(`Delete the connection ${connectionId}?`, context);
      await runRequest(
        context,
        {},
        {
          plan: async ({ signal }) => ({ connectionId, signal }),
          send: (gateway, call) => gateway.connections.delete(call),
          show: (result) => {
            if (context.json) context.printJson({ connection_id: connectionId, result });
            else context.print(`${connectionId}: ${result === "deleted" ? "deleted" : "already deleted"}`);
          },
        },
      );
    });
}
