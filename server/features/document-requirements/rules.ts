export const requirementSubjects = [
  "project",
  "event",
  "internship",
  "output",
  "expenditure",
] as const;
export type RequirementSubject = (typeof requirementSubjects)[number];

/** What the paper of a subject hangs on: an output is a milestone. */
export function objectOf(subject: RequirementSubject) {
  return subject === "output" ? "milestone" : subject;
}

/** Kinds that are not lists of their own: phases of a project, closings of events. */
export const projectPhases = ["finished"] as const;

/** `event:training`: what a requirement asks, in one word. */
export function keyOf({
  subject,
  subjectKind,
}: {
  subject: RequirementSubject;
  subjectKind: string | null;
}): string {
  return subjectKind === null ? subject : `${subject}:${subjectKind}`;
}

/** The two parts of such a word; undefined for what is not one. */
export function readKey(
  key: string,
): { subject: RequirementSubject; subjectKind: string | null } | undefined {
  const [name, kind, ...rest] = key.split(":");
  const subject = requirementSubjects.find((one) => one === name);
  if (!subject || rest.length > 0 || kind === "") return undefined;
  return { subject, subjectKind: kind ?? null };
}
