// Declares the resources of stacks/<stack>.yaml.
export * from "pulumi-mycobot/program";
