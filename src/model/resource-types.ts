/** The types of the resources in Pulumi's state. They are part of the state: a changed one would replace every resource. */
export const RESOURCE_TYPES = {
  stack: "mycobot:index:MessagingStack",
  template: "pulumi-nodejs:dynamic/mycobot:Template",
  businessProfile: "pulumi-nodejs:dynamic/mycobot:BusinessProfile",
  connection: "pulumi-nodejs:dynamic/mycobot:Connection",
  inventory: "pulumi-nodejs:dynamic/mycobot:Inventory",
} as const;
