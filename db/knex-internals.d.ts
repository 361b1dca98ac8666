// biome-ignore-all lint/style/noDefaultExport: the shape of another package
declare module "knex/lib/dialects/better-sqlite3/index.js" {
  const client: new (config: unknown) => unknown;
  export default client;
}
