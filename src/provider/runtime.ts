import { createGateway, type Gateway, gatewayOptions } from "../gateway/index.ts";
import { Account } from "./account/account.ts";
import { ConnectionDirectory } from "./account/connection-directory.ts";
import { LossGuard } from "./account/loss-guard.ts";
import { Claims } from "./claims.ts";
import { Once } from "./once.ts";

/**
 * What all handlers of one engine run share: the gateway with its rate gate, the connections, the accounts' snapshots.
 *
 * The engine starts one provider process per run and evaluates the handlers in it, so a module-level instance is exactly
 * one run's. Nothing here touches the network or asks for the key before a request has to be sent.
 */
export class ProviderRuntime {
  readonly connections: ConnectionDirectory;
  readonly claims: Claims = new Claims();
  /** Upload handles by connection, app and file: a file that several templates show is uploaded once. */
  readonly uploads: Once<string> = new Once();
  readonly #env: NodeJS.ProcessEnv;
  readonly #now: () => Date;
  /** `MYCOBOT_ACCEPT_LOSS=1`: what looks lost is believed to be gone. */
  readonly acceptLoss = (): boolean => this.#env.MYCOBOT_ACCEPT_LOSS === "1";
  readonly #losses: LossGuard;
  readonly #accounts = new Map<string, Account>();
  #gateway: Gateway | undefined;

  constructor(env: NodeJS.ProcessEnv = process.env, now: () => Date = () => new Date()) {
    this.#env = env;
    this.#now = now;
    this.#losses = new LossGuard({ accept: this.acceptLoss });
    this.connections = new ConnectionDirectory(
      () => this.gateway(),
      () => env.MATON_CONNECTION || undefined,
    );
  }

  gateway(): Gateway {
    this.#gateway ??= createGateway(gatewayOptions(this.#env));
    return this.#gateway;
  }

  account(waba: string): Account {
    let account = this.#accounts.get(waba);
    if (account === undefined) {
      account = new Account(waba, {
        gateway: () => this.gateway(),
        connections: this.connections,
        losses: this.#losses,
        acceptLoss: this.acceptLoss,
      });
      this.#accounts.set(waba, account);
    }
    return account;
  }

  now(): Date {
    return this.#now();
  }
}
