import type { ErrorCode } from "../../errors/index.ts";
import { rowOf } from "../../model/text/index.ts";

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

function failures(kind: FailureKind, hint: string) {
  return (what: string): NetworkFailure => ({ code: "MYCO_GATEWAY_UNREACHABLE", kind, what, hint });
}

const unreachable = failures("unreachable", REACH);
const broken = failures("transient", AGAIN);
const unreadable = failures("unreadable", AGAIN);
const untrusted = failures("final", CERTIFICATE);

/** System calls that come before a connection: when they fail, nothing has been sent. */
const CONNECTING: readonly string[] = ["connect", "getaddrinfo"];

/** Failures to connect, by `code`. */
const NOT_CONNECTED: Readonly<Record<string, NetworkFailure>> = {
  ECONNREFUSED: unreachable("could not connect: the connection was refused"),
  ENOTFOUND: unreachable("could not connect: the host's name is not known"),
  EAI_AGAIN: unreachable("could not connect: the name service does not answer"),
  EHOSTUNREACH: unreachable("could not connect: no route to host"),
  ENETUNREACH: unreachable("could not connect: no route to network"),
  EADDRNOTAVAIL: unreachable("could not connect: no local address is free"),
  ETIMEDOUT: unreachable("could not connect: the connection timed out"),
};

const OTHER_NOT_CONNECTED = unreachable("could not connect");

/** Failures of a connection that was there, by `code`; certificates are checked before anything is sent. */
const INTERRUPTED: Readonly<Record<string, NetworkFailure>> = {
  ECONNRESET: broken("got no answer: the connection was reset"),
  EPIPE: broken("got no answer: the connection was closed while the request was sent"),
  EHOSTUNREACH: broken("got no answer: the route to the host was lost"),
  ENETUNREACH: broken("got no answer: the route to the network was lost"),
  ETIMEDOUT: broken("got no answer: the connection timed out"),
  UND_ERR_SOCKET: broken("got no whole answer: the other side closed the connection"),
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: broken("got half an answer"),
  UND_ERR_HEADERS_OVERFLOW: unreadable("got an answer with too large headers"),
  CERT_HAS_EXPIRED: untrusted("was not sent: the host's certificate has expired"),
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted("was not sent: the host's certificate is self-signed"),
  SELF_SIGNED_CERT_IN_CHAIN: untrusted("was not sent: the host's certificate comes from an unknown authority"),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted("was not sent: the host's certificate comes from an unknown authority"),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted("was not sent: the host's certificate comes from an unknown authority"),
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted("was not sent: the certificate belongs to another host"),
};

/** Codes of the HTTP parser begin so. */
const NOT_HTTP = /^HPE_/;

/** Any other: nobody knows how far the request came. */
const OTHER_FAILURE = broken("failed on the way");

/** What an error of Node or undici means, by its `code` and the system call that gave it. */
export function networkFailure(code: string, syscall: string): NetworkFailure {
  if (CONNECTING.includes(syscall)) return rowOf(NOT_CONNECTED, code) ?? OTHER_NOT_CONNECTED;
  if (NOT_HTTP.test(code)) return broken("got an answer that is not HTTP");
  return rowOf(INTERRUPTED, code) ?? OTHER_FAILURE;
}
