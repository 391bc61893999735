import { createRequire } from "node:module";

/** Shows a warning in the output of the running command, beside the resource when its URN is given. */
export type Warn = (text: string, urn?: string) => void;

/** What of the SDK's generated gRPC client is used here. */
interface EngineProto {
  EngineClient: new (address: string, credentials: unknown) => { log(request: unknown, done: () => void): void };
  LogRequest: new () => {
    setSeverity(severity: number): void;
    setMessage(message: string): void;
    setUrn(urn: string): void;
  };
  LogSeverity: { WARNING: number };
}

/** The SDK has loaded these modules in this process already: its provider speaks gRPC. */
function loadProto(): EngineProto & { insecure: unknown } {
  const ours = createRequire(import.meta.url);
  const sdk = createRequire(ours.resolve("@pulumi/pulumi/package.json"));
  const { EngineClient } = sdk("./proto/engine_grpc_pb.js");
  const { LogRequest, LogSeverity } = sdk("./proto/engine_pb.js");
  const insecure: unknown = sdk("@grpc/grpc-js").credentials.createInsecure();
  return { EngineClient, LogRequest, LogSeverity, insecure };
}

/** Warnings over the engine's own log. Handlers have no other way to warn. */
export function engineLog(address: string): Warn {
  let send: Warn | undefined;
  const connect = (): Warn => {
    const { EngineClient, LogRequest, LogSeverity, insecure } = loadProto();
    const client = new EngineClient(address, insecure);
    return (text, urn) => {
      const request = new LogRequest();
      request.setSeverity(LogSeverity.WARNING);
      request.setMessage(text);
      request.setUrn(urn ?? "");
      client.log(request, () => {});
    };
  };
  return (text, urn) => {
    send ??= connect();
    send(text, urn);
  };
}
