import type { Engine } from "../../../../db/connection.ts";
import { nominationToken } from "../../../../server/features/nominations/rules.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";
import { createEvent } from "../../../support/training-factories.ts";

export const ANSWER = { answer: "nominated", answeredName: "Ivana Ředitelová", isInformed: "true" };
export const JANA = {
  person1FirstName: "Jana",
  person1Surname: "Žížalová",
  person1BornOn: "1. 2. 1980",
};

export interface Nominating {
  house: TestApp;
  /** Of the coordinator, and of somebody without an account. */
  browser: Browser;
  visitor: Browser;
  userId: number;
  projectId: number;
  eventId: number;
  /** Address of the links of the event. */
  list: string;
  openEvent(given: Record<string, unknown>): Promise<void>;
  /** Sends the form that asks an organisation. */
  ask(fields?: Record<string, string>): ReturnType<Browser["post"]>;
  /** The same, and the address that the organisation gets. */
  link(fields?: Record<string, string>): Promise<string>;
  people(): Promise<Record<string, unknown>[]>;
}

/** An event of a month ahead, its coordinator, and somebody outside. */
export async function openNominating(engine: Engine): Promise<Nominating> {
  const house = await openTestApp(engine);
  const userId = await createUser(house.db);
  const projectId = await createProject(house.db);
  await addMember(house.db, { projectId, userId, role: "coordinator" });
  const at: Nominating = {
    house,
    browser: await house.signedInAs(userId),
    visitor: house.visitor(),
    ...{ userId, projectId, eventId: 0, list: "" },
    openEvent: async (given) => {
      at.eventId = await createEvent(house.db, projectId, {
        title: "Základy krizové intervence",
        starts_on: "2026-04-10",
        ends_on: "2026-04-10",
        ...given,
      });
      at.list = `/projects/${projectId}/events/${at.eventId}/nominations`;
    },
    ask: (fields = {}) =>
      at.browser.post(at.list, {
        ...{ organisation: "Centrum Ráj", ico: "", places: "2" },
        ...{ answerBy: "2026-03-20", email: "" },
        ...fields,
      }),
    link: async (fields) => {
      const answer = await at.ask(fields);
      if (answer.status !== 303) throw new Error(`no link was made: ${answer.status}`);
      const row = await house.db("nomination_links").orderBy("id", "desc").first();
      const signed = { id: row.id, createdAt: row.created_at };
      return `/nominations/${nominationToken(house.config.secretKey, signed)}`;
    },
    people: () =>
      house
        .db("registrations as r")
        .join("participants as t", "t.id", "r.participant_id")
        .where("r.event_id", at.eventId)
        .orderBy("r.id")
        .select("r.state", "r.origin", "t.surname", "t.email", "r.organisation_id"),
  };
  await at.openEvent({});
  return at;
}
