import type { DemoProject } from "./demo-project.ts";

/** Source: the authority's public page of project CZ.03.2.63/0.0/0.0/15_007/0003861; it names no key activities. */
export const planningNetworkingFinancing: DemoProject = {
  title:
    "Podpora procesů střednědobého plánování, síťování a financování sociálních služeb v Libereckém kraji",
  shortName: "Plánování služeb LK",
  registrationNumber: "CZ.03.2.63/0.0/0.0/15_007/0003861",
  programme: "OPZ",
  priorityAxis: null,
  callNumber: null,
  callName: null,
  beneficiary: "Liberecký kraj",
  department: "Odbor sociálních věcí",
  districts: ["CZ0513", "CZ0512", "CZ0511", "CZ0514"],
  vision:
    "Plánování služeb se má opřít o data z území a o základní síť sociálních služeb; kraj, obce a poskytovatelé mají společnou webovou aplikaci.",
  goals: [
    "Dostupnější a kvalitnější sociální služby v Libereckém kraji",
    "Stabilní systém plánování a financování sociálních služeb, který pomůže lidem ohroženým sociálním vyloučením vrátit se na trh práce",
    "Sběr a analýza dat z kraje pro základní síť a strategii rozvoje sociálních služeb, větší informovanost o službách",
  ],
  targetGroups: ["service-providers", "public-servants", "service-workers", "social-workers"],
  startsOn: "2017-01-01",
  endsOn: "2019-12-31",
  totalHalere: 972_945_624,
  sources: [
    { kind: "eu", name: "Evropský sociální fond" },
    { kind: "state", name: "Státní rozpočet České republiky" },
    { kind: "region", name: "Rozpočet Libereckého kraje" },
  ],
  periodMonths: null,
  activities: [],
  publicPage: {
    slug: "planovani-site-financovani-lk",
    introduction:
      "Projekt rozvíjel plánování sociálních služeb v době, kdy kraje dostaly za úkol sestavovat jejich základní síť a měnilo se financování. Zavedl sběr dat z území, jejich třídění a vyhodnocování a webovou aplikaci, kterou si kraj, obce a poskytovatelé předávají podklady.",
    office: "Krajský úřad Libereckého kraje, odbor sociálních věcí",
  },
  milestones: [],
};
