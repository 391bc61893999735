type ControlStatus = 400 | 403 | 404 | 413 | 421;

/** The refusal of a control call. */
export class ControlError extends Error {
  readonly status: ControlStatus;

  constructor(status: ControlStatus, message: string) {
    super(message);
    this.status = status;
  }
}
