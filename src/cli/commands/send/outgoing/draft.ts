import type { OutgoingMessage } from "../../../../gateway/index.ts";
import type { Issue } from "../../../../model/issue.ts";
import type { Target } from "../../../target/target.ts";
import type { LocalMedia } from "../../media/local-media.ts";

/** The media id of a file: of the uploaded one, or what stands for it before. */
export type IdOf = (file: LocalMedia) => string;

/** A message that may need files to be uploaded first. */
export interface Draft {
  files?: readonly LocalMedia[];
  message(idOf: IdOf): OutgoingMessage;
  /** What it becomes by what the target knows: asked for once the draft itself has passed its checks. */
  settled?(target: Target): Promise<SettledDraft>;
}

export interface SettledDraft extends Pick<Draft, "message"> {
  issues: readonly Issue[];
}
