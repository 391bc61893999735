import {
  createGateway,
  DEFAULT_RATE,
  type Gateway,
  gatewayOptions,
  gatewayOrigin,
  registerSecret,
} from "../gateway/index.ts";
import { Account } from "./account/account.ts";
import { ConnectionDirectory } from "./account/connection-directory.ts";
import { LossGuard } from "./account/loss-guard.ts";
import { Claims } from "./claims.ts";
import { type Engine, withoutEngine } from "./engine.ts";
import { ACCEPT_GATEWAY_CHANGE, GatewayIdentity } from "./gateway-identity.ts";
import { PromiseCache } from "./promise-cache.ts";
import { RunFailures } from "./run-failures.ts";
import { Warnings } from "./warnings.ts";

/**
 * What all handlers of one engine run share: the gateway with its rate gate, the connections, the accounts' snapshots, failures
 * and warnings.
 *
 * The engine starts one provider process per run and evaluates the handlers in it, so a module-level instance belongs to exactly
 * one run. Nothing here uses the network or requires the key before a request is sent.
 */
export class Run {
  readonly connections: ConnectionDirectory;
  readonly identity: GatewayIdentity;
  /** In the project whose media files are read. */
  readonly folder: string;
  readonly claims: Claims = new Claims();
  readonly failures: RunFailures = new RunFailures();
  readonly warnings: Warnings;
  /** Upload handles by connection, app and content: a file that several templates use is uploaded once. */
  readonly uploads: PromiseCache<string> = new PromiseCache();
  /** True in `up`, once the Inventory has been checked; Pulumi does not tell `diff`. */
  isApply = false;
  readonly #env: NodeJS.ProcessEnv;
  readonly #now: () => Date;
  readonly #engine: Engine;
  readonly #losses: LossGuard;
  readonly #accounts = new Map<string, Account>();
  #gateway: Gateway | undefined;

  constructor(
    env: NodeJS.ProcessEnv = process.env,
    now: () => Date = () => new Date(),
    engine: Engine = withoutEngine(),
    folder: string = process.cwd(),
  ) {
    this.#env = env;
    this.folder = folder;
    this.#now = now;
    this.#engine = engine;
    // Before the gateway exists: a preview has none, but may warn.
    registerSecret(env.MATON_API_KEY ?? "");
    this.warnings = new Warnings(engine.warn);
    this.#losses = new LossGuard({ accept: () => this.acceptsLoss() });
    this.identity = new GatewayIdentity(
      () => gatewayOrigin(gatewayOptions(env)),
      () => env[ACCEPT_GATEWAY_CHANGE] === "1",
    );
    this.connections = new ConnectionDirectory({
      gateway: () => this.gateway(),
      preferred: () => env.MATON_CONNECTION || undefined,
      identity: this.identity,
    });
  }

  gateway(): Gateway {
    const { gone, assertAlive } = this.#engine;
    this.#gateway ??= createGateway({ ...gatewayOptions(this.#env), signal: gone, beforeWrite: assertAlive });
    return this.#gateway;
  }

  account(waba: string): Account {
    let account = this.#accounts.get(waba);
    if (account === undefined) {
      account = new Account(waba, {
        gateway: () => this.gateway(),
        connections: this.connections,
        losses: this.#losses,
        acceptLoss: () => this.acceptsLoss(),
        warnings: this.warnings,
      });
      this.#accounts.set(waba, account);
    }
    return account;
  }

  /** `MYCOBOT_ACCEPT_LOSS`: `1` for templates, `connection:ID` for one connection, or several separated by commas. */
  acceptsLoss(of = "1"): boolean {
    return (this.#env.MYCOBOT_ACCEPT_LOSS ?? "").split(",").some((accepted) => accepted.trim() === of);
  }

  /** Requests per second. */
  get rate(): number {
    return gatewayOptions(this.#env).rate ?? DEFAULT_RATE;
  }

  now(): Date {
    return this.#now();
  }
}
