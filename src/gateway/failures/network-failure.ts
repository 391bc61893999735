import type { ErrorCode } from "../../errors/index.ts";
import { rowOf } from "../../model/text/index.ts";
import { AttemptFailure } from "../errors/attempt-failure.ts";
import { GatewayError } from "../errors/gateway-error.ts";
import type { GatewayRequest, RequestTarget } from "../http/gateway-request.ts";
import type { Deadlines } from "../options/gateway-options.ts";
import { redactedLine } from "../redact.ts";
import { type FailureKind, mayHaveTakenEffect } from "../retry/retry-policy.ts";

interface KnownFailure {
  code: ErrorCode;
  kind: FailureKind;
  /** Completes "POST …/message_templates …". */
  what: string;
  hint: string;
}

function failures(kind: FailureKind, hint: string) {
  return (what: string): KnownFailure => ({ code: "MYCO_GATEWAY_UNREACHABLE", kind, what, hint });
}

const unreachable = failures(
  "unreachable",
  "Check the network, MATON_API_URL, and HTTPS_PROXY if this machine requires a proxy.",
);
const broken = failures("transient", "Try again later.");
const unreadable = failures("unreadable", "Try again later.");
const untrusted = failures(
  "final",
  "Check MATON_API_URL. If a company proxy intercepts TLS, save its certificate to a file and set NODE_EXTRA_CA_CERTS to that file.",
);

/** System calls before a connection: when they fail, nothing has been sent. */
const CONNECTING: readonly string[] = ["connect", "getaddrinfo"];

/** Failures to connect, by `code`. */
const NOT_CONNECTED: Readonly<Record<string, KnownFailure>> = {
  ECONNREFUSED: unreachable("could not connect: connection refused"),
  ENOTFOUND: unreachable("could not connect: unknown host name"),
  EAI_AGAIN: unreachable("could not connect: the name server does not answer"),
  EHOSTUNREACH: unreachable("could not connect: no route to host"),
  ENETUNREACH: unreachable("could not connect: no route to network"),
  EADDRNOTAVAIL: unreachable("could not connect: no local address available"),
  ETIMEDOUT: unreachable("could not connect: the connection timed out"),
};

const OTHER_NOT_CONNECTED = unreachable("could not connect");

/** Failures of an open connection, by `code`. Certificates are checked before anything is sent. */
const INTERRUPTED: Readonly<Record<string, KnownFailure>> = {
  ECONNRESET: broken("received no answer: the connection was reset"),
  EPIPE: broken("received no answer: the connection was closed while the request was sent"),
  EHOSTUNREACH: broken("received no answer: the route to the host was lost"),
  ENETUNREACH: broken("received no answer: the route to the network was lost"),
  ETIMEDOUT: broken("received no answer: the connection timed out"),
  UND_ERR_SOCKET: broken("received no complete answer: the server closed the connection"),
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: broken("received an incomplete answer"),
  UND_ERR_HEADERS_OVERFLOW: unreadable("received an answer whose headers are too large"),
  CERT_HAS_EXPIRED: untrusted("was not sent: the host's certificate has expired"),
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted("was not sent: the host's certificate is self-signed"),
  SELF_SIGNED_CERT_IN_CHAIN: untrusted("was not sent: the host's certificate comes from an unknown authority"),
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted("was not sent: the host's certificate comes from an unknown authority"),
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted("was not sent: the host's certificate comes from an unknown authority"),
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted("was not sent: the certificate belongs to another host"),
};

/** Prefix of the HTTP parser's codes. */
const NOT_HTTP = /^HPE_/;

/** Any other failure: whether the server received the request is unknown. */
const OTHER_FAILURE = broken("failed in transit");

/** The deadline behind a timeout code of undici. */
const DEADLINE_CODES: Readonly<Record<string, keyof Deadlines>> = {
  UND_ERR_CONNECT_TIMEOUT: "connect",
  UND_ERR_HEADERS_TIMEOUT: "headers",
  UND_ERR_BODY_TIMEOUT: "body",
};

const DEADLINE_TEXTS: Readonly<Record<keyof Deadlines, string>> = {
  connect: "no connection within",
  headers: "no response within",
  body: "no further data in the response for",
  total: "not completed within",
};

/** The failure of a try without a complete response; `thrown` comes from undici or Node. */
export function networkFailure(
  request: GatewayRequest,
  target: RequestTarget,
  thrown: unknown,
  deadlines: Deadlines,
): AttemptFailure {
  const code = textOf(thrown, "code");
  const deadline = rowOf(DEADLINE_CODES, code);
  if (deadline !== undefined) return missedDeadline(request, target, deadline, deadlines);
  const known = proxyRejection(thrown) ?? knownFailure(code, textOf(thrown, "syscall"));
  const detail = thrown instanceof Error && thrown.message !== "" ? ` (${redactedLine(thrown.message)})` : "";
  return attemptFailure(request, target, { ...known, what: `${known.what}${detail}` });
}

export function missedDeadline(
  request: GatewayRequest,
  target: RequestTarget,
  deadline: keyof Deadlines,
  deadlines: Deadlines,
): AttemptFailure {
  const seconds = deadlines[deadline] / 1000;
  return attemptFailure(request, target, {
    code: "MYCO_GATEWAY_TIMEOUT",
    kind: deadline === "connect" ? "unreachable" : "transient",
    what: `missed the ${deadline} deadline: ${DEADLINE_TEXTS[deadline]} ${seconds} s`,
    hint: "Try again later. If the error persists, check the network and MATON_API_URL.",
  });
}

function attemptFailure(request: GatewayRequest, target: RequestTarget, failure: KnownFailure): AttemptFailure {
  const { code, kind, what, hint } = failure;
  const { method } = request;
  const ambiguous = mayHaveTakenEffect(request, kind);
  return new AttemptFailure(
    new GatewayError(code, `${target.title} ${what}`, { method, url: target.url, ambiguous, hint }),
    kind,
  );
}

function knownFailure(code: string, syscall: string): KnownFailure {
  if (CONNECTING.includes(syscall)) return rowOf(NOT_CONNECTED, code) ?? OTHER_NOT_CONNECTED;
  if (NOT_HTTP.test(code)) return broken("received an answer that is not HTTP");
  return rowOf(INTERRUPTED, code) ?? OTHER_FAILURE;
}

/** undici reports that the proxy rejected a tunnel as an abort, with the status only in the text. */
function proxyRejection(thrown: unknown): KnownFailure | undefined {
  const status = thrown instanceof Error ? /^Proxy response \((\d+)\)/.exec(thrown.message)?.[1] : undefined;
  if (status === undefined) return undefined;
  return {
    code: "MYCO_GATEWAY_UNREACHABLE",
    kind: status.startsWith("5") ? "unreachable" : "final",
    what: `was not sent: the proxy answered ${status}`,
    hint: "Check HTTPS_PROXY and the proxy's user name and password; list hosts that require no proxy in NO_PROXY.",
  };
}

/** A property of the error, or of the first one if all addresses failed. Empty when absent. */
function textOf(thrown: unknown, property: "code" | "syscall"): string {
  const error: unknown = thrown instanceof AggregateError ? (thrown.errors[0] ?? thrown) : thrown;
  // Node's errors carry both as plain properties.
  const value = error instanceof Error ? (error as NodeJS.ErrnoException)[property] : undefined;
  return typeof value === "string" ? value : "";
}
