import { expect, test } from "vitest";
import { textsFor } from "../../../server/texts/index.ts";
import { presentFields } from "../../../server/web/form-fields.ts";

test.each([
  ["", "date"],
  ["2026-02-28", "date"],
  ["2026-02-31", "text"],
  ["31. 2. 2026", "text"],
  ["1. 5. 2023", "text"],
])("a date typed as %o is shown again in a field for a %s", (typed, type) => {
  for (const error of ["validDate", undefined]) {
    const state = {
      values: { on: typed },
      errors: error === undefined ? {} : { on: error },
      submission: "one",
      current: null,
    };
    const [field] = presentFields(
      [{ type: "date", name: "on", label: "Den" }],
      state,
      textsFor("cs"),
    );
    expect(field).toMatchObject({ type, value: typed });
  }
});
