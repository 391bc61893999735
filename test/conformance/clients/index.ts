import type { ForeignClient } from "../harness/foreign-client.ts";
import { facebookBusiness } from "./facebook-business/client.ts";
import { greatDetail } from "./great-detail/client.ts";
import { heyoo } from "./heyoo/client.ts";
import { kapso, kapsoAtGateway } from "./kapso/client.ts";
import { pywa } from "./pywa/client.ts";
import { restfb } from "./restfb/client.ts";
import { whatsappApiJs } from "./whatsapp-api-js/client.ts";

/** The columns of the conformance matrix, in their order. */
export const CLIENTS: readonly ForeignClient[] = [
  facebookBusiness,
  pywa,
  heyoo,
  kapso,
  kapsoAtGateway,
  whatsappApiJs,
  greatDetail,
  restfb,
];
