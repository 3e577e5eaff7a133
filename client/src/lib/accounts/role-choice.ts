import { permissionInWords } from "#lib/shared/session/permission.ts";

const permissionsNamed = 4;

interface Role {
  code: string;
  name: string;
  permissions: readonly string[];
}

/** Roles as a form offers them, with what they allow in words. */
export function rolesAsChoices(roles: readonly Role[]) {
  return roles.map(({ code, name, permissions }) => {
    const named = permissions.slice(0, permissionsNamed).map(permissionInWords).join(", ");
    const rest = permissions.length - permissionsNamed;
    return { value: code, label: name, detail: rest > 0 ? `${named} and ${rest} more` : named };
  });
}
