import type { Texts } from "../index.ts";

export const measures: Texts["measures"] = {
  history: {
    "measure.created": "Measure added",
    "measure.edited": "Measure edited",
    "measure.state-changed": "State of a measure changed",
    "measure.archived": "Measure archived",
    "measure.restored": "Measure restored from the archive",
  },
  fields: { text: "Measure", proof: "Proof" },
  fieldValues: {
    state: { planned: "planned", running: "running", done: "done", dropped: "dropped" },
  },
};
