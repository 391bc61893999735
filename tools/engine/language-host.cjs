#!/usr/bin/env node
// Pulumi's language host for Node.js, for machines that cannot download the official one, a Go program that is not
// published as a module. `npm run engine` copies this file as pulumi-language-nodejs to the folder of the CLI.
//
// It implements the engine's LanguageRuntime service and runs each program with the SDK's runner
// (`@pulumi/pulumi/cmd/run`) in a separate process, like the official host. The engine requests two runs from the same
// host: one for the preview and one for the update.
"use strict";

const { spawn } = require("node:child_process");
const fs = require("node:fs");
const http2 = require("node:http2");
const { createRequire } = require("node:module");
const net = require("node:net");
const path = require("node:path");

/** The exit code of the runner when it has already reported the error to the user. */
const ALREADY_REPORTED = 32;

const fromProject = createRequire(path.join(process.cwd(), "package.json"));
const sdk = path.dirname(fromProject.resolve("@pulumi/pulumi/package.json"));
const fromSdk = createRequire(path.join(sdk, "package.json"));
const grpc = fromSdk("@grpc/grpc-js");
const service = fromSdk("./proto/language_grpc_pb.js").LanguageRuntimeService;
const language = fromSdk("./proto/language_pb.js");
const plugin = fromSdk("./proto/plugin_pb.js");

const engineAddress = process.argv.at(-1);
const running = new Set();

function runnerArguments(request) {
  const info = request.getInfo();
  const flags = {
    monitor: request.getMonitorAddress(),
    engine: engineAddress,
    organization: request.getOrganization(),
    project: request.getProject(),
    "root-directory": info.getRootDirectory(),
    stack: request.getStack(),
    parallel: String(request.getParallel()),
    pwd: info.getProgramDirectory(),
  };
  const given = Object.entries(flags)
    .filter(([, value]) => value)
    .flatMap(([name, value]) => [`--${name}`, value]);
  return [
    ...given,
    ...(request.getDryrun() ? ["--dry-run"] : []),
    info.getEntryPoint() || ".",
    ...request.getArgsList(),
  ];
}

function runnerEnvironment(request) {
  const options = request.getInfo().getOptions()?.toJavaScript() ?? {};
  return {
    ...process.env,
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().entries())),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    // Like the official host, enable TypeScript unless Pulumi.yaml disables it.
    PULUMI_NODEJS_TYPESCRIPT: String(options.typescript ?? true),
  };
}

function run(call, callback) {
  const child = spawn(process.execPath, [path.join(sdk, "cmd/run/index.js"), ...runnerArguments(call.request)], {
    stdio: ["ignore", "inherit", "inherit"],
    env: runnerEnvironment(call.request),
  });
  running.add(child);
  child.once("error", (error) => callback({ code: grpc.status.INTERNAL, details: error.message }));
  child.once("exit", (code, signal) => {
    running.delete(child);
    const response = new language.RunResponse();
    if (code === ALREADY_REPORTED) response.setBail(true);
    else if (code !== 0) response.setError(`Program exited with ${signal ?? `code ${code}`}`);
    callback(null, response);
  });
}

const server = new grpc.Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
server.addService(service, {
  run,
  getRequiredPlugins: (_call, callback) => callback(null, new language.GetRequiredPluginsResponse()),
  getPluginInfo: (_call, callback) => {
    const info = new plugin.PluginInfo();
    info.setVersion(fromSdk("./package.json").version);
    callback(null, info);
  },
});

/** Ends the programs and this process, so that no process outlives the engine. */
function end(signal, code) {
  for (const child of running) child.kill(signal);
  process.exit(code);
}

/**
 * Kills the provider processes of the engine. A provider in which one of our handlers was called exits by itself; one
 * that has just started or is idle does not. They are recognized by their last argument, the address of the engine.
 */
function endOtherPlugins() {
  const ids = fs.existsSync("/proc") ? fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  for (const id of ids.filter((name) => Number(name) !== process.pid)) {
    try {
      const last = fs.readFileSync(`/proc/${id}/cmdline`, "utf8").split("\0").at(-2);
      if (last === engineAddress) process.kill(Number(id), "SIGKILL");
    } catch {
      // The process has ended in the meantime.
    }
  }
}

/**
 * Keeps a silent connection to the engine, which the operating system closes when the engine ends for any reason. It is
 * an HTTP/2 session because the engine's gRPC server closes connections that do not start as HTTP/2.
 */
function watchEngine() {
  const session = http2.connect(`http://${engineAddress}`);
  session.on("error", () => {}); // followed by "close"
  session.on("close", () => {
    const probe = net.connect({ host: "127.0.0.1", port: Number(engineAddress.split(":").at(-1)) });
    probe.once("connect", () => {
      probe.destroy();
      watchEngine();
    });
    probe.once("error", () => {
      endOtherPlugins();
      end("SIGKILL", 1);
    });
  });
}
watchEngine();

for (const signal of ["SIGTERM", "SIGINT"]) {
  process.once(signal, () => end(signal, 0));
}
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) throw error;
  console.log(port); // the engine reads the port from the first line
});
