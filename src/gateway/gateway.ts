import { type Accounts, accountsApi } from "./api/accounts.ts";
import { type BusinessProfiles, businessProfileApi } from "./api/business-profile.ts";
import { type Connections, connectionsApi } from "./api/connections.ts";
import { type Flows, flowsApi } from "./api/flows.ts";
import { type Download, type MediaApi, mediaApi, type SampleDownload } from "./api/media.ts";
import { type Messages, messagesApi } from "./api/messages.ts";
import { type Nodes, nodesApi } from "./api/nodes.ts";
import { withConnection } from "./api/only-active.ts";
import { type PhoneNumbers, phoneNumbersApi } from "./api/phone-numbers.ts";
import { type Templates, templatesApi } from "./api/templates/templates.ts";
import { type Uploads, uploadsApi } from "./api/uploads.ts";
import { type Call, createCall } from "./http/call.ts";
import { caughtRequest, type PlannedRequest, planningCall } from "./http/planned-request.ts";
import { dispatcherFor } from "./http/send-once.ts";
import { createDownload, createSampleDownload } from "./media/download-media.ts";
import { type GatewayOptions, gatewayOptions } from "./options/gateway-options.ts";
import { type Settings, settingsOf } from "./options/settings.ts";

/** The Maton gateway: one typed method per call. */
export interface Gateway {
  readonly connections: Connections;
  readonly messages: Messages;
  readonly media: MediaApi;
  readonly phoneNumbers: PhoneNumbers;
  readonly templates: Templates;
  readonly flows: Flows;
  readonly accounts: Accounts;
  readonly businessProfile: BusinessProfiles;
  readonly uploads: Uploads;
  readonly nodes: Nodes;
  /** Waits for requests in progress, then closes the sockets. */
  close(): Promise<void>;
}

/**
 * A client of the gateway. Opens no connection and requires no key before the first call.
 * @throws MYCO_USAGE, MYCO_INSECURE_URL for invalid options
 */
export function createGateway(options: GatewayOptions = gatewayOptions()): Gateway {
  const settings = settingsOf(options);
  const dispatcher = dispatcherFor(settings);
  const call = createCall(settings, dispatcher);
  const sample = createSampleDownload(settings, dispatcher);
  return { ...apis(call, settings, createDownload(settings, dispatcher), sample), close: () => dispatcher.close() };
}

/**
 * The first request that `work` would send with these options. Sends nothing and requires no key.
 * @throws whatever `work` throws before its first request
 */
export function plannedRequest(
  work: (gateway: Gateway) => Promise<unknown>,
  options: GatewayOptions = gatewayOptions(),
): Promise<PlannedRequest> {
  const settings = settingsOf(options);
  const planning = apis(planningCall(settings), settings, NO_DOWNLOAD, NO_SAMPLE);
  return caughtRequest(work({ ...planning, close: async () => undefined }));
}

/** A planned download ends at the request for the media's URL. */
const NO_DOWNLOAD: Download = () => () => Promise.reject(new TypeError("a planned request downloads nothing"));

const NO_SAMPLE: SampleDownload = () => Promise.reject(new TypeError("a planned request downloads nothing"));

function apis(direct: Call, settings: Settings, download: Download, sample: SampleDownload): Omit<Gateway, "close"> {
  const connections = connectionsApi(direct, settings);
  const call = withConnection(direct, connections, settings.connection);
  return {
    connections,
    messages: messagesApi(call),
    media: mediaApi(call, download, sample),
    phoneNumbers: phoneNumbersApi(call),
    templates: templatesApi(call),
    flows: flowsApi(call),
    accounts: accountsApi(call),
    businessProfile: businessProfileApi(call),
    uploads: uploadsApi(call),
    nodes: nodesApi(call),
  };
}
