import { describe, expect, test } from "vitest";
import { seesInside, titleFor } from "../../../../server/features/events/rules.ts";
import { textsFor } from "../../../../server/texts/index.ts";

const texts = textsFor("cs");
const peer = { title: "PEER s Klárou", isConfidential: true, ownerUserId: 7 };

describe("a confidential event", () => {
  test("is called by its title before its coordinator only", () => {
    expect(titleFor(peer, 7, texts)).toBe("PEER s Klárou");
    expect(titleFor(peer, 8, texts)).toBe("Důvěrná akce");
  });

  test("has no title in what is made for many", () => {
    expect(titleFor(peer, null, texts)).toBe("Důvěrná akce");
    expect(seesInside({ isConfidential: true, ownerUserId: null }, null)).toBe(false);
  });

  test("differs from an open one, whose title everybody reads", () => {
    expect(titleFor({ ...peer, isConfidential: false }, null, texts)).toBe("PEER s Klárou");
  });
});
