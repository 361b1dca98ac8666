/** Trainings, round tables and whatever else people come together for. */
export const events = {
  title: "Akce",
  confidential: "Důvěrná akce",
};
