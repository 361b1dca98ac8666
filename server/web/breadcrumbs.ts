import type { Response } from "express";
import { paths } from "../paths.ts";

export interface Crumb {
  label: string;
  href?: string;
}

/** Where a project's page lies: projects, the project, and what follows. */
export function projectCrumbs(res: Response, ...rest: Crumb[]): Crumb[] {
  const { project, texts } = res.locals;
  if (!project) return rest;
  return [
    { label: texts.projects.title, href: paths.projects() },
    { label: project.shortName, href: paths.project(project.id) },
    ...rest,
  ];
}
