import { describe, expect, test } from "vitest";
import {
  isReadable,
  readPastedLine,
  stateWithin,
} from "../../../../server/features/registrations/rules.ts";

const ALENA = { surname: "Žďárská", firstName: "Alena", bornOn: "1980-05-01" };

describe("a pasted line", () => {
  test.each([
    ["Žďárská Alena; 1. 5. 1980; Domov Pohoda", { ...ALENA, organisation: "Domov Pohoda" }],
    ["Žďárská Alena\t01.05.1980\tDomov Pohoda", { ...ALENA, organisation: "Domov Pohoda" }],
    ["Žďárská, Alena, 1. 5. 1980", { ...ALENA, organisation: null }],
    ["Mgr. Žďárská Alena, Ph.D.; 1980-05-01", { ...ALENA, organisation: null }],
    ["1. 5. 1980; Žďárská Alena; Domov Pohoda", { ...ALENA, organisation: "Domov Pohoda" }],
    ["Alena Žďárská; 1. 5. 1980", { ...ALENA, organisation: null }],
    ["Novák Jan", { surname: "Novák", firstName: "Jan", bornOn: null, organisation: null }],
    [
      "Novák Jan;;Domov Pohoda",
      { surname: "Novák", firstName: "Jan", bornOn: null, organisation: "Domov Pohoda" },
    ],
    ["Nováková Svobodová Jana", { surname: "Nováková", firstName: "Svobodová Jana", bornOn: null }],
  ])("is understood: %s", (text, expected) => {
    const line = readPastedLine(text);
    expect(line).toMatchObject(expected);
    expect(isReadable(line)).toBe(true);
  });

  test.each(["Novák", "", ";;", "31. 2. 1980; Novák Jan", "Novák Jan; 45. 13. 1980"])(
    "is not guessed where it says too little or an impossible day: %s",
    (text) => {
      expect(isReadable(readPastedLine(text))).toBe(false);
    },
  );
});

test("over the capacity one waits, but an invitation takes no place", () => {
  const full = { capacity: 2, registered: 2 };
  expect(stateWithin("registered", full)).toEqual({
    state: "waiting",
    stateReason: "over-capacity",
  });
  expect(stateWithin("invited", full)).toEqual({ state: "invited", stateReason: null });
  expect(stateWithin("registered", { capacity: 2, registered: 1 }).state).toBe("registered");
  expect(stateWithin("registered", { capacity: null, registered: 99 }).state).toBe("registered");
});
