import type { ButtonKind } from "../kinds.ts";

/** Sends its label back as a message. A payload, if the sender gives one, comes back with it. */
export const quickReply: ButtonKind<"QUICK_REPLY", { index: number; payload: string }> = {
  type: "QUICK_REPLY",
  max: 10,
  label: { policy: "required" },
  onCards: true,
  send: {
    subTypes: ["quick_reply"],
    fill: {
      key: "payload",
      subType: "quick_reply",
      parameters: ({ payload }) => [{ type: "payload", payload }],
      flag: { kind: "quick_reply", value: (index, payload) => ({ index, payload }) },
    },
  },
};
