import { type Id, project } from "./roots.ts";

/** Addresses of the public page of a project; `/public/…` is open to anyone. */
export const publicPagePaths = {
  publicPage: (id: Id) => `${project(id)}/public-page`,
  editPublicPage: (id: Id) => `${project(id)}/public-page/edit`,
  previewPublicPage: (id: Id) => `${project(id)}/public-page/preview`,
  publicPagePublication: (id: Id) => `${project(id)}/public-page/publication`,
  publicPageWithdrawal: (id: Id) => `${project(id)}/public-page/withdrawal`,
  public: (slug: string) => `/public/${slug}`,
};
