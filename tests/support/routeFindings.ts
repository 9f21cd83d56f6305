import { findRoutes } from "../../provider/routes/findings";
import { textOf } from "../../provider/routes/missing";
import { readRoutes } from "../../provider/routes/read";
import type { JoinedNetworks } from "../../provider/routes/facts";
import { fakeClouds, type FakeState } from "./fakeClouds";
import { joinedNetworks, networks } from "./joinedNetworks";

const ids = { vbrId: "vbr-1", virtualInterfaceId: "dxvif-1" };
const session = { vpnGatewayId: "vgw-1", advertisedRouteCount: 2, receivedRouteCount: 1 };

/** With the VPC at Alibaba Cloud named. */
export const named: JoinedNetworks = { ...networks, alibabaVpcIds: ["vpc-ali"] };

export type Change = (state: FakeState) => void;

/** What is found of joined networks once something has changed there. */
export async function findAfter(
    change: Change = () => undefined,
    of = named,
    counts: object = {},
): Promise<ReturnType<typeof findRoutes>> {
    const clouds = fakeClouds(joinedNetworks());
    change(clouds.state);
    return findRoutes(await readRoutes(of, ids, clouds), { ...session, ...counts });
}

/** The texts of what is demanded, each behind its stage, and of what is not. */
export async function missingAfter(change?: Change, of?: JoinedNetworks, counts?: object): Promise<string[]> {
    const { missing } = await findAfter(change, of, counts);
    return missing.map((each) => `${each.isDemanded ? each.stage : `(${each.stage})`} | ${textOf(each)}`);
}

/** Of the transit router's table. */
export function entriesOf({ transitRouterTables }: FakeState): FakeState["transitRouterTables"][number]["entries"] {
    return transitRouterTables[0]?.entries ?? [];
}
