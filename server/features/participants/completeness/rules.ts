/** What IS ESF 21+ wants to know of everybody, in the order of the form. */
export const requiredFields = [
  "firstName",
  "surname",
  "bornOn",
  "sex",
  "municipality",
  "enteredOn",
  "labourStatus",
  "education",
  "disadvantage",
] as const;

export type RequiredField = (typeof requiredFields)[number];

/** What is judged; `isDisadvantageSettled` is true of an answer and of a refusal, not of a question not asked. */
export type Judged = Record<Exclude<RequiredField, "disadvantage">, string | null> & {
  isDisadvantageSettled: boolean;
};

/** What the record still lacks to be counted; empty when it is complete. */
export function missingFields(judged: Judged): RequiredField[] {
  return requiredFields.filter((field) =>
    field === "disadvantage"
      ? !judged.isDisadvantageSettled
      : judged[field] === null || judged[field] === "",
  );
}
