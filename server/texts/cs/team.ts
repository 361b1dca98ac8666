/** People of a project and what they do in it. */
export const team = {
  title: "Realizační tým",
  add: "Přidat člena týmu",
};
