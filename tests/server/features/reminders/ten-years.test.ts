import { describeYears } from "./simulated-years.ts";

describeYears("sqlite", { lastDay: "2035-12-31", leastMails: 500 });
// What is computed is the same: four years here, a leap day among them, and all ten in the long tests.
describeYears("postgres", { lastDay: "2029-12-31", leastMails: 150 });
