import type { Engine } from "../../db/connection.ts";
import { remindOfEventsJob } from "../../jobs/remind-of-events.ts";
import { foldText } from "../../server/values/fold.ts";
import { openTestApp } from "./app.ts";
import { addMember, createProject, createUser } from "./factories.ts";
import { deliverBySmtp } from "./invited-people.ts";
import { type ReceivedMessage, startSmtpServer } from "./smtp.ts";
import {
  createEvent,
  createParticipant,
  createRegistration,
  createSession,
} from "./training-factories.ts";

const RUN = { owner: "test", isStopping: () => false };

export type EventScene = Awaited<ReturnType<typeof openEventScene>>;

/** A confirmed event of one day eight days ahead, its coordinator at work, and a mail server that takes everything. */
export async function openEventScene(engine: Engine) {
  const house = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
  const { db } = house;
  const server = await startSmtpServer();
  const userId = await createUser(db, { name: "Karel Koordinátor", email: "karel@kraj.test" });
  const projectId = await createProject(db);
  await addMember(db, { projectId, userId, role: "coordinator" });
  let browser = await house.signedInAs(userId);
  const eventId = await createEvent(db, projectId, {
    title: "Základy krizové intervence",
    place: "Krajský úřad",
    owner_user_id: userId,
    state: "confirmed",
  });
  const sessionId = await createSession(db, eventId);
  const at = `/projects/${projectId}/events/${eventId}`;

  const post = (path: string, fields: Record<string, string | string[]> = {}) =>
    browser.post(`${at}${path}`, fields);
  const versionNow = async () =>
    String((await db("events").where({ id: eventId }).first()).version);

  const person = (surname: string, given: Record<string, unknown> = {}) =>
    createParticipant(db, { surname, email: `${foldText(surname)}@posta.test`, ...given });

  /** By the page, as the coordinator would. */
  async function register(participantIds: number[], state = "registered", origin = "registry") {
    const chosen = { participantIds: participantIds.map(String), state, origin };
    const { status } = await post("/registrations", chosen);
    if (status !== 303) throw new Error(`not registered: ${status}`);
  }

  /** Somebody registered long ago, to whom nothing is owed. */
  const placed = async (surname: string, state = "registered") =>
    createRegistration(db, eventId, { participant_id: await person(surname), state });

  const editSession = async (fields: Record<string, string>) =>
    post(`/sessions/${sessionId}`, {
      ...{ heldOn: "2026-03-10", startsAt: "09:00", endsAt: "15:00" },
      ...{ hourMinutes: "60", supportMinutes: "", form: "in-person", place: "", topic: "" },
      version: await versionNow(),
      ...fields,
    });

  async function deliver(): Promise<ReceivedMessage[]> {
    const before = server.received.length;
    await deliverBySmtp(house, server);
    return server.received.slice(before);
  }

  /** Days later the coordinator signs in anew. */
  async function later(instant: string): Promise<void> {
    house.clock.set(instant);
    browser = await house.signedInAs(userId);
  }

  return {
    ...{ house, db, server, projectId, eventId, sessionId, at, post, versionNow, person, register },
    ...{ placed, editSession, deliver, later },
    get: (path: string) => browser.get(`${at}${path}`),
    /** After the time in which a mistake can be taken back. */
    deliverSettled: () => {
      house.clock.advance(10 * 60_000);
      return deliver();
    },
    remindedOn: async (instant: string) => {
      await later(instant);
      await remindOfEventsJob.run(house, RUN);
      return deliver();
    },
    close: async () => {
      await server.close();
      await house.close();
    },
  };
}
