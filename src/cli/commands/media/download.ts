import { resolve } from "node:path";
import { MycobotError } from "../../../errors/index.ts";
import type { Context } from "../../context.ts";
import type { CommandDetails } from "../../help/details.ts";
import { REQUEST_EXIT_CODES } from "../../help/exit-codes.ts";
import { mediaIdCommand } from "./media-call.ts";

const DETAILS: CommandDetails = {
  summary: "fetch media into a file",
  description:
    "Fetches media into a file: whole and with WhatsApp's digest, or not at all. WhatsApp gives the bytes for its own token only, which Maton does not hand out: put one into WHATSAPP_ACCESS_TOKEN. It goes to WhatsApp's hosts, Maton's key does not.",
  output: "One line: the file, its type and size. Progress stands on stderr, on a terminal.",
  json: [
    "{ version: 1, media: { id, file, mime_type, file_size, sha256, verified } }",
    "sha256 is hex; verified is false where WhatsApp named no digest.",
  ],
  exitCodes: {
    0: "written",
    ...REQUEST_EXIT_CODES,
    1: "refused or not reached, or the file cannot be written",
    4: "MATON_API_KEY or WHATSAPP_ACCESS_TOKEN refused or missing",
  },
  examples: [{ run: "mycobot media download 1166846181421424 --out photo.jpg", does: "writes photo.jpg" }],
};

function requireToken(id: string, { io }: Context): void {
  if ((io.env.WHATSAPP_ACCESS_TOKEN ?? "") !== "") return;
  throw new MycobotError(
    "MYCO_ACCESS_TOKEN_MISSING",
    "WhatsApp gives the bytes of media only for its own token, which Maton does not hand out, and WHATSAPP_ACCESS_TOKEN is not set.",
    {
      hint: `Set it; or fetch the URL that \`mycobot media get ${id}\` prints with such a token elsewhere, before it expires after 5 minutes.`,
    },
  );
}

/** `mycobot media download ID` */
export function downloadCommand(context: Context) {
  return mediaIdCommand("download", DETAILS)
    .requiredOption("--out <file>", "where to write; a file that is there is replaced")
    .action(async (id, options) => {
      requireToken(id, context);
      const { withTarget } = await import("../../target/target.ts");
      const { mediaCall } = await import("./media-call.ts");
      const { fileSize } = await import("../../output/file-size.ts");
      const { showProgress, transferProgress } = await import("../../output/progress.ts");
      const file = resolve(context.io.cwd, options.out);
      // What is half written is taken away before the process ends.
      context.endsItself = true;
      const media = await withTarget(context, options, async (target) => {
        const call = await mediaCall(id, options, target);
        const onProgress = transferProgress(context, `downloading ${options.out}`);
        return target.gateway.media.download({ ...call, file, onProgress }).finally(() => showProgress(context, ""));
      });
      const { mimeType, size, sha256, verified } = media;
      if (context.json) {
        const wire = { id, file: options.out, mime_type: mimeType, file_size: size, sha256, verified };
        return context.printJson({ media: wire });
      }
      context.print(`${options.out} is written: ${mimeType}, ${fileSize(size)}.`);
      if (!verified) context.note("note: WhatsApp named no digest to compare it with.");
    });
}
