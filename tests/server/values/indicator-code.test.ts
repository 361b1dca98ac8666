import { expect, test } from "vitest";
import {
  formatIndicatorCode,
  normalizeIndicatorCode,
} from "../../../server/values/indicator-code.ts";

test("six digits are stored without a blank and shown in two groups", () => {
  expect(normalizeIndicatorCode(" 600 000 ")).toBe("600000");
  expect(normalizeIndicatorCode("600\u00a0000")).toBe("600000");
  expect(formatIndicatorCode("600000")).toBe("600\u00a0000");
});

test("codes of another shape stay as they are", () => {
  expect(normalizeIndicatorCode("EECO 01")).toBe("EECO 01");
  expect(normalizeIndicatorCode("60 000")).toBe("60000");
  expect(formatIndicatorCode("60000")).toBe("60000");
  expect(formatIndicatorCode("EECO01")).toBe("EECO01");
});
