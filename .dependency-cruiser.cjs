// The layers of src/ and what each of them may import. A file outside these layers is an error.
"use strict";

const layers = {
  errors: [],
  model: ["errors"],
  stack: ["errors", "model"],
  gateway: ["errors", "model"],
  emulator: [],
  provider: ["errors", "model", "gateway"],
  resources: ["errors", "model", "stack"],
  index: ["resources", "stack"],
  program: ["errors", "stack", "resources"],
  cli: ["errors", "model", "stack", "gateway", "emulator", "provider", "resources"],
};

const own = (layer) => `^src/${layer}(/|\\.ts$)`;

const rules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `layer-${layer}`,
  comment: `src/${layer} may import ${allowed.length > 0 ? allowed.map((name) => `src/${name}`).join(", ") : "no other layer"}`,
  severity: "error",
  from: { path: own(layer) },
  to: { path: "^src/", pathNot: [layer, ...allowed].map(own) },
}));

module.exports = {
  forbidden: [
    ...rules,
    {
      name: "known-layer",
      comment: "every file of src/ belongs to one of the layers above",
      severity: "error",
      from: { path: "^src/", pathNot: Object.keys(layers).map(own) },
      to: {},
    },
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    {
      name: "sockets-in-gateway-only",
      comment:
        "only gateway opens client sockets; src/provider/engine also connects to the address of the Pulumi engine",
      severity: "error",
      from: { path: "^src/", pathNot: [own("gateway"), "^src/provider/engine\\.ts$"] },
      to: { path: "^(undici|node:https?|node:net|node:tls|https?|net|tls)$|node_modules/undici/" },
    },
    {
      name: "pure-model",
      comment: "model performs no I/O",
      severity: "error",
      from: { path: own("model") },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "pulumi-only-where-declared",
      comment: "only resources, index and program import Pulumi's SDK",
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
