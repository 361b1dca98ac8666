import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Reach } from "../../../db/queries/reach.ts";
import { listSearchCandidates, listSearchHits } from "../../../db/queries/searches.ts";
import { parseSearch } from "../../../server/features/searches/rules.ts";
import { dropFromSearch, indexForSearch } from "../../../server/features/searches/service.ts";
import { engines } from "../../support/databases.ts";
import { openTestDeps, type TestDeps } from "../../support/deps.ts";
import { addMember, createProject, createUser } from "../../support/factories.ts";

describe.each(engines)("the search index on %s", (engine) => {
  let deps: TestDeps;
  let projectId: number;
  const everything: Reach = { userId: 0, userIds: [0], seesEverything: true, isAuditor: false };
  beforeEach(async () => {
    deps = await openTestDeps(engine);
    projectId = await createProject(deps.db);
  });
  afterEach(() => deps.close());

  const index = (objectId: number, body: string, given: { projectId?: number } = {}) =>
    deps.db.transaction((trx) =>
      indexForSearch(trx, {
        objectType: "log-entry",
        objectId,
        projectId: given.projectId ?? projectId,
        datedOn: "2026-03-02",
        title: "",
        body,
      }),
    );
  const found = async (typed: string, reach = everything, projectIds: number[] | null = null) => {
    const terms = parseSearch(typed);
    const wanted = { types: ["log-entry"] as const, terms, projectIds, limit: 10 };
    const candidates = await listSearchCandidates(deps.db, reach, wanted);
    return candidates.map(({ objectId }) => objectId);
  };

  test("finds words whatever their diacritics and case, all of them, the last one unfinished", async () => {
    await index(1, "Proběhlo ŠKOLENÍ pečujících osob");
    await index(2, "Školení lektorů se přesouvá");
    expect(await found("skoleni")).toEqual([2, 1]);
    expect(await found("Školení pečuj")).toEqual([1]);
    expect(await found("pečuj školení")).toEqual([]);
    expect(await found("školeníčko")).toEqual([]);
  });

  test("keeps words in quotes together", async () => {
    await index(1, "kulatý stůl k dostupnosti služeb");
    await index(2, "stůl kulatý, ne hranatý");
    expect(await found("kulatý stůl")).toEqual([2, 1]);
    expect(await found('"kulatý stůl"')).toEqual([1]);
    expect(await found('"kulatý stů"')).toEqual([]);
    expect(await found('"kulatý stů')).toEqual([2, 1]);
  });

  test("finds a registration number with its punctuation, without it, and by its last part", async () => {
    await index(1, "CZ.03.02.02/00/22_006/0001329 – dodatek");
    await index(2, "CZ.03.02.02/00/22_006/0001330 – dodatek");
    for (const typed of [
      "CZ.03.02.02/00/22_006/0001329",
      "cz03020200220060001329",
      "0001329",
      "1329",
      "22_006/0001329",
    ]) {
      expect(await found(typed), typed).toEqual([1]);
    }
    expect(await found("CZ.03.02.02/00/22_006")).toEqual([2, 1]);
  });

  test("takes signs that the engine knows as operators for what they are", async () => {
    await index(1, "a OR b near and not");
    for (const typed of [
      'OR "',
      "words:a",
      "a*b -c",
      "NEAR(a b)",
      "^a",
      "a & !b | c",
      "'; drop table projects; --",
      "{a} : (",
      "a:* <-> b",
      "\\' \\",
      '"""',
      "%_",
    ]) {
      await expect(found(typed), typed).resolves.toBeDefined();
    }
    expect(await found("NOT near")).toEqual([1]);
  });

  test("follows an edit and forgets what is archived", async () => {
    await index(1, "původní znění");
    await index(1, "nové znění");
    expect(await found("původní")).toEqual([]);
    expect(await found("nové")).toEqual([1]);
    await deps.db.transaction((trx) =>
      dropFromSearch(trx, { objectType: "log-entry", objectId: 1 }),
    );
    expect(await found("nové")).toEqual([]);
  });

  test("never gives what is out of reach, whatever projects are asked for", async () => {
    const foreignId = await createProject(deps.db);
    const userId = await createUser(deps.db);
    await addMember(deps.db, { projectId, userId });
    await index(1, "vlastní porada");
    await index(2, "cizí porada", { projectId: foreignId });
    const member: Reach = { userId, userIds: [userId], seesEverything: false, isAuditor: false };
    expect(await found("porada", member)).toEqual([1]);
    expect(await found("porada", member, [foreignId])).toEqual([]);
    expect(await found("porada", everything, [projectId])).toEqual([1]);
  });

  test("keeps the types apart and gives hits in the order asked for", async () => {
    await index(7, "porada");
    await deps.db.transaction((trx) =>
      indexForSearch(trx, {
        objectType: "project",
        objectId: projectId,
        projectId,
        datedOn: null,
        title: "Porada",
        body: "",
      }),
    );
    expect(await found("porada")).toEqual([7]);
    const hits = await listSearchHits(deps.db, [
      { objectType: "log-entry", objectId: 7 },
      { objectType: "project", objectId: projectId },
    ]);
    expect(hits.map(({ objectType, title, body }) => [objectType, title, body])).toEqual([
      ["log-entry", "", "porada"],
      ["project", "Porada", ""],
    ]);
  });
});
