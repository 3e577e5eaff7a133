import type { ResultOf } from "@tallyroom/schema/graphql.ts";
import { Devices } from "@tallyroom/schema/operations/devices.ts";
import { ForgetDevice } from "@tallyroom/schema/operations/forget-device.ts";
import { api } from "#lib/shared/api/api.svelte.ts";
import { PagedReading } from "#lib/shared/api/paged-reading.svelte.ts";
import { currentWarehouse } from "#lib/shared/session/current-warehouse.svelte.ts";

const pageSize = 60;

export type Device = ResultOf<typeof Devices>["devices"]["nodes"][number] & { id: string };
export type Held = Device["holding"][number];

/** The devices of a warehouse. */
export class DeviceDesk {
  readonly reading: PagedReading<Device>;

  constructor() {
    this.reading = new PagedReading((after) => {
      const warehouse = currentWarehouse.value;
      return warehouse && read(warehouse.id, after);
    });
  }

  async forget({ user, deviceId }: Device) {
    const warehouseId = currentWarehouse.value?.id ?? "";
    const input = { warehouseId, userId: user?.id ?? "", deviceId };
    return (await api.mutate(ForgetDevice, { input })).forgetDevice;
  }
}

async function read(warehouseId: string, after: string | null) {
  const { devices } = await api.query(Devices, { warehouseId, first: pageSize, after });
  const nodes = devices.nodes.map((device) => ({
    ...device,
    id: `${device.user?.id} ${device.deviceId}`,
  }));
  return { ...devices, nodes };
}
