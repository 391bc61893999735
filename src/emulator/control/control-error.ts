type ControlStatus = 400 | 403 | 404 | 413 | 421;

/** A control call that is refused, with a plain message. */
export class ControlError extends Error {
  readonly status: ControlStatus;

  constructor(status: ControlStatus, message: string) {
    super(message);
    this.status = status;
  }
}
