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
  districts: string[];
  vision: string | null;
  goals: string[];
  targetGroups: string[];
  startsOn: string;
  endsOn: string;
  totalHalere: number;
  /** Kinds of funds named by the source; nobody publishes the split, so there is none here. */
  sources: { kind: "eu" | "state" | "region"; name: string }[];
  phase: "finished" | "sustainability";
  activities: DemoActivity[];
  milestones: { title: string; dueOn: string; activity: number | null; isDone: boolean }[];
}

export interface DemoActivity {
  title: string;
  goal: string | null;
  parts: string[];
}
