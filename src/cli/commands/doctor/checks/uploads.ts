import { EXIT } from "../../../exit-codes.ts";
import { attempt, failed, type GatewayCheck, passed } from "../check.ts";

const NAME = "uploads";

/** Whether resumable uploads work, for samples of media headers and profile pictures. Opens a session and sends no bytes. */
export const uploads: GatewayCheck = {
  name: NAME,
  run: async ({ call }, { gateway, stack }) => {
    if (call === undefined) return [];
    const appId = stack?.account.app ?? "app";
    const probe = { ...call, appId, fileName: "mycobot-doctor.png", mimeType: "image/png", fileLength: 1 };
    const { error } = await attempt(() => gateway.uploads.start(probe));
    if (error === undefined) return [passed(NAME, "a session was opened (no bytes were sent)")];
    return [
      failed(
        NAME,
        EXIT.failure,
        `An upload session was refused: ${error.message}`,
        "Only media headers and profile pictures require uploads. Set account.app in the stack file to the id of a Meta app of which the person who authorized the connection is an administrator, or use handles (4::...) instead of files.",
      ),
    ];
  },
};
