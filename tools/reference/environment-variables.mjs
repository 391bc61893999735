/** Every environment variable that Mycobot reads. A test compares the names with the code. */
export const environmentVariables = (defaults) => [
  {
    names: ["MATON_API_KEY"],
    meaning:
      "API key of the gateway. Required by every command that sends a request. Never store it in a file, an argument or Pulumi's config.",
  },
  {
    names: ["MATON_API_KEY_COMMAND"],
    meaning:
      "Shell command that prints the API key to stdout, such as `op read op://ops/maton/key`. Used if `MATON_API_KEY` is not set. It is run before the first request of a process, so never by `validate`, by `--dry-run` or by a preview without `--refresh`; the key is kept in memory only. Time limit: 60 seconds.",
  },
  {
    names: ["MATON_CONNECTION"],
    meaning: "Connection to use if neither an option nor the stack specifies one.",
    standard: "the only ACTIVE one",
  },
  {
    names: ["WHATSAPP_WABA_ID"],
    meaning: "WhatsApp Business account for `mycobot` if neither an option nor the stack specifies one.",
  },
  {
    names: ["WHATSAPP_PHONE_NUMBER_ID"],
    meaning: "Phone number id for `mycobot` if neither an option nor the stack specifies one.",
  },
  {
    names: ["MATON_API_URL"],
    meaning: "One origin for both the gateway and the connections API, such as that of the emulator.",
  },
  {
    names: ["MATON_GATEWAY_URL"],
    meaning: "Origin of the gateway. Takes precedence over `MATON_API_URL`.",
    standard: defaults.DEFAULT_GATEWAY_URL,
  },
  {
    names: ["MATON_CONTROL_URL"],
    meaning: "Origin of the connections API. Takes precedence over `MATON_API_URL`.",
    standard: defaults.DEFAULT_CONTROL_URL,
  },
  {
    names: ["WHATSAPP_API_VERSION"],
    meaning: "Version of WhatsApp's Graph API in every path. A different version does not affect the state.",
    standard: defaults.DEFAULT_API_VERSION,
  },
  {
    names: ["WHATSAPP_ACCESS_TOKEN"],
    meaning: "WhatsApp access token for `mycobot media download`. It is sent to WhatsApp's media hosts only.",
  },
  {
    names: ["MYCOBOT_RATE"],
    meaning: `Maximum number of requests in any sliding second, per process: 1 to ${defaults.MAX_RATE}. Maton allows ${defaults.DEFAULT_RATE} per account.`,
    standard: String(defaults.DEFAULT_RATE),
  },
  {
    names: ["MYCOBOT_ACCEPT_LOSS"],
    meaning:
      "`1`: accept a mass disappearance of templates. `connection:ID`: accept that this connection was deleted. Separate several values with commas. Set it for one run, after checking the account.",
  },
  {
    names: ["MYCOBOT_ACCEPT_GATEWAY_CHANGE"],
    meaning: "`1`: allow a state to move to another gateway or Maton account. Set it for one run.",
  },
  {
    names: ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"],
    meaning: "Standard proxy settings, also in lower case. Loopback addresses are never accessed through a proxy.",
  },
  {
    names: ["PULUMI_PROJECT"],
    meaning: "Name of the project, set by Pulumi. Used to show warnings at their resource.",
  },
  { names: ["NODE_EXTRA_CA_CERTS"], meaning: "Additional certificate authorities, read by Node." },
  { names: ["NO_COLOR", "TERM"], meaning: "Output has no color if `NO_COLOR` is set or `TERM` is `dumb`." },
  {
    names: ["COLUMNS"],
    meaning:
      "Width of the output if stdout is not a terminal. Without it, text wraps at 80 columns and tables do not wrap.",
  },
  {
    names: ["PATH", "HOME", "PULUMI_HOME"],
    meaning: "Locations in which `mycobot doctor` searches for the Pulumi engine.",
  },
];
