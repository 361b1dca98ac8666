/** Nobody published when a report was handed in: the day it was due stands for it, and says so. */
export const DAY_IS_UNKNOWN = "Den odevzdání zdroj neuvádí, je tu den termínu.";

/** A project of the demonstration as its published source tells it; what the source leaves out stays out. */
export interface DemoProject {
  title: string;
  shortName: string;
  registrationNumber: string | null;
  programme: string;
  priorityAxis: string | null;
  callNumber: string | null;
  callName: string | null;
  beneficiary: string;
  department: string | null;
  /** Codes of the list `districts`. */
  districts: string[];
  vision: string | null;
  goals: string[];
  /** Codes of the list `target-groups`. */
  targetGroups: string[];
  startsOn: string;
  endsOn: string;
  totalHalere: number;
  /** Kinds of funds named by the source; nobody publishes the split, so there is none here. */
  sources: { kind: "eu" | "state" | "region"; name: string }[];
  /** Length of its monitoring periods where it is known by the programme. */
  periodMonths: number | null;
  activities: DemoActivity[];
  /** What the public page says beside the record, in our words; the contact is a function. */
  publicPage: { slug: string; introduction: string; office: string };
  milestones: { title: string; dueOn: string; activity: number | null; isDone: boolean }[];
}

export interface DemoActivity {
  title: string;
  goal: string | null;
  parts: string[];
}
