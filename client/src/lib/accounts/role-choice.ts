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
    const first = permissions.slice(0, permissionsNamed).map(permissionInWords);
    const rest = permissions.length - permissionsNamed;
    const named = first.map((words, at) => (at === 0 ? words : uncapitalised(words))).join(", ");
    return { value: code, label: name, detail: rest > 0 ? `${named} and ${rest} more` : named };
  });
}

function uncapitalised(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
