import type { Database } from "../connection.ts";
import type { RegistrationState } from "./registrations.ts";

/** Somebody of an event who may be written to. */
export interface Addressee {
  registrationId: number;
  participantId: number;
  firstName: string | null;
  surname: string | null;
  email: string | null;
  state: RegistrationState;
  /** At some session, wholly or in part. */
  wasThere: boolean;
  /** Put down as absent or excused, and never there. */
  wasMissing: boolean;
  hasCertificate: boolean;
  /** Wants none but necessary mails. */
  refusesMails: boolean;
}

/** Everybody but those anonymised or dead, in the Czech order of names. */
export async function listAddressees(db: Database, eventId: number): Promise<Addressee[]> {
  const rows = await addressees(db).where("r.event_id", eventId).orderBy(["t.sort_key", "r.id"]);
  return rows.map(asAddressee);
}

/** One of them as they are now; undefined when there is nobody to write to any more. */
export async function findAddressee(
  db: Database,
  key: { eventId: number; registrationId: number },
): Promise<Addressee | undefined> {
  const row = await addressees(db)
    .where({ "r.event_id": key.eventId, "r.id": key.registrationId })
    .first();
  return row && asAddressee(row);
}

/** Ids of registrations whose state is what it is only since then. */
export async function listRegisteredSince(
  db: Database,
  of: { eventId: number; since: string },
): Promise<number[]> {
  return db("registrations")
    .where({ event_id: of.eventId })
    .where("state_at", ">=", of.since)
    .pluck("id");
}

/** Whether somebody is to come, or waits to; by any of their merged records. */
export async function hasPlace(
  db: Database,
  of: { eventId: number; participantId: number },
): Promise<boolean> {
  const row = await addressees(db)
    .where({ "r.event_id": of.eventId, "t.id": of.participantId })
    .whereIn("r.state", ["invited", "registered", "waiting"])
    .first();
  return row !== undefined;
}

function addressees(db: Database) {
  const attended = (states: string) =>
    db.raw(
      `exists (select 1 from attendances a where a.registration_id = r.id and a.state in (${states}))`,
    );
  return db("registrations as r")
    .join("participants as own", "own.id", "r.participant_id")
    .join("participants as t", "t.id", db.raw("coalesce(own.merged_into_id, own.id)"))
    .whereNull("t.anonymised_at")
    .whereNull("t.died_on")
    .select({
      registrationId: "r.id",
      participantId: "t.id",
      firstName: "t.first_name",
      surname: "t.surname",
      email: "t.email",
      state: "r.state",
      refusesMails: db.raw("t.refused_mail_at is not null"),
      wasThere: attended("'present', 'left-early'"),
      wasMissing: attended("'absent', 'excused'"),
      hasCertificate: db.raw(
        `exists (select 1 from certificates c where c.registration_id = r.id and c.file is not null
          and not exists (select 1 from certificates n where n.replaces_id = c.id))`,
      ),
    });
}

// SQLite keeps booleans as numbers.
function asAddressee(row: Addressee): Addressee {
  const wasThere = Boolean(row.wasThere);
  return {
    ...row,
    wasThere,
    wasMissing: Boolean(row.wasMissing) && !wasThere,
    hasCertificate: Boolean(row.hasCertificate),
    refusesMails: Boolean(row.refusesMails),
  };
}

/** Whom people of the event may turn to: its coordinator. */
export async function findCoordinator(
  db: Database,
  eventId: number,
): Promise<{ name: string | null; email: string | null } | undefined> {
  return db("events as e")
    .leftJoin("users as u", "u.id", "e.owner_user_id")
    .leftJoin("contacts as c", "c.id", "e.owner_contact_id")
    .where("e.id", eventId)
    .first({
      name: db.raw("coalesce(u.name, c.name)"),
      email: db.raw("coalesce(u.email, c.email)"),
    });
}
