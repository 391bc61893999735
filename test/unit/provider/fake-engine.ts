import { once } from "node:events";
import { createServer, type Http2Server, type ServerHttp2Session } from "node:http2";
import type { AddressInfo } from "node:net";

/** What of an engine is watched: its gRPC server is an HTTP/2 server. */
export class FakeEngine {
  readonly #server: Http2Server = createServer();
  readonly #sessions = new Set<ServerHttp2Session>();

  async start(port = 0): Promise<string> {
    this.#server.on("session", (session) => this.#sessions.add(session));
    this.#server.listen(port, "127.0.0.1");
    await once(this.#server, "listening");
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`; // a TCP server has an AddressInfo
  }

  watched(): Promise<unknown> {
    return this.#sessions.size > 0 ? Promise.resolve() : once(this.#server, "session");
  }

  dropConnections(): void {
    for (const session of this.#sessions) session.destroy();
    this.#sessions.clear();
  }

  async kill(): Promise<void> {
    const closed = this.#server.listening ? once(this.#server, "close") : undefined;
    this.#server.close();
    this.dropConnections();
    await closed;
  }
}
