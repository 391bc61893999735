/** A response, read to its end. */
export interface Answer {
  status: number;
  headers: AnswerHeaders;
  /** Undefined when it was larger than the bound. */
  text: string | undefined;
}

/** Names in lower case; of a repeated header the first value. */
export type AnswerHeaders = Readonly<Record<string, string | undefined>>;

export function answerHeaders(headers: Record<string, string | string[] | undefined>): AnswerHeaders {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), Array.isArray(value) ? value[0] : value]),
  );
}
