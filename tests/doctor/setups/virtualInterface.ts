import type { VpnGateway } from "../../../simulator/world/awsState";
import type { Link } from "../healthyLink";
import { keepsBgpDown, type Setup } from "../setup";
import { stopped } from "../symptoms";
import { deleteVirtualInterface } from "./deleteVirtualInterface";
import { otherVpc } from "./otherVpc";

/** The virtual interface: whether there is one, what it is on, and what it leads to. */
export const virtualInterfaceSetups: Setup[] = [
    {
        ...keepsBgpDown,
        cause: "no-virtual-interface",
        how: "it is gone",
        breaks: ({ world, vif }) => world.aws.virtualInterfaces.delete(vif.virtualInterfaceId),
        touches: ["virtual interface"],
    },
    {
        ...keepsBgpDown,
        cause: "no-virtual-interface",
        how: "it is listed as deleted",
        breaks: deleteVirtualInterface,
        touches: ["virtual interface"],
    },
    {
        ...keepsBgpDown,
        cause: "virtual-interface-not-confirmed",
        how: "confirming",
        breaks: ({ vif }) => (vif.virtualInterfaceState = "confirming"),
        touches: ["virtual interface's state"],
        needs: ["virtual interface"],
    },
    {
        ...keepsBgpDown,
        cause: "virtual-interface-on-another-connection",
        how: "of another partner, with the same VLAN",
        breaks({ world, vif, connection }) {
            const { circuitId: _circuit, ...fields } = connection;
            const other = { ...fields, connectionId: "dxcon-other", connectionName: "office", partnerName: "Example" };
            world.aws.connections.set(other.connectionId, other);
            vif.connectionId = other.connectionId;
        },
        touches: ["virtual interface's connection"],
        needs: ["virtual interface", "offer", "acceptance"],
    },
    {
        ...keepsBgpDown,
        cause: "failover-test",
        how: "of three hours",
        breaks: ({ bench, vif }) =>
            bench.official.aws.call("directconnect", "StartBgpFailoverTest", {
                virtualInterfaceId: vif.virtualInterfaceId,
            }),
        touches: ["virtual interface's state"],
        needs: ["virtual interface"],
    },
    {
        cause: "gateway-not-attached",
        how: "detached by hand",
        breaks(link) {
            detach(link);
        },
        shows: stopped("Alibaba to AWS", "no-route"),
        also: ["propagation-off"],
        touches: ["gateway's attachment", "propagation at AWS"],
        needs: ["virtual interface's gateway"],
    },
    {
        cause: "gateway-on-another-vpc",
        how: "of the same account",
        breaks(link) {
            detach(link);
            link.gateway.attachments = [{ vpcId: otherVpc(link).vpcId, state: "attached" }];
        },
        shows: stopped("Alibaba to AWS", "no-route"),
        also: ["propagation-off"],
        touches: ["gateway's attachment", "propagation at AWS"],
        needs: ["virtual interface's gateway"],
    },
    {
        cause: "virtual-interface-on-another-gateway",
        how: "that of another VPC, with the same ASN",
        breaks(link) {
            const { world, gateway, vif } = link;
            const other: VpnGateway = {
                ...gateway,
                vpnGatewayId: "vgw-other",
                attachments: [{ vpcId: otherVpc(link).vpcId, state: "attached" }],
                tags: new Map(),
            };
            world.aws.vpnGateways.set(other.vpnGatewayId, other);
            vif.virtualGatewayId = other.vpnGatewayId;
        },
        shows: stopped("Alibaba to AWS", "no-route"),
        touches: ["virtual interface's gateway"],
        needs: ["virtual interface", "gateway's attachment"],
    },
];

function detach({ gateway, mainTable, privateTable }: Link): void {
    gateway.attachments = [];
    for (const table of [mainTable, privateTable]) {
        table.propagatingVgws = [];
    }
}
