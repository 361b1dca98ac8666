import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { errorText } from "../../../../server/texts/error-text.ts";
import { textsFor } from "../../../../server/texts/index.ts";
import { type Browser, openTestApp, type TestApp } from "../../../support/app.ts";
import { engines } from "../../../support/databases.ts";
import { createUser, insert } from "../../../support/factories.ts";
import { fingerprint } from "../../../support/fingerprint.ts";
import { createCards, createPlan } from "../../../support/plan-factories.ts";

type Typed = string | string[] | undefined;
type Entry = Record<string, Typed>;
/** A field, what is typed into it (nothing: the field is missing) and what is said of it. */
type Line = [field: string, typed: Typed, error: string];

const LONG = "ž".repeat(10_000);
const TWO = ["jedna", "dvě"];

const plan: Entry = {
  ...{ title: "Plán B", region: "", fromYear: "2024", toYear: "2027", state: "draft" },
  ...{ asksOn: "15. 1.", note: "" },
};
const planLines: Line[] = [
  ["title", "", "required"],
  ["title", undefined, "required"],
  ["title", TWO, "oneValue"],
  ["title", LONG, "tooLong:300"],
  ["region", LONG, "tooLong:200"],
  ["note", LONG, "tooLong:4000"],
  ["fromYear", "letos", "wholeNumber"],
  ["fromYear", "2024,5", "wholeNumber"],
  ["fromYear", "1989", "atLeast:1990"],
  ["toYear", "2101", "atMost:2100"],
  ["toYear", "99999999999999999999", "wholeNumber"],
  ["toYear", "2023", "endBeforeStart"],
  ["state", "hotový", "unknownChoice"],
  ["state", undefined, "required"],
  ["asksOn", "31. 2.", "validDayOfYear"],
  ["asksOn", "29. 2.", "validDayOfYear"],
  ["asksOn", "v lednu", "validDayOfYear"],
  ["asksOn", "", "required"],
];
const area: Entry = { kind: "area", code: "7", title: "Senioři", parentId: "" };
const areaLines: Line[] = [
  ["kind", "district", "unknownChoice"],
  ["kind", TWO, "oneValue"],
  ["code", "", "required"],
  ["code", LONG, "tooLong:20"],
  ["title", undefined, "required"],
  ["title", LONG, "tooLong:300"],
  ["parentId", "kamkoli", "unknownChoice"],
  ["parentId", "999999", "unknownChoice"],
];
const card: Entry = { number: "9.9", name: "Nová karta", areaCode: "", period: "2024+" };
const cardLines: Line[] = [
  ["number", "", "required"],
  ["number", LONG, "tooLong:50"],
  ["name", TWO, "oneValue"],
  ["name", LONG, "tooLong:1000"],
  ["areaCode", "nikde", "unknownChoice"],
  ["description", `${LONG}${LONG}ž`, "tooLong:20000"],
  ["goals", TWO, "oneValue"],
  ["costs", "a\u0000b", "unusableText"],
];
const measure: Entry = { text: "Poradna", state: "planned", dueOn: "", owner: "" };
const measureLines: Line[] = [
  ["text", undefined, "required"],
  ["text", `${LONG}${LONG}ž`, "tooLong:20000"],
  ["state", "skoro", "unknownChoice"],
  ["dueOn", "31. 2. 2026", "validDate"],
  ["dueOn", "brzy", "validDate"],
  ["proof", LONG, "tooLong:500"],
  ["note", LONG, "tooLong:2000"],
  ["owner", "nikdo", "unknownChoice"],
  ["owner", "user-999999", "unknownChoice"],
];
const statement: Entry = { state: "as-planned", text: "Daří se", nextSteps: "", version: "0" };
const statementLines: Line[] = [
  ["state", "nijak", "unknownChoice"],
  ["text", "", "required"],
  ["text", TWO, "oneValue"],
  ["text", LONG, "tooLong:4000"],
  ["nextSteps", LONG, "tooLong:4000"],
  ["version", "první", "required"],
];
const year: Entry = { year: "2027", note: "" };
const yearLines: Line[] = [
  ["year", "", "required"],
  ["year", "příští", "wholeNumber"],
  ["year", "1500", "atLeast:1990"],
  ["year", "2028", "outsidePlan"],
  ["year", "2026", "taken"],
  ["note", LONG, "tooLong:2000"],
];
const approval: Entry = { approvedOn: "", note: "", version: "1" };
const approvalLines: Line[] = [
  ["approvedOn", "31. 2. 2026", "validDate"],
  ["approvedOn", "3. 3. 2026", "notInFuture"],
  ["note", TWO, "oneValue"],
  ["version", undefined, "required"],
];
const item: Entry = { task: "Otevřít", dueOn: "", result: "", version: "1" };
const itemLines: Line[] = [
  ["task", LONG, "tooLong:2000"],
  ["dueOn", "30. 2. 2026", "validDate"],
  ["dueOn", "31. 12. 2025", "outsideYear"],
  ["result", LONG, "tooLong:4000"],
];
const service: Entry = {
  ...{ section: "71", nameCs: "Nová služba", nameEn: "New", kind: "care", synonyms: "" },
  ...{ position: "40", validFrom: "", validTo: "", source: "Zákon" },
};
const serviceLines: Line[] = [
  ["section", "§ 71", "sectionNumber"],
  ["nameCs", LONG, "tooLong:200"],
  ["nameEn", "", "required"],
  ["kind", "drahá", "unknownChoice"],
  ["synonyms", LONG, "tooLong:120"],
  ["synonyms", "a\n".repeat(41), "atMost:40"],
  ["position", "0", "atLeast:1"],
  ["validFrom", "31. 2. 2026", "validDate"],
  ["source", undefined, "required"],
];
const term: Entry = {
  ...{ kind: "body", code: "new-one", labelCs: "Nový", labelEn: "New", synonyms: "" },
  position: "60",
};
const termLines: Line[] = [
  ["kind", "jiný", "unknownChoice"],
  ["code", "Škola", "termCode"],
  ["code", "a.b", "termCode"],
  ["labelCs", LONG, "tooLong:200"],
  ["position", "první", "wholeNumber"],
];

describe.each(engines)("what forms of plans refuse on %s", (engine) => {
  let house: TestApp;
  let founder: Browser;
  let places: Record<string, string>;
  let untouched: string;
  const stored = () => fingerprint(house.db, ["audit_events", "attempt_windows"]);
  beforeAll(async () => {
    house = await openTestApp(engine, { at: "2026-03-02T07:30:00Z" });
    const roles = { is_founder: true, is_administrator: true };
    founder = await house.signedInAs(await createUser(house.db, roles));
    const planId = await createPlan(house.db, { from_year: 2024, to_year: 2027 });
    const [cardId] = await createCards(house, planId, [{ measures: ["Poradna"] }]);
    const created_at = house.clock.now();
    const action_plan_id = await insert(house.db, "action_plans", {
      ...{ plan_id: planId, year: 2026, created_at },
    });
    const itemId = await insert(house.db, "action_plan_items", {
      ...{ action_plan_id, card_id: cardId, created_at },
    });
    const at = `/plans/${planId}`;
    places = {
      ...{ plan: "/plans", area: `${at}/areas`, card: `${at}/cards` },
      measure: `${at}/cards/${cardId}/measures`,
      statement: `${at}/cards/${cardId}/statements/2025`,
      ...{ year: `${at}/action-plans`, approval: `${at}/action-plans/2026` },
      item: `${at}/action-plans/2026/items/${itemId}`,
      ...{ service: "/admin/social-services", term: "/admin/plan-terms" },
    };
    untouched = await stored();
  });
  afterAll(() => house.close());

  const forms: [string, Entry, Line[]][] = [
    ["plan", plan, planLines],
    ["area", area, areaLines],
    ["card", card, cardLines],
    ["measure", measure, measureLines],
    ["statement", statement, statementLines],
    ["year", year, yearLines],
    ["approval", approval, approvalLines],
    ["item", item, itemLines],
    ["service", service, serviceLines],
    ["term", term, termLines],
  ];

  test.each(forms)("%s: each wrong field by itself, in words", async (form, entry, lines) => {
    for (const [field, typed, error] of lines) {
      const sent = Object.entries({ ...entry, [field]: typed }).filter(
        ([, value]) => value !== undefined,
      );
      const given = Object.fromEntries(sent) as Record<string, string | string[]>;
      const { status, text } = await founder.post(places[form] as string, given);
      const line = `${form} ${field} ${String(typed).slice(0, 20)}`;
      const said = errorText(textsFor("cs"), error);
      expect([line, status]).toEqual([line, 422]);
      expect([line, text.includes(said) ? said : "something else"]).toEqual([line, said]);
    }
    expect(await stored()).toBe(untouched);
  });
});
