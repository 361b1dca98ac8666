import { describe, expect, test } from "vitest";
import {
  callNumberOf,
  parseRegistrationNumber,
} from "../../../server/values/registration-number.ts";

describe("a registration number", () => {
  test.each([
    "CZ.03.02.02/00/22_006/0001329",
    "CZ.03.02.01/00/25_106/0006125",
    "CZ.03.2.63/0.0/0.0/15_007/0003861",
    "CZ.03.X.63/0.0/0.0/15_007/0003861",
  ])("%s of either generation stays as it is", (number) => {
    expect(parseRegistrationNumber(number)).toBe(number);
  });

  test.each([
    ["CZ 03.2.63/0.0/0.0/15_007/0003861", "CZ.03.2.63/0.0/0.0/15_007/0003861"],
    ["CZ\u00a003.02.02/00/22_006/0001329", "CZ.03.02.02/00/22_006/0001329"],
    ["  cz.03.02.02/00/22_006/0001329\n", "CZ.03.02.02/00/22_006/0001329"],
    ["CZ.03.02.02/00/ 22_006/\n0001329", "CZ.03.02.02/00/22_006/0001329"],
    ["CZ. 03.02.02 / 00 / 22_006 / 0001329", "CZ.03.02.02/00/22_006/0001329"],
  ])("%j is put right", (typed, expected) => {
    expect(parseRegistrationNumber(typed)).toBe(expected);
  });

  test.each([
    "CZ.03.02.02/00/22_006/001329",
    "CZ.03.02.02/00/22-006/0001329",
    "CZ03.02.02/00/22_006/0001329",
    "SK.03.02.02/00/22_006/0001329",
    "CZ.03.2.63/0.0/15_007/0003861",
    "reg. č. CZ.03.02.02/00/22_006/0001329",
    "CZ.03.02.02/00/22_006/0001329, CZ.03.02.02/00/22_006/0001330",
    "",
  ])("%j is refused", (typed) => {
    expect(parseRegistrationNumber(typed)).toBeUndefined();
  });

  test("of 2021–2027 tells its call, an older one does not", () => {
    expect(callNumberOf("CZ.03.02.02/00/22_006/0001329")).toBe("03_22_006");
    expect(callNumberOf("CZ.03.2.63/0.0/0.0/15_007/0003861")).toBeUndefined();
  });
});
