export const projects = {
  title: "Projekty",
};
