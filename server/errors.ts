/** Expected outcomes that end a request; anything else thrown is a bug and answered as 500. */
export class AppError extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.name = new.target.name;
    this.status = status;
  }
}

export class SignInRequired extends AppError {
  constructor() {
    super(401, "sign-in required");
  }
}

export class Forbidden extends AppError {
  constructor(what = "not permitted") {
    super(403, what);
  }
}

/** Missing and foreign look the same to the one who asks. */
export class NotFound extends AppError {
  constructor(what = "page") {
    super(404, `${what} not found`);
  }
}

/** A row names a stored file that is not on the disk: whoever tries again will not find it either. */
export class FileGone extends AppError {
  readonly file: string;
  constructor(file: string) {
    super(410, "a stored file is not on the disk");
    this.file = file;
  }
}

/** A state that does not allow the step, told by a text key of `errors`. */
export class Conflict extends AppError {
  readonly key: string;
  constructor(key: string) {
    super(409, key);
    this.key = key;
  }
}

export class TooMany extends AppError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number) {
    super(429, "too many requests");
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Field name → text key of `errors`, with parameters after colons (`tooLong:200`). */
export type FieldErrors = Record<string, string>;

export class InvalidInput extends AppError {
  readonly errors: FieldErrors;
  constructor(errors: FieldErrors) {
    super(422, `invalid input: ${Object.keys(errors).join(", ")}`);
    this.errors = errors;
  }
}

export interface CurrentRecord {
  version: number;
  values: Record<string, string | string[]>;
  changedBy: string | null;
  changedAt: string | null;
}

/** The second of two editors: carries what the first one saved, so that the form can show both. */
export class EditedMeanwhile extends AppError {
  readonly current: CurrentRecord;
  constructor(current: CurrentRecord) {
    super(409, "edited meanwhile");
    this.current = current;
  }
}
