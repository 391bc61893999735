// Runs the emulator as a child process, and reads and changes its account like a user of WhatsApp Manager.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";

const bin = join(import.meta.dirname, "../../dist/cli/main.js");

export class Account {
  /** `options`: additional options of `mycobot emulator`. */
  static async start(waba, phone, ...options) {
    const args = [bin, "emulator", "--port", "0", "--connect", "auto", "--waba", waba, "--phone", phone, ...options];
    const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
    const url = await new Promise((resolve, reject) => {
      child.once("exit", (code) => reject(new Error(`the emulator exited with ${code}`)));
      createInterface({ input: child.stdout }).once("line", (line) => resolve(line.replace(/^listening on /, "")));
    });
    return new Account(child, url, waba, phone);
  }

  constructor(child, url, waba, phone) {
    Object.assign(this, { child, url, waba, phone });
  }

  async call(method, path, body) {
    const send = () =>
      fetch(`${this.url}${path}`, {
        method,
        headers: { authorization: "Bearer demo-key", "content-type": "application/json" },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    let response = await send();
    // The engine's requests count against the same rate.
    for (let attempt = 0; response.status === 429 && attempt < 20; attempt += 1) {
      await delay(250);
      response = await send();
    }
    const answer = await response.json();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${JSON.stringify(answer)}`);
    return answer;
  }

  graph(method, path, body) {
    return this.call(method, `/whatsapp-business/v23.0/${path}`, body);
  }

  /** Without WhatsApp's sample, which every account has. */
  async templates() {
    const { data } = await this.graph("GET", `${this.waba}/message_templates?limit=100`);
    return data.filter(({ name }) => name !== "hello_world");
  }

  async profile() {
    const fields = "about,address,description,email,vertical,websites,profile_picture_url";
    return (await this.graph("GET", `${this.phone}/whatsapp_business_profile?fields=${fields}`)).data[0];
  }

  connections() {
    return this.call("GET", "/connections").then(({ connections }) => connections);
  }

  advance(time) {
    return this.call("POST", "/_emulator/clock", { advance: time });
  }

  async stop() {
    this.child.removeAllListeners("exit");
    const ended = new Promise((resolve) => this.child.once("exit", resolve));
    this.child.kill("SIGTERM");
    await ended;
  }
}

export const bodyText = (template) => template.components.find(({ type }) => type === "BODY")?.text ?? "";
