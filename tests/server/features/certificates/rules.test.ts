import { describe, expect, test } from "vitest";
import {
  entitlementOf,
  lengthOf,
  requiredMinutes,
} from "../../../../server/features/certificates/rules.ts";

describe("who may get a certificate", () => {
  const share = { basis: "share", percent: 80 } as const;

  test("has attended the share of the event, to the last minute", () => {
    const required = requiredMinutes(share, 721);
    expect(required).toBe(577);
    const person = { certificateId: null, isAnonymised: false };
    expect(entitlementOf({ ...person, minutes: 576 }, required)).toBe("below");
    expect(entitlementOf({ ...person, minutes: 577 }, required)).toBe("entitled");
  });

  test("or so many hours, whatever the length of the event", () => {
    expect(requiredMinutes({ basis: "hours", minutes: 90 }, 720)).toBe(90);
  });

  test("of an event that lasts no time nobody is due one", () => {
    const required = requiredMinutes(share, 0);
    const person = { certificateId: null, isAnonymised: false, minutes: 60 };
    expect(entitlementOf(person, required)).toBe("below");
  });

  test("whoever has one, did not come or was anonymised gets none", () => {
    const person = { certificateId: null, isAnonymised: false, minutes: 720 };
    expect(entitlementOf({ ...person, certificateId: 5 }, 1)).toBe("issued");
    expect(entitlementOf({ ...person, minutes: 0 }, 0)).toBe("absent");
    expect(entitlementOf({ ...person, isAnonymised: true }, 1)).toBe("anonymised");
  });
});

test("hours are those of 45 minutes only when all of the event is counted so", () => {
  expect(lengthOf(360, [{ hourMinutes: 45 }, { hourMinutes: 45 }])).toEqual({
    hundredths: 800,
    isTeaching: true,
  });
  expect(lengthOf(360, [{ hourMinutes: 45 }, { hourMinutes: 60 }])).toEqual({
    hundredths: 600,
    isTeaching: false,
  });
  expect(lengthOf(360, [])).toEqual({ hundredths: 600, isTeaching: false });
});
