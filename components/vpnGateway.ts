import * as pulumi from "@pulumi/pulumi";
import { getVpnGateway } from "@pulumi/aws/ec2/getVpnGateway";
import { VpnGateway, type VpnGatewayArgs } from "@pulumi/aws/ec2/vpnGateway";
import { VpnGatewayAttachment } from "@pulumi/aws/ec2/vpnGatewayAttachment";
import { VpnGatewayRoutePropagation } from "@pulumi/aws/ec2/vpnGatewayRoutePropagation";

import { ask } from "./ask";
import { LeftoverCheck } from "../provider/leftoverCheck/resource";
import type { Preflight } from "../provider/preflight/resource";
import { madeForTag } from "../provider/rules/marks";
import { adopting } from "./adoption";
import { withOverrides } from "./overrides";
import type { Scope } from "./scope";
import { refusingUnmanaged } from "./creationHooks";

/** The virtual private gateway on the VPC, made or handed in. */
export interface Gateway {
    /**
     * The ID, as the attachment gives it back: what uses it is deleted before the attachment is (by `dependsOn` alone the engine would keep it,
     * measured, and AWS detaches no gateway in which a virtual interface ends).
     */
    attachedId: pulumi.Output<string>;
    amazonSideAsn: pulumi.Output<number>;
    /** What must stand before a circuit may end in the gateway. */
    attached: pulumi.Resource[];
    propagated: pulumi.Resource[];
}

/** Makes the virtual private gateway, attaches it to the VPC and lets the route tables learn its routes. */
export function attachVpnGateway(scope: Scope, checked: Preflight): Gateway {
    const gateway = scope.plan.makesVpnGateway ? makeGateway(scope, checked) : existingGateway(scope);
    const propagated = scope.plan.routeTables.map(
        ({ key, routeTableId }) =>
            new VpnGatewayRoutePropagation(
                `${scope.name}-route-propagation-${key}`,
                { routeTableId, vpnGatewayId: gateway.attachedId },
                scope.official([checked, ...gateway.attached]),
            ),
    );
    return { ...gateway, propagated };
}

/** What only a replacement of the gateway can change (the Terraform provider's ForceNew attributes). */
const replaceOnly: (keyof VpnGatewayArgs)[] = ["amazonSideAsn", "availabilityZone"];

function makeGateway(scope: Scope, checked: Preflight): Omit<Gateway, "propagated"> {
    const { name, plan, hostSettings, official, dynamic } = scope;
    const { aws, overrides, tags } = plan.args;
    const gatewayChild = `${name}-vpn-gateway`;
    const gateway = new VpnGateway(
        gatewayChild,
        withOverrides<VpnGatewayArgs>(
            {
                amazonSideAsn:
                    aws.amazonSideAsn === undefined ? undefined : pulumi.output(aws.amazonSideAsn).apply(String),
                tags: { Name: plan.label, ...tags, [madeForTag]: aws.vpcId },
            },
            overrides?.vpnGateway,
        ),
        {
            ...official([checked]),
            ...refusingUnmanaged(gatewayChild, "vpnGateway", hostSettings),
            ...adopting(plan.adopts.vpnGatewayId, replaceOnly),
        },
    );
    const leftovers = new LeftoverCheck(
        `${name}-vpn-gateway-leftover-check`,
        { vpnGatewayId: gateway.id, vpcId: aws.vpcId },
        dynamic([checked]),
    );
    const child = `${name}-vpn-gateway-attachment`;
    const attachment = new VpnGatewayAttachment(
        child,
        { vpcId: aws.vpcId, vpnGatewayId: gateway.id },
        {
            ...official([checked, leftovers]),
            ...refusingUnmanaged(child, "vpnGatewayAttachment", hostSettings),
            // A VPC takes one gateway, so the old one goes first.
            deleteBeforeReplace: true,
        },
    );
    return {
        attachedId: attachment.vpnGatewayId,
        amazonSideAsn: gateway.amazonSideAsn.apply(Number),
        attached: [attachment],
    };
}

function existingGateway({ plan, official }: Scope): Omit<Gateway, "propagated"> {
    const { parent } = official();
    const id = pulumi.output(plan.args.aws.vpnGatewayId).apply((given) => given ?? "");
    const amazonSideAsn = id.apply((vpnGatewayId) => {
        const question = { subject: `virtual private gateway ${vpnGatewayId}`, fix: "Check aws.vpnGatewayId." };
        const answer = ask(question, () => getVpnGateway({ id: vpnGatewayId }, { parent }));
        return pulumi.output(answer).apply((found) => Number(found.amazonSideAsn));
    });
    return { attachedId: id, amazonSideAsn, attached: [] };
}
