import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import type { Command } from "commander";
import type { Context } from "./context.ts";

/** A command builder: the default export of a command's file. */
interface CommandModule {
  default(context: Context): Command | CommandUnknownOpts;
}

/** A command by name. Its file is loaded only if the command line names it, to keep start-up fast. */
export interface CommandEntry {
  name: string;
  /** One line for the help of the level above. */
  summary: string;
  /** Imports its file; absent for a group, which only has subcommands. */
  load?: () => Promise<CommandModule>;
  commands?: readonly CommandEntry[];
}

/** Every command of `mycobot`, in the order of its help. A new command is its file and an entry here. */
export const COMMANDS: readonly CommandEntry[] = [
  { name: "validate", summary: "check stack files", load: () => import("./commands/validate/validate.ts") },
  {
    name: "template",
    summary: "check, compare and manage message templates",
    commands: [
      {
        name: "lint",
        summary: "check bodies of WhatsApp's create call",
        load: () => import("./commands/template/lint.ts"),
      },
      {
        name: "diff",
        summary: "compare a create body with an API response",
        load: () => import("./commands/template/diff.ts"),
      },
      { name: "list", summary: "list the templates of an account", load: () => import("./commands/template/list.ts") },
      {
        name: "get",
        summary: "show a template in one or all languages",
        load: () => import("./commands/template/get.ts"),
      },
      {
        name: "create",
        summary: "create a template from a JSON file",
        load: () => import("./commands/template/create.ts"),
      },
      { name: "edit", summary: "replace the content of a template", load: () => import("./commands/template/edit.ts") },
      {
        name: "delete",
        summary: "delete a template in one or all languages",
        load: () => import("./commands/template/delete.ts"),
      },
    ],
  },
  {
    name: "adopt",
    summary: "write a stack file and an import file for what an account has",
    load: () => import("./commands/adopt/adopt.ts"),
  },
  {
    name: "status",
    summary: "show templates, profiles and connections",
    load: () => import("./commands/status/status.ts"),
  },
  {
    name: "wait",
    summary: "wait for the review of a stack's templates",
    load: () => import("./commands/wait/wait.ts"),
  },
  {
    name: "bump",
    summary: "make a new version of a template in a stack file",
    load: () => import("./commands/versions/bump.ts"),
  },
  {
    name: "retire",
    summary: "take an older version of a template out of a stack file",
    load: () => import("./commands/versions/retire.ts"),
  },
  {
    name: "generate",
    summary: "generate code from a stack file",
    commands: [
      {
        name: "types",
        summary: "generate TypeScript types for senders",
        load: () => import("./commands/generate/types.ts"),
      },
    ],
  },
  { name: "doctor", summary: "diagnose problems and suggest fixes", load: () => import("./commands/doctor/doctor.ts") },
  {
    name: "connections",
    summary: "list, create, open and delete Maton connections",
    commands: [
      {
        name: "list",
        summary: "list the connections of the API key",
        load: () => import("./commands/connections/list.ts"),
      },
      { name: "get", summary: "show a connection", load: () => import("./commands/connections/get.ts") },
      {
        name: "create",
        summary: "create a PENDING connection",
        load: () => import("./commands/connections/create.ts"),
      },
      {
        name: "open",
        summary: "print the URL that completes a connection",
        load: () => import("./commands/connections/open.ts"),
      },
      { name: "delete", summary: "delete a connection", load: () => import("./commands/connections/delete.ts") },
    ],
  },
  {
    name: "send",
    summary: "send a message",
    load: () => import("./commands/send/send.ts"),
    commands: [
      { name: "text", summary: "a text", load: () => import("./commands/send/plain/text.ts") },
      {
        name: "template",
        summary: "a template with its parameters",
        load: () => import("./commands/send/template/template.ts"),
      },
      { name: "image", summary: "an image", load: () => import("./commands/send/media/image.ts") },
      { name: "document", summary: "a document", load: () => import("./commands/send/media/document.ts") },
      { name: "video", summary: "a video", load: () => import("./commands/send/media/video.ts") },
      {
        name: "audio",
        summary: "an audio file or a voice message",
        load: () => import("./commands/send/media/audio.ts"),
      },
      { name: "sticker", summary: "a sticker", load: () => import("./commands/send/media/sticker.ts") },
      { name: "location", summary: "a location on the map", load: () => import("./commands/send/plain/location.ts") },
      {
        name: "contacts",
        summary: "one or more contact cards",
        load: () => import("./commands/send/plain/contacts.ts"),
      },
      {
        name: "buttons",
        summary: "a text with reply buttons",
        load: () => import("./commands/send/interactive/buttons.ts"),
      },
      {
        name: "list",
        summary: "a text with a list of choices",
        load: () => import("./commands/send/interactive/list.ts"),
      },
      {
        name: "cta",
        summary: "a text with a button that opens a link",
        load: () => import("./commands/send/interactive/cta.ts"),
      },
      {
        name: "flow",
        summary: "a text with a button that opens a flow",
        load: () => import("./commands/send/interactive/flow.ts"),
      },
      {
        name: "location-request",
        summary: "ask for the recipient's location",
        load: () => import("./commands/send/interactive/location-request.ts"),
      },
      {
        name: "address",
        summary: "ask for an address (India, Singapore)",
        load: () => import("./commands/send/interactive/address.ts"),
      },
      {
        name: "call-permission",
        summary: "ask for permission to call",
        load: () => import("./commands/send/interactive/call-permission.ts"),
      },
      {
        name: "voice-call",
        summary: "a text with a button that calls the business",
        load: () => import("./commands/send/interactive/voice-call.ts"),
      },
      { name: "product", summary: "a product of a catalog", load: () => import("./commands/send/commerce/product.ts") },
      {
        name: "products",
        summary: "several products of a catalog",
        load: () => import("./commands/send/commerce/products.ts"),
      },
      {
        name: "catalog",
        summary: "a text with a button that opens the catalog",
        load: () => import("./commands/send/commerce/catalog.ts"),
      },
      {
        name: "carousel",
        summary: "a text with a row of cards",
        load: () => import("./commands/send/commerce/carousel.ts"),
      },
      {
        name: "order-details",
        summary: "request payment for an order (Brazil, India, Singapore)",
        load: () => import("./commands/send/commerce/order-details.ts"),
      },
      {
        name: "order-status",
        summary: "the status of an order",
        load: () => import("./commands/send/commerce/order-status.ts"),
      },
      {
        name: "reaction",
        summary: "react to a message with an emoji",
        load: () => import("./commands/send/plain/reaction.ts"),
      },
      { name: "read", summary: "mark a received message as read", load: () => import("./commands/send/plain/read.ts") },
    ],
  },
  {
    name: "media",
    summary: "upload, show, download and delete media of messages",
    commands: [
      { name: "upload", summary: "upload a file for messages", load: () => import("./commands/media/upload.ts") },
      { name: "get", summary: "show the type, size and URL of media", load: () => import("./commands/media/get.ts") },
      { name: "download", summary: "download media to a file", load: () => import("./commands/media/download.ts") },
      { name: "delete", summary: "delete uploaded media", load: () => import("./commands/media/delete.ts") },
    ],
  },
  {
    name: "phone-numbers",
    summary: "show the phone numbers of an account",
    commands: [
      {
        name: "list",
        summary: "list the phone numbers of an account",
        load: () => import("./commands/phone-numbers/list.ts"),
      },
      { name: "get", summary: "show a phone number", load: () => import("./commands/phone-numbers/get.ts") },
    ],
  },
  {
    name: "numbers",
    summary: "find a phone number by its digits",
    commands: [
      {
        name: "resolve",
        summary: "find the account and the phone number id of a number",
        load: () => import("./commands/numbers/resolve.ts"),
      },
    ],
  },
  {
    name: "profile",
    summary: "show and change the business profile of a phone number",
    commands: [
      { name: "get", summary: "show a business profile", load: () => import("./commands/profile/get.ts") },
      {
        name: "update",
        summary: "change fields of a business profile",
        load: () => import("./commands/profile/update.ts"),
      },
    ],
  },
  {
    name: "flow",
    summary: "manage WhatsApp flows",
    commands: [
      { name: "list", summary: "list the flows of an account", load: () => import("./commands/flow/list.ts") },
      { name: "get", summary: "show a flow and its validation errors", load: () => import("./commands/flow/get.ts") },
      { name: "create", summary: "create a flow from flow JSON", load: () => import("./commands/flow/create.ts") },
      { name: "update", summary: "change a draft or its flow JSON", load: () => import("./commands/flow/update.ts") },
      { name: "publish", summary: "publish a draft", load: () => import("./commands/flow/publish.ts") },
      { name: "deprecate", summary: "end a published flow", load: () => import("./commands/flow/deprecate.ts") },
      { name: "delete", summary: "delete a draft", load: () => import("./commands/flow/delete.ts") },
    ],
  },
  {
    name: "emulator",
    summary: "run the gateway as a local server",
    load: () => import("./commands/emulator/emulator.ts"),
  },
  {
    name: "completion",
    summary: "print a script for shell completion",
    load: () => import("./commands/completion/completion.ts"),
  },
];
