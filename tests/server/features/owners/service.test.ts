import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { listPossibleOwners } from "../../../../db/queries/owners.ts";
import { type Author, change } from "../../../../server/change.ts";
import { resolveOwner } from "../../../../server/features/owners/service.ts";
import { nobody, type OwnerEntry } from "../../../../server/values/owner.ts";
import { engines } from "../../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../../support/deps.ts";
import {
  addMember,
  createActivity,
  createMilestone,
  createProject,
  createUser,
} from "../../../support/factories.ts";

describe.each(engines)("the owner of a thing on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  let author: Author;
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    projectId = await createProject(deps.db);
    const userId = await createUser(deps.db, { name: "Žofie Nová", sort_key: "z" });
    await addMember(deps.db, { projectId, userId, role: "coordinator" });
    author = { userId, requestId: null, address: null, submission: null };
  });
  afterEach(() => deps.close());

  const resolve = (entry: OwnerEntry, current = nobody) =>
    change(deps, author, (one) => resolveOwner(one, projectId, entry, current));
  const user = (ownerUserId: number) => ({ ...nobody, ownerUserId });
  const contact = (ownerContactId: number | null) => ({ ...nobody, ownerContactId });
  const typed = (contactEmail: string | null) => ({
    owner: nobody,
    contactName: "Petr Malý",
    contactFunction: "garant",
    contactEmail,
  });

  test("may be a member with a living account, nobody else who has one", async () => {
    const member = user(author.userId ?? 0);
    expect(await resolve({ owner: member })).toEqual(member);
    const stranger = user(await createUser(deps.db));
    await expect(resolve({ owner: stranger })).rejects.toMatchObject({
      errors: { owner: "unknownChoice" },
    });
    await deps.db("users").update({ deactivated_at: "2026-01-01T00:00:00.000Z" });
    await expect(resolve({ owner: member })).rejects.toMatchObject({ status: 422 });
    expect(await resolve({ owner: member }, member)).toEqual(member);
  });

  test("typed as a contact is written down once while the project knows them", async () => {
    const first = await resolve(typed("petr@kraj.test"));
    await createActivity(deps.db, projectId, { owner_contact_id: first.ownerContactId });
    expect(await resolve(typed("petr@kraj.test"))).toEqual(first);
    expect(await resolve({ owner: contact(first.ownerContactId) })).toEqual(first);
    expect(await resolve(typed("jiny@kraj.test"))).not.toEqual(first);
    expect(await deps.db("contacts")).toHaveLength(2);
    const events = await deps.db("audit_events").where({ action: "contact.created" });
    expect(events.map(({ changes }) => changes)).toEqual(["{}", "{}"]);
  });

  test("is written to only if they agreed, which is put down once and needs an address", async () => {
    const agreeing = { ...typed("petr@kraj.test"), contactAgrees: true };
    const agreedAt = async (id: number | null) =>
      (await deps.db("contacts").where({ id }).first()).agreed_to_mail_at as string | null;
    const silent = await resolve(typed("petr@kraj.test"));
    expect(await agreedAt(silent.ownerContactId)).toBeNull();
    await createActivity(deps.db, projectId, { owner_contact_id: silent.ownerContactId });
    expect(await resolve(agreeing)).toEqual(silent);
    expect(await agreedAt(silent.ownerContactId)).not.toBeNull();
    await resolve(agreeing);
    const events = await deps.db("audit_events").where({ action: "contact.agreed" });
    expect(events.map(({ object_id }) => object_id)).toEqual([silent.ownerContactId]);
    await expect(resolve({ ...agreeing, contactEmail: null })).rejects.toMatchObject({
      errors: { contactEmail: "required" },
    });
  });

  test("known to another project only is no contact here", async () => {
    const { ownerContactId } = await resolve(typed(null));
    await createMilestone(deps.db, await createProject(deps.db), {
      owner_contact_id: ownerContactId,
    });
    await expect(resolve({ owner: contact(ownerContactId) })).rejects.toMatchObject({
      errors: { owner: "unknownChoice" },
    });
  });

  test("is either chosen or typed, and a typed one has a name", async () => {
    const chosen = { ...typed(null), owner: user(author.userId ?? 0) };
    await expect(resolve(chosen)).rejects.toMatchObject({
      errors: { contactName: "ownerEitherOr" },
    });
    const nameless = { ...typed("petr@kraj.test"), contactName: null };
    await expect(resolve(nameless)).rejects.toMatchObject({ errors: { contactName: "required" } });
    await expect(resolve({ owner: "new-contact" })).rejects.toMatchObject({ status: 422 });
    expect(await deps.db("contacts")).toHaveLength(0);
  });

  test("is offered by name, members before contacts, each with what they are", async () => {
    const userId = await createUser(deps.db, { name: "Adam Malý", sort_key: "a" });
    await addMember(deps.db, { projectId, userId });
    const { ownerContactId } = await resolve(typed(null));
    await createMilestone(deps.db, projectId, { owner_contact_id: ownerContactId });
    const offered = await listPossibleOwners(deps.db, projectId);
    expect(offered.map(({ name, role, function: post }) => [name, role ?? post])).toEqual([
      ["Adam Malý", "manager"],
      ["Žofie Nová", "coordinator"],
      ["Petr Malý", "garant"],
    ]);
  });
});
