/** Every variable that Mycobot reads. A test compares the names with those that the code reads. */
export const ENVIRONMENT = [
  {
    names: ["MATON_API_KEY"],
    meaning:
      "Maton's key. Needed as soon as a request has to be sent; never in a file, an argument or Pulumi's config.",
  },
  {
    names: ["MATON_CONNECTION"],
    meaning: "The connection to use where no option and no stack names one.",
    standard: "the only ACTIVE one",
  },
  {
    names: ["WHATSAPP_WABA_ID"],
    meaning: "WhatsApp Business account of `mycobot`, where no option and no stack names one.",
  },
  {
    names: ["WHATSAPP_PHONE_NUMBER_ID"],
    meaning: "Phone number's id of `mycobot`, where no option and no stack names one.",
  },
  { names: ["MATON_API_URL"], meaning: "One origin for both the gateway and the connections, such as the emulator's." },
  {
    names: ["MATON_GATEWAY_URL"],
    meaning: "The gateway by itself. Stronger than `MATON_API_URL`.",
    standard: "https://gateway.maton.ai",
  },
  {
    names: ["MATON_CONTROL_URL"],
    meaning: "The connections by themselves. Stronger than `MATON_API_URL`.",
    standard: "https://ctrl.maton.ai",
  },
  {
    names: ["WHATSAPP_API_VERSION"],
    meaning: "Version of WhatsApp's Graph API in every path. Another one changes no state.",
    standard: "v21.0",
  },
  {
    names: ["WHATSAPP_ACCESS_TOKEN"],
    meaning:
      "WhatsApp's own token, for `mycobot media download` only. It goes to WhatsApp's media hosts and nowhere else.",
  },
  {
    names: ["MYCOBOT_RATE"],
    meaning: "Requests in any sliding second, per process: 1 to 1000. Maton allows 10 per account.",
    standard: "10",
  },
  {
    names: ["MYCOBOT_ACCEPT_LOSS"],
    meaning:
      "`1`: accept a mass disappearance of templates. `connection:ID`: accept that this connection was deleted. Several are separated by commas. For one run, after a look at the account.",
  },
  {
    names: ["MYCOBOT_ACCEPT_GATEWAY_CHANGE"],
    meaning: "`1`: let a state move to another gateway or Maton account. For one run.",
  },
  {
    names: ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"],
    meaning: "Proxies, as everywhere; lower case counts too. This machine is never reached through one.",
  },
  {
    names: ["PULUMI_PROJECT"],
    meaning: "The project's name. Pulumi sets it; warnings are shown beside the resource by it.",
  },
  { names: ["NODE_EXTRA_CA_CERTS"], meaning: "Further certificate authorities, read by Node itself." },
  { names: ["NO_COLOR", "TERM"], meaning: "No colour when `NO_COLOR` is set, or `TERM` is `dumb`." },
  { names: ["PATH", "HOME", "PULUMI_HOME"], meaning: "Where `mycobot doctor` looks for the Pulumi engine." },
];
