import { GraphError } from "../graph/graph-error.ts";

interface FlowErrorText {
  code: number;
  message: string;
  /** What failed; shown with the errors that WhatsApp explains to the user. */
  title?: string;
  userMessage?: string;
}

const PUBLISHING = "Flow publishing failed";

/** Source: WhatsApp Flows error codes. The title is the one of a recorded 139000; the page has no others. */
const FLOW_ERRORS = {
  nameTaken: { code: 100, message: "Flow name is not unique" },
  unknownClone: { code: 100, message: "Flow with specified ID does not exist" },
  endpointForm: { code: 100, message: "Invalid Endpoint URI" },
  endpointOfClone: { code: 100, message: "Specify Endpoint Uri in Flow JSON" },
  immutable: {
    code: 139001,
    message: "Flow can't be updated",
    title: "Flow updating failed",
    userMessage: "You attempted to update a Flow that has already been published.",
  },
  endpointInJson: {
    code: 139001,
    message: "Specify Endpoint Uri in Flow JSON",
    title: "Flow updating failed",
    userMessage: "For Flow JSON versions below 3.0, set data_channel_uri in the Flow JSON.",
  },
  notDraft: {
    code: 139002,
    message: "Publishing Flow in invalid state",
    title: PUBLISHING,
    userMessage: "You tried to publish a Flow that isn't a draft.",
  },
  invalid: {
    code: 139002,
    message: "Publishing Flow with validation errors",
    title: PUBLISHING,
    userMessage: "You tried to publish a draft Flow that has validation errors.",
  },
  noDataChannel: {
    code: 139002,
    message: "Publishing Flow without data_channel_uri",
    title: PUBLISHING,
    userMessage: 'Set the "data_channel_uri" property before publishing.',
  },
  noEndpoint: {
    code: 139002,
    message: "Publishing without specifying endpoint_uri is forbidden",
    title: PUBLISHING,
    userMessage: "Please set endpoint_uri property for a Flow before publishing.",
  },
  noPhoneNumber: {
    code: 139002,
    message: "No Phone Number connected to WhatsApp Business Account",
    title: PUBLISHING,
    userMessage: "Add a phone number to your WhatsApp Business Account before publishing.",
  },
  unpublished: {
    code: 139003,
    message: "Can't deprecate unpublished flow",
    title: "Flow deprecating failed",
    userMessage: "You attempted to deprecate a Flow that hasn't yet been published.",
  },
  alreadyDeprecated: {
    code: 139003,
    message: "Flow is already deprecated",
    title: "Flow deprecating failed",
    userMessage: "You tried to deprecate a Flow that is already marked as deprecated.",
  },
  published: {
    code: 139004,
    message: "Can't delete published Flow",
    title: "Flow deleting failed",
    userMessage: "After a Flow has been published, it cannot be deleted. Please deprecate instead.",
  },
  noMetrics: { code: 139006, message: "Metrics threshold is not reached" },
} as const satisfies Record<string, FlowErrorText>;

export function flowError(kind: keyof typeof FLOW_ERRORS): GraphError {
  return new GraphError(FLOW_ERRORS[kind]);
}
