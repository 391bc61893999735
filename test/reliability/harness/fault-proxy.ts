import { createServer, type IncomingHttpHeaders, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { TEST_KEY } from "../../engine/harness/workspace.ts";

/** One received request and its result. */
export interface Row {
  /** The number of the request at its door, starting at 1. */
  n: number;
  /** The {@link FaultProxy.door} of the request; empty without one. */
  door: string;
  /** The time of arrival, by `performance.now()`. */
  at: number;
  method: string;
  /** Without door and query. */
  path: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: string;
  isWrite: boolean;
  /** True for a request for WhatsApp's template list. */
  isList: boolean;
  /** True if the gateway has carried out the request. */
  tookEffect: boolean;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A request that a {@link Fault} handles. */
export interface Exchange {
  readonly row: Row;
  readonly response: ServerResponse;
  /** Forwards the request, which may take effect from here on. */
  forward(): Promise<Answer>;
  /** Answers the client. */
  answer(answer: Partial<Answer>): void;
}

export type Fault = (exchange: Exchange) => Promise<void> | void;

/** Forwards the request and returns the response unchanged. */
export const passOn: Fault = async (exchange) => exchange.answer(await exchange.forward());

/**
 * A proxy in front of a gateway. It records every request and passes those that `faultFor` selects to a {@link Fault}.
 */
export class FaultProxy {
  readonly rows: Row[] = [];
  faultFor: (row: Row) => Fault | undefined = () => undefined;
  readonly #server = createServer((incoming, outgoing) => {
    // The gateway or the client has closed the connection, so there is no response to send.
    this.#serve(incoming, outgoing).catch(() => outgoing.destroy());
  });
  readonly #doors = new Set<string>();
  #target: URL;

  private constructor(target: string) {
    this.#target = new URL(target);
    // Node's default of 5 seconds would close the connection of a client that is busy for longer.
    this.#server.keepAliveTimeout = 600_000;
  }

  static async start(target: string): Promise<FaultProxy> {
    const proxy = new FaultProxy(target);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get url(): string {
    // The address of a listening TCP server is an AddressInfo.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** A base URL for one run, which identifies its requests. */
  door(name: string): string {
    this.#doors.add(name);
    return `${this.url}/${name}`;
  }

  /** Discards all recorded requests and faults, and forwards to `target` from now on. */
  reset(target: string): void {
    this.#target = new URL(target);
    this.rows.length = 0;
    this.faultFor = () => undefined;
  }

  get writes(): Row[] {
    return this.rows.filter(({ isWrite, tookEffect }) => isWrite && tookEffect);
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async #serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const row = this.#row(incoming, body.toString("utf8"));
    this.rows.push(row);
    const exchange: Exchange = {
      row,
      response: outgoing,
      forward: async () => {
        const answer = await send(this.#target, row, body);
        row.tookEffect = answer.status < 300;
        return answer;
      },
      answer: ({ status = 200, headers = { "content-type": "application/json" }, body = "" }) => {
        outgoing.writeHead(status, headers).end(body);
      },
    };
    await (this.faultFor(row) ?? passOn)(exchange);
  }

  #row({ method = "", url = "", headers }: IncomingMessage, body: string): Row {
    const door = [...this.#doors].find((name) => url.startsWith(`/${name}/`)) ?? "";
    const rest = door === "" ? url : url.slice(door.length + 1);
    const [path = ""] = rest.split("?");
    return {
      n: this.rows.filter((earlier) => earlier.door === door).length + 1,
      door,
      at: performance.now(),
      method,
      path,
      url: rest,
      headers,
      body,
      isWrite: method !== "GET",
      isList: method === "GET" && path.endsWith("/message_templates"),
      tookEffect: false,
    };
  }
}

function send(target: URL, { method, url, headers }: Pick<Row, "method" | "url" | "headers">, body: Buffer) {
  return new Promise<Answer>((resolve, reject) => {
    const { hostname, port, host } = target;
    const outgoing = request({ hostname, port, method, path: url, headers: { ...headers, host } }, (incoming) => {
      const pieces: Buffer[] = [];
      incoming.on("data", (piece: Buffer) => pieces.push(piece));
      incoming.on("error", reject);
      incoming.on("end", () =>
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: Buffer.concat(pieces) }),
      );
    });
    outgoing.on("error", reject);
    outgoing.end(body);
  });
}

/** Answers requests for the template list with an earlier list that lacks the last changes, like a stale replica. */
export class LaggingList {
  /** The number of changes that the list lacks. */
  behind = 0;
  readonly #gateway: string;
  readonly #waba: string;
  readonly #earlier: Answer[] = [];

  constructor(gateway: string, waba: string) {
    this.#gateway = gateway;
    this.#waba = waba;
  }

  /** To be assigned to {@link FaultProxy.faultFor}. */
  readonly faultFor = (row: Row): Fault | undefined => {
    if (row.isList && this.behind > 0) return this.#stale;
    return row.isWrite && /\/(message_templates|\d+)$/.test(row.path) ? this.#noted : undefined;
  };

  readonly #stale: Fault = (exchange) => {
    const list = this.#earlier.at(-Math.min(this.behind, this.#earlier.length));
    if (list === undefined) return passOn(exchange);
    exchange.answer({ body: list.body });
  };

  readonly #noted: Fault = async (exchange) => {
    const before = await this.#list();
    const answer = await exchange.forward();
    if (exchange.row.tookEffect) this.#earlier.push(before);
    exchange.answer(answer);
  };

  /** The current list. Reading it also completes reviews in the emulator. */
  #list(): Promise<Answer> {
    const url = `/whatsapp-business/v21.0/${this.#waba}/message_templates?limit=1000&fields=${LIST_FIELDS}&summary=total_count`;
    return send(
      new URL(this.#gateway),
      { method: "GET", url, headers: { authorization: `Bearer ${TEST_KEY}` } },
      Buffer.alloc(0),
    );
  }
}

const LIST_FIELDS = [
  "id",
  "name",
  "language",
  "status",
  "category",
  "parameter_format",
  "components",
  "quality_score",
  "rejected_reason",
  "source",
].join(",");
