import { describe, expect, test } from "vitest";
import { passwordFault } from "../../../../server/features/accounts/passwords/rules.ts";

const jana = ["Jana Novotná", "jana.novotna@kraj-lbc.cz"];

describe("a new password", () => {
  test.each([
    ["eleven characters", "kobyla nese"],
    ["nothing", ""],
    ["eleven characters of two code units each", "😀😁😂🤣😃😄😅😆😉😊😋"],
  ])("of %s is too short", (_what, password) => {
    expect(passwordFault(password, [])).toBe("shortPassword:12");
  });

  test("may be of 128 characters and no more", () => {
    const long = "ťuhýk a žluva ".repeat(10).slice(0, 128);
    expect(passwordFault(long, [])).toBeUndefined();
    expect(passwordFault(`${long}x`, [])).toBe("tooLong:128");
  });

  test.each([
    "Heslo1234567!",
    "heslo-heslo-heslo",
    "HESLOHESLO 2026",
    "Passw0rd-Passw0rd",
    "liberec liberec 99",
    "milacek*beruska",
    "Osnova-Osnova-2026",
    "osnova123456789",
    "aaaaaaaaaaaaaaaa",
    "121212121212",
    "123456789012",
    "987654321098",
    "qwertzuiopqwertz",
    "Jana.Novotna2026",
    "novotna@kraj-lbc",
  ])("like %s is refused as easily guessed", (password) => {
    expect(passwordFault(password, jana)).toBe("commonPassword");
  });

  test.each([
    "kobyla má malý bok",
    "brambora osedlala vlaštovku",
    "Xk7-qR2p-Lm9w",
    "839204718265",
    "    ťuhýk    na    plotě",
    "Jana má čtyři trpasličí slony",
  ])("like %s is good, with blanks and letters of any kind", (password) => {
    expect(passwordFault(password, jana)).toBeUndefined();
  });
});
