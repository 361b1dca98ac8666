import { type DestinationStream, type Logger, pino } from "pino";

const MOST_LINES = 12;

/** One line of JSON for each thing worth telling; of an error only what names nobody. */
export function openLog(level: string, to?: DestinationStream): Logger {
  const options = { level, serializers: { err: errorFacts } };
  return to ? pino(options, to) : pino(options);
}

/**
 * What an error is and where it came up, not what it says: the message of a database error repeats the
 * statement with every value in it, so with names, e-mails and whole letters.
 */
export function errorFacts(error: unknown): { name?: string; code?: string; where?: string[] } {
  const { name, code, stack } = (error ?? {}) as { name?: string; code?: string; stack?: string };
  const where = stack
    ?.split("\n")
    .filter((line) => line.trim().startsWith("at "))
    .slice(0, MOST_LINES);
  return { ...(name && { name }), ...(code && { code }), ...(where && { where }) };
}
