import { type Id, project } from "./roots.ts";

const exports = (id: Id) => `${project(id)}/exports`;

/** Addresses of files with figures of money. */
export const exportPaths = {
  exports,
  export: (id: Id, file: string) => `${exports(id)}/${file}`,
};
