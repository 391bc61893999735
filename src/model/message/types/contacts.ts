import type { MessageEnvelope } from "./envelope.ts";

export interface ContactName {
  /** The whole name; at least one of the others has to stand beside it. */
  formatted_name: string;
  first_name?: string;
  last_name?: string;
  middle_name?: string;
  prefix?: string;
  suffix?: string;
}

export interface ContactAddress {
  street?: string;
  city?: string;
  state?: string;
  zip?: string;
  country?: string;
  /** Two letters. */
  country_code?: string;
  /** `HOME`, `WORK`, or any other text. */
  type?: string;
}

export interface Contact {
  name: ContactName;
  addresses?: readonly ContactAddress[];
  /** `YYYY-MM-DD`. */
  birthday?: string;
  emails?: readonly { email?: string; type?: string }[];
  org?: { company?: string; department?: string; title?: string };
  /** With `wa_id` the recipient can open a chat with them. */
  phones?: readonly { phone?: string; type?: string; wa_id?: string }[];
  urls?: readonly { url?: string; type?: string }[];
}

export interface ContactsMessage extends MessageEnvelope {
  type: "contacts";
  contacts: readonly Contact[];
}
