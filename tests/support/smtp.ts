import type { AddressInfo, Socket } from "node:net";
import { buffer } from "node:stream/consumers";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer, type SMTPServerSession } from "smtp-server";

/**
 * What the server does at one step: accept, refuse with a code (421, 451, 550, 535 …), say nothing
 * at all and keep the connection, or cut the connection.
 */
export type SmtpAnswer = "accept" | number | "silence" | "drop";

/** A step that is not named accepts. `connection` counts from 1. */
export interface SmtpBehaviour {
  greeting?: (connection: number) => SmtpAnswer;
  auth?: (user: string) => SmtpAnswer;
  recipient?: (address: string) => SmtpAnswer;
  /** Asked when the whole message has come: "drop" is the loss of the answer, not of the message. */
  message?: (message: Omit<ReceivedMessage, "answer">) => SmtpAnswer;
}

export interface ReceivedMessage {
  envelope: { from: string; to: string[] };
  /** Parsed: subject, from, to, messageId, headers, text, html, attachments. */
  email: Email;
  raw: string;
  connection: number;
  receivedAt: Date;
  answer: SmtpAnswer;
}

export interface TestSmtpServer {
  /** SMTP_URL of this server; with `as` also a user and a password in it. */
  url(as?: { user: string; password: string }): string;
  /** Every message whose last byte came, in order, whatever was answered. */
  received: ReceivedMessage[];
  /** How many connections there have been. */
  connections(): number;
  /** From now on; what was scripted before is forgotten. */
  behave(behaviour: SmtpBehaviour): void;
  close(): Promise<void>;
}

/**
 * A real SMTP server on a free loopback port. With `startTls` it offers TLS by a certificate
 * that nobody signed, which a careful client refuses.
 */
export async function startSmtpServer(
  behaviour: SmtpBehaviour = {},
  { startTls = false }: { startTls?: boolean } = {},
): Promise<TestSmtpServer> {
  const state = {
    behaviour,
    received: [] as ReceivedMessage[],
    numbers: new Map<string, number>(),
  };
  const sockets = new Map<number, Socket>();
  const hangUp = (session: SMTPServerSession) => sockets.get(session.remotePort)?.destroy();
  const numberOf = (session: SMTPServerSession) => state.numbers.get(session.id) ?? 0;

  const server = new SMTPServer({
    logger: false,
    authOptional: true,
    disableReverseLookup: true,
    disabledCommands: startTls ? [] : ["STARTTLS"],
    onConnect(session, next) {
      state.numbers.set(session.id, state.numbers.size + 1);
      const answer = state.behaviour.greeting?.(numberOf(session)) ?? "accept";
      give(answer, next, () => hangUp(session));
    },
    onAuth({ username = "" }, session, next) {
      const answer = state.behaviour.auth?.(username) ?? "accept";
      const reply = (error?: Error) => next(error, error ? undefined : { user: username });
      give(answer, reply, () => hangUp(session));
    },
    onRcptTo({ address }, session, next) {
      give(state.behaviour.recipient?.(address) ?? "accept", next, () => hangUp(session));
    },
    async onData(stream, session, next) {
      const message = await read(await buffer(stream), session, numberOf(session));
      const answer = state.behaviour.message?.(message) ?? "accept";
      state.received.push({ ...message, answer });
      give(answer, next, () => hangUp(session));
    },
  });
  server.on("error", () => {}); // A client that goes away in the middle is part of the game.
  server.server.on("connection", (socket) => sockets.set(socket.remotePort ?? 0, socket));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.server.address() as AddressInfo;

  return {
    url: (as) => `smtp://${as ? `${as.user}:${as.password}@` : ""}127.0.0.1:${port}`,
    received: state.received,
    connections: () => state.numbers.size,
    behave: (next) => {
      state.behaviour = next;
    },
    close: () =>
      new Promise((done) => {
        for (const socket of sockets.values()) socket.destroy();
        server.close(done);
      }),
  };
}

function give(answer: SmtpAnswer, reply: (error?: Error) => void, hangUp: () => void): void {
  if (answer === "accept") reply();
  else if (answer === "drop") hangUp();
  else if (answer !== "silence") {
    reply(Object.assign(new Error(`Refused with ${answer}`), { responseCode: answer }));
  }
}

async function read(bytes: Buffer, { envelope }: SMTPServerSession, connection: number) {
  const from = envelope.mailFrom ? envelope.mailFrom.address : "";
  const to = envelope.rcptTo.map((recipient) => recipient.address);
  const email = await PostalMime.parse(bytes);
  return {
    envelope: { from, to },
    email,
    raw: bytes.toString(),
    connection,
    receivedAt: new Date(),
  };
}
