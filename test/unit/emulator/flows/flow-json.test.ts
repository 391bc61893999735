import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../../src/emulator/json.ts";
import { errorsOf, fixture, flowClient } from "./flow-client.ts";

const FOOTER: JsonObject = { type: "Footer", label: "Done", "on-click-action": { name: "complete", payload: {} } };

function screen(id: Json, changes: JsonObject = {}, ...children: Json[]): JsonObject {
  return { id, title: "T", layout: { type: "SingleColumnLayout", children: [...children, FOOTER] }, ...changes };
}

function last(id: Json = "DONE", changes: JsonObject = {}): JsonObject {
  return screen(id, { terminal: true, ...changes });
}

function leadsTo(name: string): JsonObject {
  return {
    type: "EmbeddedLink",
    text: "more",
    "on-click-action": { name: "navigate", next: { type: "screen", name }, payload: {} },
  };
}

const EXCHANGE: JsonObject = {
  type: "EmbeddedLink",
  text: "more",
  "on-click-action": { name: "data_exchange", payload: {} },
};

function flow(screens: Json, changes: JsonObject = {}): JsonObject {
  return { version: "7.0", screens, ...changes };
}

const BARE = { type: "SingleColumnLayout", children: [{ type: "TextBody", text: "Bye" }] };

describe("the validation of flow JSON", () => {
  it.each<{ what: string; json: Json | string; errors: [string, string, RegExp][] }>([
    { what: "a valid flow", json: flow([last()]), errors: [] },
    { what: "a flow with a footer in a branch", json: flow([last("A", { layout: branches() })]), errors: [] },
    { what: "text that is no JSON", json: '{"version":', errors: [["INVALID_FLOW_JSON", "", /not valid/]] },
    { what: "a list", json: [], errors: [["INVALID_FLOW_JSON", "", /not valid/]] },
    {
      what: "no version",
      json: { screens: [last()] },
      errors: [["MISSING_FLOW_JSON_VERSION", "", /is not specified/]],
    },
    {
      what: "a year for a version",
      json: flow([last()], { version: "2024.0" }),
      errors: [["INVALID_FLOW_JSON_VERSION", "version", /Invalid/]],
    },
    {
      what: "another property",
      json: flow([last()], { myNewProp: "hello" }),
      errors: [["INVALID_PROPERTY_KEY", "myNewProp", /'myNewProp' cannot be specified/]],
    },
    {
      what: "no screens",
      json: { version: "7.0" },
      errors: [["MISSING_REQUIRED_PROPERTY", "", /'screens' is missing/]],
    },
    { what: "an empty list of screens", json: flow([]), errors: [["MIN_ITEMS_REQUIRED", "screens", /at least '1'/]] },
    {
      what: "screens that are none",
      json: flow({ id: "A" }),
      errors: [["INVALID_PROPERTY_TYPE", "screens", /of type 'array' but found 'object'/]],
    },
    {
      what: "a screen without an id",
      json: flow([last(), { title: "T", layout: BARE }]),
      errors: [["MISSING_REQUIRED_PROPERTY", "screens[1]", /'id' is missing/]],
    },
    {
      what: "an id with a digit",
      json: flow([last("FIRST_1")]),
      errors: [["PATTERN_MISMATCH", "screens[0].id", /only consist of alphabets and underscores/]],
    },
    {
      what: "an empty id",
      json: flow([last(), last("")]),
      errors: [["MIN_CHARS_REQUIRED", "screens[1].id", /'id' should have at least '1'/]],
    },
    {
      what: "the reserved id",
      json: flow([last("SUCCESS")]),
      errors: [["SCREEN_ID_IS_RESERVED_KEYWORD", "screens[0].id", /reserved keyword/]],
    },
    {
      what: "the same id twice",
      json: flow([last("A"), last("A")]),
      errors: [["DUPLICATE_SCREEN_IDS", "screens[1].id", /Duplicate screen id found: A\./]],
    },
    {
      what: "another layout",
      json: flow([last("A", { layout: { type: "Grid", children: [FOOTER] } })]),
      errors: [["INVALID_PROPERTY_VALUE", "screens[0].layout.type", /'type'/]],
    },
    {
      what: "no terminal screen",
      json: flow([screen("A")]),
      errors: [["MISSING_TERMINAL_SCREEN", "screens", /Terminal screen is required but not provided\./]],
    },
    {
      what: "a terminal screen without a footer",
      json: flow([last("A", { layout: BARE })]),
      errors: [["MISSING_FOOTER_ON_TERMINAL_SCREEN", "screens[0].id", /missing on terminal screens: \[A\]/]],
    },
    {
      what: "no successful end",
      json: flow([last("A", { success: false })]),
      errors: [["INVALID_PROPERTY_VALUE", "screens[0].success", /'success' set as true/]],
    },
    {
      what: "a way to an unknown screen",
      json: flow([screen("A", {}, leadsTo("NOWHERE")), last()]),
      errors: [
        [
          "INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME",
          "screens[0].layout.children[0].on-click-action.next.name",
          /Unknown screen ids found: \[NOWHERE\]/,
        ],
      ],
    },
    {
      what: "a way to the same screen",
      json: flow([screen("A", {}, leadsTo("A")), last()]),
      errors: [
        [
          "INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME",
          "screens[0].layout.children[0].on-click-action.next.name",
          /Loop detected at \[A\]/,
        ],
      ],
    },
    {
      what: "an exchange without an endpoint",
      json: flow([last(), screen("A", {}, EXCHANGE)]),
      errors: [
        [
          "MISSING_REQUIRED_PROPERTY",
          "screens[1].layout.children[0].on-click-action",
          /'data_api_version' is required for data_exchange/,
        ],
      ],
    },
    {
      what: "an endpoint without a routing model",
      json: flow([last()], { data_api_version: "3.0" }),
      errors: [["MISSING_REQUIRED_PROPERTY", "data_api_version", /'routing_model' is required/]],
    },
    {
      what: "a route to an unknown screen",
      json: flow([last()], { data_api_version: "3.0", routing_model: { DONE: ["ABC"] } }),
      errors: [["INVALID_ROUTING_MODEL", "routing_model", /Invalid screens found in the routing model: \[ABC\]/]],
    },
    {
      what: "a screen that the routes lack, and an unknown one",
      json: flow([last()], { data_api_version: "3.0", routing_model: { ABC: [] } }),
      errors: [
        ["INVALID_ROUTING_MODEL", "routing_model", /Invalid screens .*\[ABC\]/],
        ["INVALID_ROUTING_MODEL", "routing_model", /missing in the routing model: \[DONE\]/],
      ],
    },
    {
      what: "a way back",
      json: flow([screen("A"), last()], {
        data_api_version: "3.0",
        routing_model: { A: ["DONE"], DONE: ["A"] },
      }),
      errors: [["INVALID_ROUTING_MODEL", "routing_model", /Backward route \[DONE->A\] corresponding to forward route/]],
    },
  ])("reports $what", async ({ json, errors }) => {
    const { created, upload } = await flowClient();
    const id = await created({ name: "booking" });
    const answer = await upload(id, typeof json === "string" ? json : JSON.stringify(json));
    expect(answer.status).toBe(200);
    expect(answer.json.success).toBe(true);
    expect(
      errorsOf(answer).map(({ error, message, pointers }) => [
        error,
        // every error has a pointer
        (pointers as { path: string }[])[0]?.path,
        message,
      ]),
    ).toEqual(errors.map(([error, path, message]) => [error, path, expect.stringMatching(message)]));
  });

  it("points at lines and columns, as WhatsApp does", async () => {
    const recorded = JSON.parse(await fixture("upload-flow-json-asset.json"));
    const text = JSON.stringify(flow([last()], { "initial-text": "a" }), null, 2);
    const { created, upload } = await flowClient();
    const [error] = errorsOf(await upload(await created({ name: "booking" }), text));
    expect(Object.keys(error ?? {})).toEqual(expect.arrayContaining(Object.keys(recorded.validation_errors[0])));
    const line = text.split("\n").findIndex((one) => one.includes('"initial-text"')) + 1;
    const width = '"initial-text"'.length;
    const [expected] = recorded.validation_errors;
    expect(expected.column_end - expected.column_start + 1).toBe(width);
    expect(error).toMatchObject({ line_start: line, line_end: line, column_start: 3, column_end: 3 + width - 1 });
  });
});

function branches(): JsonObject {
  return {
    type: "SingleColumnLayout",
    children: [{ type: "Switch", value: "a", cases: { a: [FOOTER] } }],
  };
}
