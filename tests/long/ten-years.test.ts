import { describeYears } from "../server/features/reminders/simulated-years.ts";

describeYears("postgres", { lastDay: "2035-12-31", leastMails: 500 });
