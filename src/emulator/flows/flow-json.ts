import { isMap, isNode, LineCounter, type ParsedNode, parseDocument } from "yaml";
import { isObject, type Json, type JsonObject, listOf, objectOf, textOf } from "../json.ts";

type Path = readonly (string | number)[];

/** A problem of a flow JSON, and the properties that show it. */
interface Problem {
  error: string;
  message: string;
  at: readonly Path[];
  /** The problem is the name of the property, not its value. */
  isKey?: boolean;
}

/** A screen, with what its components lead to. */
interface Screen {
  id: string;
  path: Path;
  isTerminal: boolean;
  isSuccess: boolean;
  hasFooter: boolean;
  navigations: { to: string; path: Path }[];
  exchanges: Path[];
}

const TOP_LEVEL = ["version", "screens", "data_api_version", "data_channel_uri", "routing_model"];
const LAYOUT = "SingleColumnLayout";
const BRANCHES_MAX = 10;
/** The screen after which an endpoint ends a flow. */
const RESERVED_ID = "success";

/** `major.minor`. All released versions from 2.0 on: WhatsApp's own list changes, and is not repeated here. */
const VERSION = /^([2-9]|[1-9]\d)\.\d{1,2}$/;

/** What the flow JSON says about itself; undefined for text that is not a JSON object. */
export function flowJsonFacts(text: string): { version?: string; dataApiVersion?: string; dataChannelUri?: string } {
  const { version, data_api_version: api, data_channel_uri: channel } = objectOf(parsed(text));
  return {
    ...(version === undefined ? {} : { version: String(version) }),
    ...(api === undefined ? {} : { dataApiVersion: String(api) }),
    ...(channel === undefined ? {} : { dataChannelUri: String(channel) }),
  };
}

function parsed(text: string): Json | undefined {
  try {
    // JSON.parse returns any; its result is Json by definition
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

function typeOf(value: Json): string {
  return Array.isArray(value) ? "array" : value === null ? "null" : typeof value;
}

function named(ids: readonly string[]): string {
  return `[${ids.join(", ")}]`;
}

function missing(name: string, at: Path): Problem {
  return { error: "MISSING_REQUIRED_PROPERTY", message: `Required property '${name}' is missing.`, at: [at] };
}

function wrongType(path: Path, expected: string, value: Json): Problem {
  const name = path.at(-1) ?? "";
  return {
    error: "INVALID_PROPERTY_TYPE",
    message: `Expected property '${name}' to be of type '${expected}' but found '${typeOf(value)}'.`,
    at: [path],
  };
}

function versionProblem({ version }: JsonObject): Problem[] {
  if (version === undefined) {
    return [{ error: "MISSING_FLOW_JSON_VERSION", message: "Flow JSON version is not specified.", at: [[]] }];
  }
  return typeof version === "string" && VERSION.test(version)
    ? []
    : [{ error: "INVALID_FLOW_JSON_VERSION", message: "Invalid Flow JSON version.", at: [["version"]] }];
}

function unknownProperties(flow: JsonObject): Problem[] {
  return Object.keys(flow)
    .filter((key) => !TOP_LEVEL.includes(key))
    .map((key) => ({
      error: "INVALID_PROPERTY_KEY",
      message: `Property '${key}' cannot be specified at '$root'.`,
      at: [[key]],
      isKey: true,
    }));
}

function idProblem(id: Json | undefined, path: Path): Problem[] {
  if (id === undefined) return [missing("id", path)];
  const at = [...path, "id"];
  if (typeof id !== "string") return [wrongType(at, "string", id)];
  if (id === "") {
    return [{ error: "MIN_CHARS_REQUIRED", message: "Property 'id' should have at least '1' characters.", at: [at] }];
  }
  if (!/^[A-Za-z_]+$/.test(id)) {
    const message = "Property 'id' should only consist of alphabets and underscores.";
    return [{ error: "PATTERN_MISMATCH", message, at: [at] }];
  }
  if (id.toLowerCase() !== RESERVED_ID) return [];
  const message = `Screen id cannot be '${RESERVED_ID}' since it is a reserved keyword.`;
  return [{ error: "SCREEN_ID_IS_RESERVED_KEYWORD", message, at: [at] }];
}

function layoutProblem(layout: Json | undefined, path: Path): Problem[] {
  if (layout === undefined) return [missing("layout", path)];
  const at = [...path, "layout"];
  if (!isObject(layout)) return [wrongType(at, "object", layout)];
  const { type, children } = layout;
  const problems: Problem[] = [];
  if (type !== LAYOUT) {
    problems.push(
      type === undefined
        ? { error: "MISSING_REQUIRED_TYPE_PROPERTY", message: "Required property 'type' is missing.", at: [at] }
        : {
            error: "INVALID_PROPERTY_VALUE",
            message: "Invalid value found for property 'type'.",
            at: [[...at, "type"]],
          },
    );
  }
  if (children === undefined) problems.push(missing("children", at));
  else if (!Array.isArray(children)) problems.push(wrongType([...at, "children"], "array", children));
  return problems;
}

function screenProblems(screen: Json, path: Path): Problem[] {
  if (!isObject(screen)) return [wrongType(path, "object", screen)];
  return [...idProblem(screen.id, path), ...layoutProblem(screen.layout, path)];
}

/** Walks the components of a screen, at any depth: forms, branches of If and Switch. */
function collect(value: Json, path: Path, screen: Screen): void {
  if (Array.isArray(value)) {
    value.forEach((entry, index) => {
      collect(entry, [...path, index], screen);
    });
  }
  if (!isObject(value)) return;
  if (value.type === "Footer") screen.hasFooter = true;
  const { name, next } = value;
  if (name === "navigate" && isObject(next) && typeof next.name === "string" && next.type !== "plugin") {
    screen.navigations.push({ to: next.name, path: [...path, "next", "name"] });
  }
  if (name === "data_exchange" && /(action|select|unselect)$/.test(String(path.at(-1)))) screen.exchanges.push(path);
  for (const [key, entry] of Object.entries(value)) collect(entry, [...path, key], screen);
}

function screensOf(screens: readonly Json[]): Screen[] {
  return screens.flatMap((value, index) => {
    if (!isObject(value) || typeof value.id !== "string" || value.id === "") return [];
    const path = ["screens", index];
    const screen: Screen = {
      id: value.id,
      path,
      isTerminal: value.terminal === true,
      isSuccess: value.success !== false,
      hasFooter: false,
      navigations: [],
      exchanges: [],
    };
    collect(value.layout ?? null, [...path, "layout"], screen);
    return [screen];
  });
}

function duplicateIds(screens: readonly Screen[]): Problem[] {
  return screens
    .filter(({ id }, index) => screens.findIndex((other) => other.id === id) < index)
    .map(({ id, path }) => ({
      error: "DUPLICATE_SCREEN_IDS",
      message: `Duplicate screen id found: ${id}.`,
      at: [[...path, "id"]],
    }));
}

function terminalProblems(screens: readonly Screen[]): Problem[] {
  const terminal = screens.filter(({ isTerminal }) => isTerminal);
  if (terminal.length === 0) {
    const message = "Terminal screen is required but not provided.";
    return [{ error: "MISSING_TERMINAL_SCREEN", message, at: [["screens"]] }];
  }
  const problems: Problem[] = [];
  const bare = terminal.filter(({ hasFooter }) => !hasFooter);
  if (bare.length > 0) {
    problems.push({
      error: "MISSING_FOOTER_ON_TERMINAL_SCREEN",
      message: `Footer component is missing on terminal screens: ${named(bare.map(({ id }) => id))}.`,
      at: bare.map(({ path }) => [...path, "id"]),
    });
  }
  if (!terminal.some(({ isSuccess }) => isSuccess)) {
    problems.push({
      error: "INVALID_PROPERTY_VALUE",
      message: "At least one terminal screen must have property 'success' set as true.",
      at: terminal.map(({ path }) => [...path, "success"]),
    });
  }
  return problems;
}

function navigationProblems(screens: readonly Screen[]): Problem[] {
  const ids = screens.map(({ id }) => id);
  return screens.flatMap(({ id, navigations }) =>
    navigations.flatMap(({ to, path }): Problem[] => {
      const error = "INVALID_NAVIGATE_ACTION_NEXT_SCREEN_NAME";
      if (!ids.includes(to)) return [{ error, message: `Unknown screen ids found: ${named([to])}.`, at: [path] }];
      const message = `Same screen navigation is not allowed. Loop detected at ${named([id])}.`;
      return to === id ? [{ error, message, at: [path] }] : [];
    }),
  );
}

/** Problems of the routing model, which flows with an endpoint require. */
function routingProblems(flow: JsonObject, screens: readonly Screen[]): Problem[] {
  const { data_api_version: api, routing_model: model } = flow;
  const exchanges = screens.flatMap((screen) => screen.exchanges);
  if (api === undefined && exchanges.length > 0) {
    const message = "The property 'data_api_version' is required for data_exchange action.";
    return [{ error: "MISSING_REQUIRED_PROPERTY", message, at: exchanges }];
  }
  if (model === undefined) {
    const message = "The property 'routing_model' is required for property 'data_api_version'.";
    return api === undefined ? [] : [{ error: "MISSING_REQUIRED_PROPERTY", message, at: [["data_api_version"]] }];
  }
  if (!isObject(model)) return [wrongType(["routing_model"], "object", model)];
  const problem = (message: string): Problem => ({ error: "INVALID_ROUTING_MODEL", message, at: [["routing_model"]] });
  const ids = screens.map(({ id }) => id);
  const targets = (id: string) => listOf(model[id]).flatMap((target) => textOf(target) ?? []);
  const sources = Object.keys(model);
  const strangers = [...new Set([...sources, ...sources.flatMap(targets)])].filter((id) => !ids.includes(id));
  const absent = ids.filter((id) => !sources.includes(id));
  const crowded = sources.filter((id) => targets(id).length > BRANCHES_MAX);
  const back = sources.flatMap((id, index) =>
    targets(id)
      .filter((target) => sources.indexOf(target) > index && targets(target).includes(id))
      .map(
        (target) =>
          `Backward route [${target}->${id}] corresponding to forward route [${id}->${target}] is not allowed in the routing model. Only forward routes can be specified.`,
      ),
  );
  return [
    ...(strangers.length > 0 ? [problem(`Invalid screens found in the routing model: ${named(strangers)}.`)] : []),
    ...(absent.length > 0 ? [problem(`Following screens are missing in the routing model: ${named(absent)}.`)] : []),
    ...(crowded.length > 0
      ? [problem(`Number of branches exceeds the max limit of ${BRANCHES_MAX} for screens: ${named(crowded)}.`)]
      : []),
    ...back.map(problem),
  ];
}

function flowProblems(flow: Json): Problem[] {
  if (!isObject(flow)) return [{ error: "INVALID_FLOW_JSON", message: "Flow JSON is not valid.", at: [[]] }];
  const top = [...versionProblem(flow), ...unknownProperties(flow)];
  const { screens: given } = flow;
  if (given === undefined) return [...top, missing("screens", [])];
  if (!Array.isArray(given)) return [...top, wrongType(["screens"], "array", given)];
  if (given.length === 0) {
    const message = "Property 'screens' should have at least '1' items.";
    return [...top, { error: "MIN_ITEMS_REQUIRED", message, at: [["screens"]] }];
  }
  const screens = screensOf(given);
  return [
    ...top,
    ...given.flatMap((screen, index) => screenProblems(screen, ["screens", index])),
    ...duplicateIds(screens),
    ...terminalProblems(screens),
    ...navigationProblems(screens),
    ...routingProblems(flow, screens),
  ];
}

/** Lines and columns, from 1; the end is the last character. */
interface Span {
  line_start: number;
  line_end: number;
  column_start: number;
  column_end: number;
}

const START: Span = { line_start: 1, line_end: 1, column_start: 1, column_end: 1 };

/** Finds the places of properties. JSON is YAML, whose parser remembers them. */
function spansIn(text: string): (path: Path, isKey: boolean) => Span {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const nodeAt = (path: Path, isKey: boolean): unknown => {
    if (!isKey) return path.length === 0 ? document.contents : document.getIn(path, true);
    const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
    if (!isMap<ParsedNode>(parent)) return undefined;
    return parent.items.find(({ key }) => key.toJSON() === path.at(-1))?.key;
  };
  return (path, isKey) => {
    // The property itself may be absent: then its owner is the place.
    const node = nodeAt(path, isKey) ?? document.getIn(path.slice(0, -1), true);
    if (!isNode(node) || !node.range) return START;
    const [from, to] = node.range;
    const start = lines.linePos(from);
    const end = lines.linePos(Math.max(from, to - 1));
    return { line_start: start.line, line_end: end.line, column_start: start.col, column_end: end.col };
  };
}

/** `screens[0].layout.children[0].type` */
function pathText(path: Path): string {
  return path.map((step, index) => (typeof step === "number" ? `[${step}]` : index === 0 ? step : `.${step}`)).join("");
}

/**
 * What WhatsApp would report for a flow JSON, in its form; empty for a valid one. Checks version, screens and their ids,
 * layouts, terminal screens, navigation and routing; of components only their footers and actions.
 * Source: WhatsApp Flows error codes, "Static validation errors".
 */
export function flowJsonErrors(text: string): JsonObject[] {
  const flow = parsed(text);
  const problems = flowProblems(flow ?? null);
  if (problems.length === 0) return [];
  const spanOf = flow === undefined ? () => START : spansIn(text);
  return problems.map(({ error, message, at, isKey = false }) => {
    const pointers = at.map((path) => ({ ...spanOf(path, isKey), path: pathText(path) }));
    const first = pointers[0];
    const { path: _, ...span } = first ?? { ...START, path: "" };
    return { error, error_type: "FLOW_JSON_ERROR", message, ...span, pointers };
  });
}
