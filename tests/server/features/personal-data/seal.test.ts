import { describe, expect, test } from "vitest";
import {
  type Disadvantage,
  openDisadvantage,
  sealDisadvantage,
  sealKeys,
} from "../../../../server/features/personal-data/seal/service.ts";

const keysOf = (secretKey: string, previousSecretKey?: string) =>
  sealKeys({ secretKey, previousSecretKey });
const keys = keysOf("a secret that is long enough for the rule");
const ALL = ["ZNZP", "ZNMIG", "ZNPTZ", "ZNUZP", "PBOBP", "SPPVT", "SPOZ", "SPZSV"];
const ANSWERS: Disadvantage[] = [
  { answer: "refused" },
  { answer: "given", codes: [] },
  { answer: "given", codes: ["ZNZP", "SPOZ"] },
  { answer: "given", codes: ALL },
];

describe("what a participant says of their disadvantage", () => {
  test.each(ANSWERS)("is sealed and opened again: %j", (answer) => {
    const sealed = sealDisadvantage(keys, 7, answer);
    expect(openDisadvantage(keys, 7, sealed)).toEqual(answer);
    expect(
      Buffer.from(String(sealed).split(".")[2] ?? "", "base64url").toString("latin1"),
    ).not.toContain("ZN");
  });

  test("is not kept at all when nobody asked", () => {
    expect(sealDisadvantage(keys, 7, { answer: "not-asked" })).toBeNull();
    expect(openDisadvantage(keys, 7, null)).toEqual({ answer: "not-asked" });
  });

  test("cannot be told from the length, nor by comparing two of them", () => {
    const sealed = [...ANSWERS, ...ANSWERS].map((answer) => sealDisadvantage(keys, 7, answer));
    expect(new Set(sealed.map((text) => text?.length)).size).toBe(1);
    expect(new Set(sealed).size).toBe(sealed.length);
  });

  test("does not open at another person, after a change, or with another secret", () => {
    const sealed = String(sealDisadvantage(keys, 7, { answer: "refused" }));
    const last = sealed.at(-2) === "A" ? "B" : "A";
    const changed = `${sealed.slice(0, -2)}${last}${sealed.at(-1)}`;
    expect(() => openDisadvantage(keys, 8, sealed)).toThrow();
    expect(() => openDisadvantage(keys, 7, changed)).toThrow();
    expect(() =>
      openDisadvantage(keysOf("another secret that is long enough"), 7, sealed),
    ).toThrow();
  });

  test("opens with the secret of before, and is sealed with the present one", () => {
    const sealed = sealDisadvantage(keys, 7, { answer: "refused" });
    const both = keysOf(
      "the new secret, long enough as well",
      "a secret that is long enough for the rule",
    );
    expect(openDisadvantage(both, 7, sealed)).toEqual({ answer: "refused" });
    expect(sealDisadvantage(both, 7, { answer: "refused" })).toContain(both[0]?.id);
  });
});
