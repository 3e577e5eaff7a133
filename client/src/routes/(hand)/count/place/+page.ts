import { error } from "@sveltejs/kit";
import { hand } from "#lib/hand/hand.svelte.ts";
import { CountingPlace } from "#lib/hand/task/counting-place.svelte.ts";
import { workWords } from "#lib/hand/screens/work-words.ts";
import type { PageLoad } from "./$types";

export const load: PageLoad = async ({ url, parent }) => {
  await parent();
  const countId = url.searchParams.get("count");
  const placeId = url.searchParams.get("place");
  const find = () => hand.work?.counts.find(({ id }) => id === countId);
  if (!find()) await hand.refreshWork();
  const count = find();
  const where = count?.places.find(({ id }) => id === placeId);
  if (!count || !where) error(404, workWords("notYourPlace"));
  const counting = new CountingPlace(hand, count, where);
  if (!(await counting.open())) error(503, workWords("notOnDevice"));
  return { counting };
};
