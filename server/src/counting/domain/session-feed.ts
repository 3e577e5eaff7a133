/** What a session's feed is called in its cursors. A new epoch is another feed. */
export function sessionFeedName(session: {
  warehouseId: number;
  id: number;
  epoch: string;
}): string {
  return `session:${session.warehouseId}:${session.id}:${session.epoch}`;
}
