import { type Id, project } from "./roots.ts";

const plan = (id: Id) => `/plans/${id}`;
const area = (id: Id, areaId: Id) => `${plan(id)}/areas/${areaId}`;
const card = (id: Id, cardId: Id) => `${plan(id)}/cards/${cardId}`;
const measure = (id: Id, cardId: Id, measureId: Id) => `${card(id, cardId)}/measures/${measureId}`;
const cardLink = (id: Id, cardId: Id, linkId: Id) => `${card(id, cardId)}/links/${linkId}`;
const statement = (id: Id, cardId: Id, year: Id) => `${card(id, cardId)}/statements/${year}`;
const planImport = (id: Id, importId: Id) => `${plan(id)}/import/${importId}`;
const importedCard = (id: Id, importId: Id, ordinal: Id) =>
  `${planImport(id, importId)}/cards/${ordinal}`;
const actionPlan = (id: Id, year: Id) => `${plan(id)}/action-plans/${year}`;

/** Addresses of strategic plans: their cards, annexes read in, what is done about them year by year. */
export const planPaths = {
  plans: () => "/plans",
  newPlan: () => "/plans/new",
  plan,
  editPlan: (id: Id) => `${plan(id)}/edit`,
  planArchiving: (id: Id) => `${plan(id)}/archiving`,
  planRestoration: (id: Id) => `${plan(id)}/archiving/restoration`,
  planHistory: (id: Id) => `${plan(id)}/history`,
  newArea: (id: Id) => `${plan(id)}/areas/new`,
  areas: (id: Id) => `${plan(id)}/areas`,
  area,
  editArea: (id: Id, areaId: Id) => `${area(id, areaId)}/edit`,
  areaArchiving: (id: Id, areaId: Id) => `${area(id, areaId)}/archiving`,
  newCard: (id: Id) => `${plan(id)}/cards/new`,
  cards: (id: Id) => `${plan(id)}/cards`,
  card,
  editCard: (id: Id, cardId: Id) => `${card(id, cardId)}/edit`,
  cardArchiving: (id: Id, cardId: Id) => `${card(id, cardId)}/archiving`,
  cardRestoration: (id: Id, cardId: Id) => `${card(id, cardId)}/archiving/restoration`,
  cardOwner: (id: Id, cardId: Id) => `${card(id, cardId)}/owner`,
  newMeasure: (id: Id, cardId: Id) => `${card(id, cardId)}/measures/new`,
  measures: (id: Id, cardId: Id) => `${card(id, cardId)}/measures`,
  measure,
  editMeasure: (id: Id, cardId: Id, measureId: Id) => `${measure(id, cardId, measureId)}/edit`,
  measureRestoration: (id: Id, cardId: Id, measureId: Id) =>
    `${measure(id, cardId, measureId)}/archiving/restoration`,
  measureState: (id: Id, cardId: Id, measureId: Id) => `${measure(id, cardId, measureId)}/state`,
  measureArchiving: (id: Id, cardId: Id, measureId: Id) =>
    `${measure(id, cardId, measureId)}/archiving`,
  newCardLink: (id: Id, cardId: Id) => `${card(id, cardId)}/links/new`,
  cardLinks: (id: Id, cardId: Id) => `${card(id, cardId)}/links`,
  cardLink,
  editCardLink: (id: Id, cardId: Id, linkId: Id) => `${cardLink(id, cardId, linkId)}/edit`,
  cardLinkArchiving: (id: Id, cardId: Id, linkId: Id) =>
    `${cardLink(id, cardId, linkId)}/archiving`,
  cardLinkRestoration: (id: Id, cardId: Id, linkId: Id) =>
    `${cardLink(id, cardId, linkId)}/archiving/restoration`,
  projectCards: (id: Id) => `${project(id)}/cards`,
  newProjectCard: (id: Id) => `${project(id)}/cards/new`,
  projectCard: (id: Id, linkId: Id) => `${project(id)}/cards/${linkId}`,
  editProjectCard: (id: Id, linkId: Id) => `${project(id)}/cards/${linkId}/edit`,
  projectCardArchiving: (id: Id, linkId: Id) => `${project(id)}/cards/${linkId}/archiving`,
  planCoverage: (id: Id) => `${plan(id)}/coverage`,
  planFulfilment: (id: Id) => `${plan(id)}/fulfilment`,
  planComparison: (id: Id) => `${plan(id)}/comparison`,
  continuations: (id: Id) => `${plan(id)}/continuations`,
  continuationRemoval: (id: Id, continuationId: Id) =>
    `${plan(id)}/continuations/${continuationId}/removal`,
  dismissedContinuations: (id: Id) => `${plan(id)}/continuations/dismissals`,
  dismissedContinuationRemoval: (id: Id, dismissalId: Id) =>
    `${plan(id)}/continuations/dismissals/${dismissalId}/removal`,
  planFiles: (id: Id) => `${plan(id)}/exports`,
  planFile: (id: Id, kind: string, format: string) => `${plan(id)}/exports/${kind}.${format}`,
  planStatements: (id: Id) => `${plan(id)}/statements`,
  statement,
  editStatement: (id: Id, cardId: Id, year: Id) => `${statement(id, cardId, year)}/edit`,
  myCards: () => "/cards",
  actionPlans: (id: Id) => `${plan(id)}/action-plans`,
  newActionPlan: (id: Id) => `${plan(id)}/action-plans/new`,
  actionPlan,
  editActionPlan: (id: Id, year: Id) => `${actionPlan(id, year)}/edit`,
  actionPlanArchiving: (id: Id, year: Id) => `${actionPlan(id, year)}/archiving`,
  actionPlanRestoration: (id: Id, actionPlanId: Id) =>
    `${plan(id)}/action-plans/archived/${actionPlanId}/restoration`,
  actionPlanItems: (id: Id, year: Id) => `${actionPlan(id, year)}/items`,
  actionPlanItem: (id: Id, year: Id, itemId: Id) => `${actionPlan(id, year)}/items/${itemId}`,
  editActionPlanItem: (id: Id, year: Id, itemId: Id) =>
    `${actionPlan(id, year)}/items/${itemId}/edit`,
  planImports: (id: Id) => `${plan(id)}/import`,
  planImport,
  planImportLines: (id: Id, importId: Id) => `${planImport(id, importId)}/lines`,
  planImportApplication: (id: Id, importId: Id) => `${planImport(id, importId)}/application`,
  planImportAcceptance: (id: Id, importId: Id) => `${planImport(id, importId)}/acceptance`,
  planImportReading: (id: Id, importId: Id) => `${planImport(id, importId)}/reading`,
  planImportUndoing: (id: Id, importId: Id) => `${planImport(id, importId)}/undoing`,
  planImportDropping: (id: Id, importId: Id) => `${planImport(id, importId)}/dropping`,
  importedCard,
  importedCardDecision: (id: Id, importId: Id, ordinal: Id) =>
    `${importedCard(id, importId, ordinal)}/decision`,
  importedCardRepair: (id: Id, importId: Id, ordinal: Id) =>
    `${importedCard(id, importId, ordinal)}/repair`,
  editImportedCard: (id: Id, importId: Id, ordinal: Id) =>
    `${importedCard(id, importId, ordinal)}/edit`,
  socialServices: () => "/admin/social-services",
  newSocialService: () => "/admin/social-services/new",
  socialService: (id: Id) => `/admin/social-services/${id}`,
  editSocialService: (id: Id) => `/admin/social-services/${id}/edit`,
  socialServiceArchiving: (id: Id) => `/admin/social-services/${id}/archiving`,
  planTerms: () => "/admin/plan-terms",
  newPlanTerm: () => "/admin/plan-terms/new",
  planTerm: (id: Id) => `/admin/plan-terms/${id}`,
  editPlanTerm: (id: Id) => `/admin/plan-terms/${id}/edit`,
  planTermArchiving: (id: Id) => `/admin/plan-terms/${id}/archiving`,
};
