import type { ErrorCode } from "../../errors/index.ts";
import type { FailureKind } from "../retry/failure-kind.ts";

export interface NetworkFailure {
  code: ErrorCode;
  kind: FailureKind;
  /** Completes "POST …/message_templates …". */
  what: string;
  hint: string;
}

const REACH = "Check the network, MATON_API_URL, and HTTPS_PROXY if this machine needs one.";
const AGAIN = "Try again later.";
const CERTIFICATE =
  "If a company's proxy opens TLS, put its certificate into a file and name that in NODE_EXTRA_CA_CERTS; check MATON_API_URL otherwise.";

const unreachable = (what: string, hint = REACH): NetworkFailure => ({
  code: "MYCO_GATEWAY_UNREACHABLE",
  kind: "unreachable",
  what,
  hint,
});
const broken = (what: string): NetworkFailure => ({
  code: "MYCO_GATEWAY_UNREACHABLE",
  kind: "transient",
  what,
  hint: AGAIN,
});
const untrusted = (what: string): NetworkFailure => ({
  code: "MYCO_GATEWAY_UNREACHABLE",
  kind: "final",
  what,
  hint: CERTIFICATE,
});

/** By `code` of the error that Node or undici gives. */
export const NETWORK_FAILURES: Readonly<Record<string, NetworkFailure>> = {
  ECONNREFUSED: unreachable("reached no one: the connection was refused"),
  ENOTFOUND: unreachable("reached no one: the host's name is not known"),
  EAI_AGAIN: unreachable("reached no one: the name service does not answer"),
  EHOSTUNREACH: unreachable("reached no one: there is no way to the host"),
  ENETUNREACH: unreachable("reached no one: there is no way to the network"),
  EADDRNOTAVAIL: unreachable("reached no one: no local address is free"),
  ETIMEDOUT: unreachable("reached no one: the connection timed out"),
  ECONNRESET: broken("got no answer: the connection was reset"),
  EPIPE: broken("got no answer: the connection was closed while the request was sent"),
  UND_ERR_SOCKET: broken("got no whole answer: the other side closed the connection"),
  HPE_INVALID_CONSTANT: broken("got an answer that is not HTTP"),
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: broken("got half an answer"),
  UND_ERR_HEADERS_OVERFLOW: { ...broken("got an answer with too large headers"), kind: "final" },
  CERT_HAS_EXPIRED: untrusted("was not sent: the host's certificate has expired"),
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted("was not sent: the host's certificate is self-signed"),
  SELF_SIGNED_CERT_IN_CHAIN: untrusted("was not sent: the host's certificate comes from an unknown authority"),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted("was not sent: the host's certificate comes from an unknown authority"),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted("was not sent: the host's certificate comes from an unknown authority"),
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted("was not sent: the certificate belongs to another host"),
};

/** Any other: nobody knows how far the request came. */
export const OTHER_FAILURE: NetworkFailure = broken("failed on the way");
