import * as pulumi from "@pulumi/pulumi";
import type { PrivateVirtualInterface } from "@pulumi/aws/directconnect/privateVirtualInterface";

import type { BgpVerification } from "../provider/bgpVerification/resource";
import type { BorderRouter } from "../provider/borderRouter/resource";
import type { CircuitActivation } from "../provider/circuitActivation/resource";
import { topologyOf } from "../topology/build";
import { drawMermaid } from "../topology/mermaid";
import type { CenAttachment } from "./cenAttachment";
import type { Scope } from "./scope";
import type { Gateway } from "./vpnGateway";

interface Children {
    borderRouter: BorderRouter;
    circuit: CircuitActivation;
    attachment: CenAttachment;
    gateway: Gateway;
    virtualInterface: PrivateVirtualInterface;
    verification: BgpVerification;
}

/** The link as the program knows it, with the states that both sides showed when they were last asked. Nothing is made from it. */
export function drawTopology(scope: Scope, children: Children): pulumi.Output<string> {
    const { name, plan, accounts } = scope;
    const { borderRouter, circuit, attachment, gateway, virtualInterface, verification } = children;
    const { alibaba, aws } = plan.args;
    const known = pulumi.output({
        accounts,
        alibabaVpcIds: [...(alibaba.vpcs ?? [])],
        cenId: alibaba.cen.cenId,
        transitRouterId: alibaba.cen.transitRouterId,
        transitRouterRouteTableId: attachment.routeTableId,
        vbrId: borderRouter.id,
        connectionId: circuit.id,
        circuit: {
            vlanId: circuit.vlanId,
            borderRouterVlanId: circuit.borderRouterVlanId,
            amazonAddress: circuit.amazonAddress,
            customerAddress: circuit.customerAddress,
            localAsn: circuit.localAsn,
        },
        virtualInterfaceId: virtualInterface.id,
        vpnGatewayId: gateway.attachedId,
        amazonSideAsn: gateway.amazonSideAsn,
        vpcId: aws.vpcId,
        routeTableIds: plan.routeTables.map(({ routeTableId }) => routeTableId),
        said: { alibaba: verification.alibaba, aws: verification.aws },
    });
    return known.apply(({ accounts: places, circuit: ends, said, ...ids }) =>
        drawMermaid(
            topologyOf({
                name,
                alibaba: {
                    accountId: places.alibabaAccountId,
                    region: places.alibabaRegion,
                    vpcs: ids.alibabaVpcIds.map((vpcId) => ({ vpcId, presence: undefined, cidrBlocks: [] })),
                    cenId: ids.cenId,
                    transitRouter:
                        ids.transitRouterId === undefined
                            ? undefined
                            : {
                                  transitRouterId: ids.transitRouterId,
                                  presence: undefined,
                                  routeTableId: ids.transitRouterRouteTableId,
                              },
                    attachment: {},
                    borderRouter: {
                        vbrId: ids.vbrId,
                        status: said.alibaba.borderRouterStatus,
                        asn: ends.localAsn,
                        vlanId: ends.borderRouterVlanId,
                        address: ends.customerAddress,
                    },
                },
                circuit: { status: said.alibaba.circuitStatus, businessStatus: said.alibaba.businessStatus },
                session: { alibaba: said.alibaba.bgpStatus, aws: said.aws.bgpStatus },
                aws: {
                    accountId: places.awsAccountId,
                    region: places.awsRegion,
                    connection: {
                        connectionId: ids.connectionId,
                        status: said.aws.connectionState,
                        vlanId: ends.vlanId,
                    },
                    virtualInterface: {
                        virtualInterfaceId: ids.virtualInterfaceId,
                        status: said.aws.virtualInterfaceState,
                        vlanId: ends.vlanId,
                        address: ends.amazonAddress,
                    },
                    gateway: { vpnGatewayId: ids.vpnGatewayId, asn: ids.amazonSideAsn },
                    vpc: {
                        vpcId: ids.vpcId,
                        presence: undefined,
                        cidrBlocks: [],
                        routeTables: ids.routeTableIds.map((routeTableId) => ({ routeTableId })),
                    },
                },
            }),
        ),
    );
}
