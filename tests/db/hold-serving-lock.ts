// Run as a process of its own by connection.test.ts: takes the serving lock of a database and keeps it.
import { lockForServing } from "../../db/connection.ts";

const lock = lockForServing(process.argv[2] ?? "");
console.log(lock ? "serving" : "refused");
if (lock) setInterval(() => lock, 60_000);
