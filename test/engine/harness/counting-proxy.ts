import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Counted {
  method: string;
  path: string;
  status: number;
}

/** A proxy in front of a gateway that counts requests and rejects those above the limit in any sliding second. */
export class CountingProxy {
  readonly counted: Counted[] = [];
  /** The maximum number of requests in any sliding second. */
  max = 0;
  readonly #target: URL;
  readonly #limit: number;
  readonly #arrivals: number[] = [];
  readonly #server: Server;

  private constructor(target: string, limit: number) {
    this.#target = new URL(target);
    this.#limit = limit;
    this.#server = createServer((incoming, outgoing) => this.#serve(incoming, outgoing));
  }

  static async start(target: string, limit = 10): Promise<CountingProxy> {
    const proxy = new CountingProxy(target, limit);
    await new Promise<void>((resolve) => proxy.#server.listen(0, "127.0.0.1", resolve));
    return proxy;
  }

  get url(): string {
    // The address of a listening TCP server is an AddressInfo.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  forget(): void {
    this.counted.length = 0;
    this.max = 0;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  #serve(incoming: IncomingMessage, outgoing: ServerResponse): void {
    const now = performance.now();
    this.#arrivals.push(now);
    while ((this.#arrivals[0] ?? now) <= now - 1000) this.#arrivals.shift();
    this.max = Math.max(this.max, this.#arrivals.length);
    const counted: Counted = { method: incoming.method ?? "", path: incoming.url ?? "", status: 429 };
    this.counted.push(counted);
    if (this.#arrivals.length > this.#limit) {
      outgoing
        .writeHead(429, { "content-type": "application/json" })
        .end('{"error":{"message":"Too many requests","type":"Too Many Requests","code":429}}');
      return;
    }
    const { hostname, port } = this.#target;
    const forwarded = request(
      { hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers },
      (answer) => {
        counted.status = answer.statusCode ?? 0;
        outgoing.writeHead(counted.status, answer.headers);
        answer.pipe(outgoing);
      },
    );
    forwarded.on("error", () => outgoing.destroy());
    incoming.pipe(forwarded);
  }
}
