import { error } from "@sveltejs/kit";
import type { PageLoad } from "./$types";

export const load: PageLoad = ({ params }) => {
  const number = Number(params.number);
  if (!Number.isInteger(number) || number < 1 || number >= 2 ** 31)
    error(404, "There is no such sheet.");
  return { number };
};
