import { Agent, request } from "node:http";
import type { Readable } from "node:stream";

export interface RawRequest {
  method?: string;
  path: string;
  headers?: Record<string, string>;
  body?: string | Readable;
}

export interface RawAnswer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  text: string;
}

/** A request with exactly these headers, Host and Content-Length too, which `fetch` would set itself. */
export function rawRequest(url: string, { method = "GET", path, headers = {}, body }: RawRequest): Promise<RawAnswer> {
  const agent = new Agent({ keepAlive: true });
  const answered = new Promise<RawAnswer>((resolve, reject) => {
    const sent = request(new URL(path, url), { method, headers, agent }, (answer) => {
      // A client stops sending when it is answered.
      if (typeof body === "object") body.unpipe(sent).destroy();
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk) => (text += chunk));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on("error", reject);
    if (typeof body === "object") {
      sent.flushHeaders();
      body.pipe(sent);
    } else sent.end(body);
  });
  return answered.finally(() => agent.destroy());
}
