import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A server that gives every request the same unexpected response. */
export class OddGateway {
  readonly #server: Server;
  requests = 0;

  private constructor(answer: (response: ServerResponse) => void) {
    this.#server = createServer((request, response) => {
      this.requests += 1;
      request.resume();
      answer(response);
    });
  }

  static async start(answer: (response: ServerResponse) => void): Promise<OddGateway> {
    const gateway = new OddGateway(answer);
    await new Promise<void>((resolve) => gateway.#server.listen(0, "127.0.0.1", resolve));
    return gateway;
  }

  get url(): string {
    // The address of a listening TCP server is an AddressInfo.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
