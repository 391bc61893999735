// The import layers of src/: who may import whom. A room that is not listed here may import nothing of ours.
"use strict";

const rooms = {
  errors: [],
  model: ["errors"],
  report: ["errors", "model"],
  stack: ["errors", "model"],
  gateway: ["errors", "model"],
  emulator: [],
  provider: ["errors", "model", "gateway"],
  resources: ["errors", "model", "stack"],
  index: ["resources", "stack"],
  program: ["errors", "stack", "resources"],
  studio: ["errors", "stack", "model", "report"],
  cli: ["errors", "model", "report", "stack", "gateway", "emulator", "studio"],
};

const own = (room) => `^src/${room}(/|\\.ts$)`;

const layers = Object.entries(rooms).map(([room, allowed]) => ({
  name: `layer-${room}`,
  comment: `src/${room} may import ${allowed.length > 0 ? allowed.map((name) => `src/${name}`).join(", ") : "no other room"}`,
  severity: "error",
  from: { path: own(room) },
  to: { path: "^src/", pathNot: [room, ...allowed].map(own) },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: "known-room",
      comment: "every file of src/ stands in a room of CONTRIBUTING.md",
      severity: "error",
      from: { path: "^src/", pathNot: Object.keys(rooms).map(own) },
      to: {},
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "sockets-in-gateway-only",
      comment:
        "the gateway room is the only one with a socket as a client; the engine's own address is watched beside it",
      severity: "error",
      from: { path: "^src/", pathNot: [own("gateway"), "^src/provider/engine\\.ts$"] },
      to: { path: "^(undici|node:https?|node:net|node:tls|https?|net|tls)$|node_modules/undici/" },
    },
    {
      name: "pure-rooms",
      comment: "model and report touch nothing outside memory",
      severity: "error",
      from: { path: [own("model"), own("report")] },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pulumi-only-where-declared",
      comment: "only resources, index and program know Pulumi's SDK",
      severity: "error",
      from: { path: "^src/", pathNot: [own("resources"), own("index"), own("program")] },
      to: { path: "@pulumi/pulumi" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".js"],
    },
  },
};
