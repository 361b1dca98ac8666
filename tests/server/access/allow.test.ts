import fc from "fast-check";
import { expect, test } from "vitest";
import { rightTo } from "../../../server/access/allow.ts";
import {
  type GlobalRole,
  globalRoles,
  type Permission,
  permissions,
  projectRoles,
} from "../../../server/access/permissions.ts";

const permission = fc.constantFrom(...(Object.keys(permissions) as Permission[]));
const role = fc.constantFrom(...projectRoles);
const held = fc.array(fc.record({ userId: fc.integer({ min: 1, max: 5 }), role }), {
  maxLength: 3,
});
const globals = fc.uniqueArray(fc.constantFrom(...(globalRoles as readonly GlobalRole[])));

/** Straight from the table: whether somebody with exactly these roles may. */
const may = (asked: Permission, roles: readonly string[]) => {
  const holders: readonly string[] | "everybody" = permissions[asked];
  return holders === "everybody" || roles.some((one) => holders.includes(one));
};

test("a deputy may what they may themselves or what one of those they stand in for may by their role", () => {
  fc.assert(
    fc.property(permission, globals, fc.option(role), held, (asked, roles, own, heldFor) => {
      const right = rightTo(asked, roles, { role: own, heldFor });
      const byOwn = may(asked, own === null ? roles : [...roles, own]);
      const holders = heldFor.filter((one) => may(asked, [one.role]));
      expect(right !== undefined).toBe(byOwn || holders.length > 0);
      if (byOwn) expect(right).toEqual({ onBehalfOfId: null });
      else if (right) expect(holders.map(({ userId }) => userId)).toContain(right.onBehalfOfId);
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test("outside a project nothing is held for anybody", () => {
  fc.assert(
    fc.property(permission, globals, (asked, roles) => {
      expect(rightTo(asked, roles, undefined) !== undefined).toBe(may(asked, roles));
    }),
    { seed: 20261122, numRuns: 200 },
  );
});
