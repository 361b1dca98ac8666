import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { productionProblems } from "./production-rules.ts";

// As people count the sizes of files.
const MEGABYTE = 1_000_000;
const READABLE_BY_OTHERS = 0o007;

const wholeNumber = (fallback: number, least: number, most: number) =>
  z.coerce.number().int().min(least).max(most).default(fallback);

const keys = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: wholeNumber(3000, 0, 65_535),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  TRUST_PROXY: wholeNumber(0, 0, 5),
  DATA_DIR: z.string().min(1).default("var"),
  DATABASE_URL: z.string().min(1).optional(),
  DATABASE_POOL: wholeNumber(10, 2, 100),
  SECRET_KEY: z.string().min(32, "needs at least 32 characters").optional(),
  PREVIOUS_SECRET_KEY: z.string().min(32, "needs at least 32 characters").optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Osnova <osnova@localhost>"),
  MAIL_PER_SECOND: wholeNumber(5, 1, 100),
  DEFAULT_LANGUAGE: z.enum(["cs", "en"]).default("cs"),
  CLOCK_START: z.iso.datetime({ offset: true }).optional(),
  JOBS: z.enum(["on", "off"]).default("on"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error", "silent"]).default("info"),
  SESSION_IDLE_MINUTES: wholeNumber(30, 5, 60),
  SESSION_HOURS: wholeNumber(10, 1, 24),
  LIMIT_WRITES_PER_MINUTE: wholeNumber(120, 1, 1_000_000),
  LIMIT_READS_PER_MINUTE: wholeNumber(600, 1, 1_000_000),
  LIMIT_ANONYMOUS_PER_MINUTE: wholeNumber(120, 1, 1_000_000),
  SHUTDOWN_DELAY_SECONDS: wholeNumber(0, 0, 60),
  FREE_SPACE_MB: wholeNumber(200, 0, 1_000_000_000),
  DOCUMENT_MB: wholeNumber(20, 1, 100),
  PROJECT_DOCUMENTS_MB: wholeNumber(5_000, 1, 1_000_000_000),
});

export const configurationKeys = Object.keys(keys.shape);
export const secretKeys = ["SECRET_KEY", "PREVIOUS_SECRET_KEY", "SMTP_URL", "DATABASE_URL"];

export type Config = Readonly<ReturnType<typeof shape>>;

export class InvalidConfiguration extends Error {
  readonly problems: string[];
  constructor(problems: string[]) {
    super(`Configuration cannot be used:\n${problems.map((line) => `  - ${line}`).join("\n")}`);
    this.name = "InvalidConfiguration";
    this.problems = problems;
  }
}

/** The only reader of the environment. Throws one InvalidConfiguration that names every problem. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const problems: string[] = [];
  const given = withSecretFiles(env, problems);
  const parsed = keys.safeParse(given);
  if (!parsed.success) {
    problems.push(
      ...parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    );
  }
  if (given.NODE_ENV === "production") problems.push(...productionProblems(given));
  if (!isKnownDatabase(given.DATABASE_URL)) {
    problems.push("DATABASE_URL: use sqlite:/path/to/file.db or postgres://user@host/name");
  }
  if (problems.length > 0 || !parsed.success) throw new InvalidConfiguration(problems);
  return Object.freeze(shape(parsed.data));
}

const keysOfDemo = ["DATA_DIR", "PORT", "CLOCK_START", "DEFAULT_LANGUAGE", "JOBS", "LOG_LEVEL"];

/** For a demonstration: whatever else the shell sets (a real database, a mail server) is none of its business. */
export function loadDemoConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(keysOfDemo.map((key) => [key, env[key]]));
  return { ...loadConfig({ ...given, LOG_LEVEL: given.LOG_LEVEL || "warn" }), isDemo: true };
}

function withSecretFiles(env: NodeJS.ProcessEnv, problems: string[]): Record<string, string> {
  const given: Record<string, string> = {};
  for (const key of configurationKeys) if (env[key]) given[key] = env[key];
  for (const key of secretKeys) {
    const file = env[`${key}_FILE`];
    if (!file) continue;
    if (given[key]) problems.push(`${key}: set either ${key} or ${key}_FILE, not both`);
    const secret = readSecret(`${key}_FILE`, file, problems);
    if (secret !== undefined) given[key] = secret;
  }
  return given;
}

function readSecret(key: string, file: string, problems: string[]): string | undefined {
  try {
    if (statSync(file).mode & READABLE_BY_OTHERS)
      problems.push(`${key}: everybody may read ${file}, set its mode to 0600`);
    return readFileSync(file, "utf8").trim();
  } catch {
    problems.push(`${key}: ${file} cannot be read`);
    return undefined;
  }
}

function isKnownDatabase(url: string | undefined): boolean {
  return url === undefined || /^(sqlite:.|postgres(ql)?:\/\/)/.test(url);
}

function shape(given: z.output<typeof keys>) {
  const dataDir = resolve(given.DATA_DIR);
  const publicUrl = (given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).replace(/\/$/, "");
  return {
    environment: given.NODE_ENV,
    isProduction: given.NODE_ENV === "production",
    isDemo: false as boolean,
    host: given.HOST,
    port: given.PORT,
    publicUrl,
    isSecure: publicUrl.startsWith("https:"),
    trustProxy: given.TRUST_PROXY,
    dataDir,
    databaseUrl: given.DATABASE_URL ?? `sqlite:${dataDir}/osnova.db`,
    databasePool: given.DATABASE_POOL,
    secretKey: given.SECRET_KEY ?? "",
    previousSecretKey: given.PREVIOUS_SECRET_KEY,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    mailPerSecond: given.MAIL_PER_SECOND,
    defaultLanguage: given.DEFAULT_LANGUAGE,
    clockStart: given.CLOCK_START,
    runsJobs: given.JOBS === "on",
    logLevel: given.LOG_LEVEL,
    sessionIdleMinutes: given.SESSION_IDLE_MINUTES,
    sessionHours: given.SESSION_HOURS,
    limits: {
      writesPerMinute: given.LIMIT_WRITES_PER_MINUTE,
      readsPerMinute: given.LIMIT_READS_PER_MINUTE,
      anonymousPerMinute: given.LIMIT_ANONYMOUS_PER_MINUTE,
    },
    shutdownDelaySeconds: given.SHUTDOWN_DELAY_SECONDS,
    freeSpaceBytes: given.FREE_SPACE_MB * 1024 * 1024,
    documentBytes: given.DOCUMENT_MB * MEGABYTE,
    projectDocumentsBytes: given.PROJECT_DOCUMENTS_MB * MEGABYTE,
    /** How long an upload is answered for by the review itself; an annex that takes longer shows a page meanwhile. */
    annexPatienceMs: 1_000 as number,
  };
}

/** Folders that a relative path on a command line may mean: where the program runs, and where npm was called. */
export function startedIn(): string[] {
  return [process.cwd(), process.env.INIT_CWD].filter((folder) => folder !== undefined);
}
