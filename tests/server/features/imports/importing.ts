import { expect } from "vitest";
import type { Engine } from "../../../../db/connection.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { addMember, createProject, createUser } from "../../../support/factories.ts";

export interface Importing {
  house: TestApp;
  projectId: number;
  coordinator: Browser;
  coordinatorId: number;
  /** Somebody of the project, signed in. */
  member(role: string): Promise<[Browser, number]>;
  /** Uploads a table and gives the address of its preview. */
  upload(kind: string, file: string | Buffer, name?: string): Promise<string>;
  /** Confirms the import of this address. */
  apply(address: string): ReturnType<Browser["post"]>;
  // biome-ignore lint/suspicious/noExplicitAny: rows of a table as the driver gives them
  rowOf(address: string): Promise<any>;
  outcomes(address: string): Promise<Record<string, number>>;
}

/** A project whose coordinator reads tables into it. */
export async function openImporting(engine: Engine): Promise<Importing> {
  const house = await openTestApp(engine);
  const projectId = await createProject(house.db);
  const member = async (role: string): Promise<[Browser, number]> => {
    const userId = await createUser(house.db, { name: `Jana ${role}` });
    await addMember(house.db, { projectId, userId, role });
    return [await house.signedInAs(userId), userId];
  };
  const [coordinator, coordinatorId] = await member("coordinator");
  const idOf = (address: string) => Number(address.split("/").at(-1));
  const rowOf = (address: string) =>
    house
      .db("imports")
      .where({ id: idOf(address) })
      .first();
  const world: Importing = {
    ...{ house, projectId, coordinator, coordinatorId, member, rowOf },
    async upload(kind, file, name = "tabulka.csv") {
      const imports = `/projects/${world.projectId}/imports`;
      const bytes = Buffer.from(file as string);
      const answer = await coordinator.upload(imports, bytes, { kind }, name);
      const said = [...answer.text.matchAll(/Chyba: <\/span>([^<]*)/g)].map(([, text]) => text);
      expect([answer.status, ...said]).toEqual([303]);
      return answer.headers.location ?? "";
    },
    async apply(address) {
      const { version } = await rowOf(address);
      return coordinator.post(`${address}/application`, { version: String(version) });
    },
    async outcomes(address) {
      const rows = await house
        .db("import_rows")
        .where({ import_id: idOf(address) })
        .pluck("outcome");
      const counts: Record<string, number> = {};
      for (const outcome of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
      return counts;
    },
  };
  return world;
}
