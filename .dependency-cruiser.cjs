// Who may import whom; ARCHITECTURE.md says why. tests/architecture/dependency-rules.test.ts plants a
// breach of each rule and expects it to be found.
const INSIDE = "^(server|db|jobs)/";
// Composition roots: they start what everything else is handed.
const ENTRANCES = "^server/(main\\.ts|start-server\\.ts|commands/)";
// The part of access that decides and knows nothing of requests.
const POLICY = "^server/access/(passwords|permissions|reach|viewer)\\.ts$";
// The part of web that prints a view and knows nothing of requests.
const PRINTING = "^server/web/(templates|folders)\\.ts$";

module.exports = {
  forbidden: [
    {
      // A cycle closed by a type alone does not exist when the program runs.
      name: "no-cycles",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "only-db-speaks-sql",
      from: { path: "^(server|jobs)/" },
      to: { path: "node_modules/(knex|pg|better-sqlite3)/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "db-knows-nobody",
      from: { path: "^db/", pathNot: "^db/seeds/" },
      to: { path: "^(server|jobs|tests)/", pathNot: "^server/values/" },
    },
    {
      // Demonstration data are entered as people enter them: through the services.
      name: "seeds-use-services",
      from: { path: "^db/seeds/" },
      to: {
        path: "^(server|jobs|tests)/",
        pathNot: "^server/(values/|[^/]+\\.ts$)|^server/features/.+/(service|rules)\\.ts$",
      },
    },
    {
      name: "rules-are-pure",
      from: { path: "^server/values/|^server/features/.+/(rules|schema)\\.ts$" },
      to: {
        path: "^(db|jobs|server)/|^(node:)?(fs|http|net|child_process)",
        pathNot: "^server/values/|/rules\\.ts$",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "services-do-not-speak-http",
      from: { path: "^server/features/.+/(service|rules)\\.ts$|^server/mail/|^jobs/" },
      to: {
        path: "^server/(web|access)/|node_modules/express/|/(routes|presenter)\\.ts$",
        pathNot: [POLICY, PRINTING],
      },
    },
    {
      name: "policy-does-not-speak-http",
      from: { path: POLICY },
      to: { path: "^server/(web|access)/|node_modules/express/", pathNot: POLICY },
    },
    {
      // Boxes of the log and of documents stand on pages of other features: who feeds them is a door too; what
      // lies under the address of an event is loaded through the event.
      // Rows of an import go through the schemas of the forms they stand for.
      // Who shows somebody else's thing calls it by that noun's own words.
      // What is written to a file is ordered in the shape that its writer knows.
      name: "features-meet-at-service-and-rules",
      from: { path: "^server/features/([^/]+)/", pathNot: "^server/features/imports/kinds/" },
      to: {
        path: "^server/features/",
        pathNot: [
          "^server/features/$1/",
          "/(service|rules|words)\\.ts$",
          "^server/features/(log-entries|documents|comments|card-links)/presenter\\.ts$",
          "^server/features/prepared-files/kinds\\.ts$",
          "^server/features/exports/writing/(orders|documents/document)\\.ts$",
          "^server/features/events/(load-event|header|inside-only)\\.ts$",
          "^server/features/participants/load-participation\\.ts$",
          "^server/features/positions/(pages|assignments/load-assignment)\\.ts$",
          "^server/features/expenditures/(pages|load-expenditure)\\.ts$",
          "^server/features/plans/(load-plan|header)\\.ts$",
          "^server/features/cards/load-card\\.ts$",
          "^server/features/mails/ledger/presenter\\.ts$",
          "^server/features/indicators/list/sparkline\\.ts$",
        ],
      },
    },
    {
      name: "entrances-are-not-imported",
      from: { path: "^(server|db)/", pathNot: ENTRANCES },
      to: { path: `^jobs/|${ENTRANCES}` },
    },
    { name: "no-tests-in-production", from: { path: INSIDE }, to: { path: "^tests/" } },
    {
      name: "no-development-packages-in-production",
      from: { path: INSIDE },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
    { name: "imports-resolve", from: {}, to: { couldNotResolve: true } },
  ].map((rule) => ({ severity: "error", ...rule })),
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    doNotFollow: { path: "node_modules" },
  },
};
