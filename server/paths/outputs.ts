import { type Id, project } from "./roots.ts";

const output = (id: Id, outputId: Id) => `${project(id)}/outputs/${outputId}`;
const step = (noun: string) => ({
  show: (id: Id, outputId: Id) => `${output(id, outputId)}/${noun}/new`,
  take: (id: Id, outputId: Id) => `${output(id, outputId)}/${noun}`,
});

/** Addresses of a project's outputs and of the steps of their life. */
export const outputPaths = {
  outputs: (id: Id) => `${project(id)}/outputs`,
  output,
  outputSteps: {
    commenting: step("commenting"),
    approval: step("approval"),
    publication: step("publication"),
    counting: step("counting"),
    return: step("return"),
  },
};
