import { rowOf } from "../../../model/text/index.ts";
import { unreadableText } from "../../account/templates.ts";
import { counted } from "../../output/phrases.ts";
import type { AccountStatus } from "./read-status.ts";

/** Something that needs attention: what it is about, why, and what to do. */
interface Concern {
  /** `order_shipped`, with the language as `part`; a phone number; empty if `why` names it. */
  subject: string;
  part?: string;
  why: string;
}

/** What to do about a connection in use, by its status. */
const CONNECTION_ADVICE: Readonly<Record<string, (id: string) => string>> = {
  PENDING: (id) => `complete it: \`mycobot connections open ${id}\``,
  FAILED: () => "create a new one: `mycobot connections create`",
};

function concernsOf(status: AccountStatus): Concern[] {
  const { templates, unreadable, phones, connections, connection, vanishedConnections } = status;
  const used = connections.find((each) => each.connection_id === connection);
  const advice = used === undefined ? undefined : rowOf(CONNECTION_ADVICE, used.status)?.(connection);
  return [
    ...templates.flatMap(({ name, language, attention }) =>
      attention.map((why) => ({ subject: name, part: language, why })),
    ),
    ...unreadable.map((each) => ({ subject: "", why: unreadableText(each) })),
    ...phones.flatMap(({ phone, attention }) => attention.map((why) => ({ subject: phone, why }))),
    ...(used === undefined || used.status === "ACTIVE"
      ? []
      : [{ subject: `connection ${connection}`, why: [used.status, advice].filter(Boolean).join(": ") }]),
    ...vanishedConnections.map(({ key, id }) => ({
      subject: `connection ${key} (${id})`,
      why: `vanished: it is in Pulumi's state, but the key has no such connection. Check MATON_API_KEY; if the connection was deleted, run \`MYCOBOT_ACCEPT_LOSS=connection:${id} pulumi up --refresh\``,
    })),
  ];
}

function subjectText({ subject, part }: Concern): string {
  return part === undefined ? subject : `${subject} ${part}`;
}

/** What needs attention, and why: one line each. */
export function attentionLines(status: AccountStatus): string[] {
  return concernsOf(status).map((concern) =>
    concern.subject === "" ? concern.why : `${subjectText(concern)}: ${concern.why}`,
  );
}

/** The same, one line for each cause. */
export function groupedAttention(status: AccountStatus): string[] {
  const byCause = new Map<string, Concern[]>();
  for (const concern of concernsOf(status)) {
    const same = byCause.get(concern.why);
    if (same === undefined) byCause.set(concern.why, [concern]);
    else same.push(concern);
  }
  return [...byCause].map(([why, concerns]) =>
    concerns.every(({ subject }) => subject === "") ? why : `${subjectsText(concerns)}: ${why}`,
  );
}

const MAX_SUBJECTS = 4;

/** `order_shipped en_US, es_MX, welcome en and 3 more` */
function subjectsText(concerns: readonly Concern[]): string {
  const shown = concerns.length > MAX_SUBJECTS ? concerns.slice(0, MAX_SUBJECTS - 1) : concerns;
  const texts = shown.map((concern, index) => {
    const isSame = concern.part !== undefined && concern.subject === shown[index - 1]?.subject;
    return isSame ? (concern.part ?? "") : subjectText(concern);
  });
  const more = concerns.length - shown.length;
  return `${texts.join(", ")}${more === 0 ? "" : ` and ${counted(more, "other")}`}`;
}
