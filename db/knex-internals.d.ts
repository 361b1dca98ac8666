declare module "knex/lib/dialects/better-sqlite3/index.js" {
  const client: new (config: unknown) => unknown;
  export default client;
}
