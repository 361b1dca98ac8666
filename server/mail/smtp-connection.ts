import { Readable } from "node:stream";
import { setTimeout as pause } from "node:timers/promises";
import type SMTPConnection from "nodemailer/lib/smtp-connection";
import type { DeliveryPhase } from "./mailer.ts";

export interface SmtpTimeouts {
  connectMs: number;
  greetingMs: number;
  socketMs: number;
  totalMs: number;
}

export interface SmtpTarget {
  host: string;
  port: number;
  secure: boolean;
  requireTls: boolean;
  auth: { user: string; pass: string } | null;
  timeouts: SmtpTimeouts;
}

/** Where a delivery stands; kept outside it, so that whoever gives up waiting knows it too. */
export interface Progress {
  phase: DeliveryPhase;
  connection?: SMTPConnection;
}

/** Reads `smtp://user:password@host:port` or `smtps://…`. */
export function readSmtpUrl(url: string): Omit<SmtpTarget, "requireTls" | "timeouts"> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "smtps:";
  return {
    host: hostname.replace(/^\[|\]$/g, ""),
    port: port ? Number(port) : secure ? 465 : 587,
    secure,
    auth: username
      ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) }
      : null,
  };
}

/** A connection that has been greeted and signed in. */
export async function connect(target: SmtpTarget, progress: Progress): Promise<SMTPConnection> {
  progress.phase = "connect";
  const { default: Connection } = await import("nodemailer/lib/smtp-connection");
  const connection = new Connection({
    host: target.host,
    port: target.port,
    secure: target.secure,
    requireTLS: target.requireTls,
    connectionTimeout: target.timeouts.connectMs,
    greetingTimeout: target.timeouts.greetingMs,
    socketTimeout: target.timeouts.socketMs,
    dnsTimeout: target.timeouts.connectMs,
    socketCloseTimeout: 0,
  });
  connection.on("error", () => {}); // Each step listens for itself; between them nobody is concerned.
  progress.connection = connection;
  await settled(connection, (done) => connection.connect(done));
  if (target.auth) {
    progress.phase = "auth";
    const { auth } = target;
    await settled(connection, (done) => connection.login(auth, done));
  }
  return connection;
}

/** Sends one message to one recipient and gives back the server's answer. */
export async function send(
  connection: SMTPConnection,
  letter: { from: string; to: string; bytes: Buffer },
  progress: Progress,
): Promise<string> {
  progress.phase = "mail";
  progress.connection = connection;
  const body = Readable.from(told(letter.bytes, progress), { objectMode: false });
  const envelope = { from: letter.from, to: [letter.to] };
  const answer = await settled<{ response?: string; accepted?: unknown[] }>(connection, (done) =>
    connection.send(envelope, body, done),
  );
  if (answer?.accepted?.length !== 1) throw new Error("the recipient was not accepted");
  return answer.response ?? "";
}

/** The message is asked for only when the server is ready for it, so this tells how far it got. */
async function* told(bytes: Buffer, progress: Progress) {
  progress.phase = "data";
  yield bytes;
  progress.phase = "after-data";
}

/** Rejects when nothing came of it in that time. */
export async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const giveUp = new AbortController();
  const late = pause(milliseconds, undefined, { signal: giveUp.signal }).then(() => {
    throw new Error(`no answer within ${milliseconds / 1_000} s`);
  });
  late.catch(() => {});
  return Promise.race([work, late]).finally(() => giveUp.abort());
}

/** A connection tells of its failures by an event, by the callback, or by both. */
function settled<T>(
  connection: SMTPConnection,
  start: (done: (error?: Error | null, result?: T) => void) => void,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    // Told in a moment: an answer that came with the end says more.
    const end = () => setTimeout(reject, 50, new Error("the connection was closed"));
    const finish = () => {
      connection.off("error", reject);
      connection.off("end", end);
    };
    connection.once("error", reject);
    connection.once("end", end);
    start((error, result) => {
      finish();
      if (error) reject(error);
      else resolve(result);
    });
  });
}
