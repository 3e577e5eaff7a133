/** Where pictures of what nobody knew are sent to, and where each is found. */
export const observationPhotosPath = "/observation-photos";
export const observationPhotoPath = (id: string) => `${observationPhotosPath}/${id}`;

export interface ObservationPhotoRow {
  warehouseId: number;
  id: number;
  observationId: number;
  mediaType: string;
  addedAt: Date;
}
