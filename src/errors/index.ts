export { ERRORS, type ErrorCode } from "./codes.ts";
export { type ErrorDetails, isMycobotError, MycobotError } from "./mycobot-error.ts";
