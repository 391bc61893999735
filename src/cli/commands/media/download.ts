import { resolve } from "node:path";
import { MycobotError } from "../../../errors/index.ts";
import type { Context } from "../../context.ts";
import { type CommandDetails, REQUEST_EXIT_CODES } from "../../help/details.ts";
import { fileSize } from "../../output/phrases.ts";
import { showProgress, transferProgress } from "../../output/progress.ts";
import { runRequest } from "../../scope/request.ts";
import { mediaCall, mediaIdCommand } from "./media-id.ts";

const DETAILS: CommandDetails = {
  description:
    "Downloads media to a file and verifies WhatsApp's digest; an incomplete file is removed. WhatsApp requires its own access token, which Maton does not provide: set WHATSAPP_ACCESS_TOKEN. The token is sent to WhatsApp's hosts only; Maton's key is not sent there.",
  output: "One line: the file, its type and size. Progress is shown on stderr if it is a terminal.",
  json: [
    "{ version: 1, media: { id, file, mime_type, file_size, sha256, verified } }",
    "sha256 is hex; verified is false if WhatsApp sent no digest.",
  ],
  exitCodes: {
    0: "written",
    ...REQUEST_EXIT_CODES,
    1: "refused, network failure, or the file cannot be written",
    4: "MATON_API_KEY or WHATSAPP_ACCESS_TOKEN refused or missing",
  },
  examples: [{ run: "mycobot media download 1166846181421424 --out photo.jpg", does: "writes photo.jpg" }],
};

function requireToken(id: string, { io }: Context): void {
  if ((io.env.WHATSAPP_ACCESS_TOKEN ?? "") !== "") return;
  throw new MycobotError(
    "MYCO_ACCESS_TOKEN_MISSING",
    "WHATSAPP_ACCESS_TOKEN is not set: WhatsApp requires its own access token for media, which Maton does not provide.",
    {
      hint: `Set it, or fetch the URL printed by \`mycobot media get ${id}\` with such a token before it expires after 5 minutes.`,
    },
  );
}

/** `mycobot media download ID` */
export default function mediaDownloadCommand(context: Context) {
  return mediaIdCommand(DETAILS)
    .requiredOption("--out <file>", "file to write; an existing file is replaced")
    .action(async (id, options) => {
      requireToken(id, context);
      const file = resolve(context.io.cwd, options.out);
      // An incomplete file is removed before the process ends.
      context.endsItself = true;
      await runRequest(context, options, {
        plan: (scope) => mediaCall(id, options, scope),
        send: (gateway, call) => {
          const onProgress = transferProgress(context, `downloading ${options.out}`);
          return gateway.media.download({ ...call, file, onProgress }).finally(() => showProgress(context, ""));
        },
        show: ({ mimeType, size, sha256, verified }) => {
          if (context.json) {
            const wire = { id, file: options.out, mime_type: mimeType, file_size: size, sha256, verified };
            return context.printJson({ media: wire });
          }
          context.print(`Wrote ${options.out}: ${mimeType}, ${fileSize(size)}.`);
          if (!verified) context.note("note: not verified, because WhatsApp sent no digest.");
        },
      });
    });
}
