import { error } from "@sveltejs/kit";
import { hand } from "#lib/hand/hand.svelte.ts";
import { CountingPlace } from "#lib/hand/task/counting-place.svelte.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, parent }) => {
  await parent();
  const countId = url.searchParams.get("count");
  const placeId = url.searchParams.get("place");
  const find = () => hand.work?.counts.find(({ id }) => id === countId);
  if (!find()) await hand.refreshWork();
  const count = find();
  const where = count?.places.find(({ id }) => id === placeId);
  if (!count || !where) error(404, "This place is not part of your work.");
  const counting = new CountingPlace(hand, count, where);
  if (!(await counting.open()))
    error(
      503,
      "This place is not on the device. It is asked for again as soon as there is a network.",
    );
  return { counting };
};
