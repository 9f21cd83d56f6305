import * as pulumi from "@pulumi/pulumi";

import type { BgpVerification } from "../provider/bgpVerification/resource";
import type { MultiCloudConnectionArgs } from "./args";
import { agreeOnAuthKey, configureBorderRouterBgp, createVirtualInterface } from "./bgp";
import { attachToCen, chooseRouteTable } from "./cenAttachment";
import { activateCircuit, findBorderRouter, preflight, releaseOnDestroy, verifyBgp } from "./circuit";
import { planConnection } from "./plan";
import { scopeOf } from "./scope";
import { shortStackTraces } from "./shortStackTraces";
import { drawTopology } from "./topology";
import { attachVpnGateway } from "./vpnGateway";
import { manageVpcRoutes } from "./vpcRoutes";

/** What both sides said when they were last asked. */
export type Verification = pulumi.Unwrap<
    Pick<BgpVerification, "bgpStatus" | "verifiedAt" | "alibaba" | "aws" | "routes">
>;

/**
 * An Alibaba Cloud multi-cloud connection (https://www.alibabacloud.com/help/en/express-connect/user-guide/create-a-multi-cloud-connection), from the moment
 * it was bought to BGP `up` on both sides and routes both ways: the hosted connection accepted, the VBR in the CEN, a virtual private gateway on the VPC, a private virtual
 * interface, and BGP with an authentication key. Destroying it deletes what it made, and leaves the subscription, what it adopted, and, unless `onDestroy`
 * says otherwise, the hosted connection.
 *
 * Errors: arguments that cannot work, all at once, at preview where they are known; what Preflight finds in the clouds, all at once, before the first write;
 * a virtual interface, gateway or attachment that the state does not hold, where a cloud takes only one, with the line that adopts it; a wait that runs out,
 * which the next `up` resumes.
 */
export class MultiCloudConnection extends pulumi.ComponentResource {
    /** The VBR, `vbr-...`. */
    declare readonly vbrId: pulumi.Output<string>;
    /** The accepted hosted connection, `dxcon-...`. */
    declare readonly connectionId: pulumi.Output<string>;
    /** The virtual private gateway, `vgw-...`: the one that was made, or `aws.vpnGatewayId`. */
    declare readonly vpnGatewayId: pulumi.Output<string>;
    /** The private virtual interface, `dxvif-...`. */
    declare readonly virtualInterfaceId: pulumi.Output<string>;
    /** The VBR's BGP group, `bgpg-...`. */
    declare readonly bgpGroupId: pulumi.Output<string>;
    /** The VBR's BGP peer, `bgp-...`. */
    declare readonly bgpPeerId: pulumi.Output<string>;
    /**
     * The VBR's attachment: the one that was made, or `alibaba.cen.attachmentId`. To a transit router `tr-attach-...`, to a Basic CEN
     * `cen-...:vbr-...:VBR:<region>`.
     */
    declare readonly transitRouterAttachmentId: pulumi.Output<string>;
    /** The transit router's route table of the attachment, `vtb-...`: the given one, else the system table. Empty on a Basic CEN. */
    declare readonly transitRouterRouteTableId: pulumi.Output<string>;
    /** The VLAN of the hosted connection and the virtual interface, 1 to 4094. */
    declare readonly vlanId: pulumi.Output<number>;
    /** The AWS end of the BGP session, with prefix length: the VBR's peer gateway address. */
    declare readonly amazonAddress: pulumi.Output<string>;
    /** The Alibaba end of the BGP session, with prefix length: the VBR's local gateway address. */
    declare readonly customerAddress: pulumi.Output<string>;
    /** The Alibaba side's ASN, as it was when the circuit was activated. */
    declare readonly localAsn: pulumi.Output<number>;
    /** The AWS gateway's ASN. */
    declare readonly amazonSideAsn: pulumi.Output<number>;
    /**
     * BGP as both sides say it: `bgpStatus` "up" or "down", `verifiedAt` in ISO 8601, and the states that each side showed; `routes`: which CIDR blocks reach
     * which, both ways, and what is missing, each with its fix.
     */
    declare readonly verification: pulumi.Output<Verification>;
    /**
     * A drawing of the link in Mermaid (https://mermaid.js.org/), which GitHub, GitLab and many wikis show as a picture: both clouds, what joins them, IDs,
     * ASNs, VLANs and addresses, and the states that both sides showed when they were last asked. Contains no key.
     */
    declare readonly topology: pulumi.Output<string>;

    constructor(name: string, args: MultiCloudConnectionArgs, opts?: pulumi.ComponentResourceOptions) {
        super("multicloud:index:MultiCloudConnection", name, {}, opts);
        const plan = planConnection(name, args);
        const stackTraces = shortStackTraces();
        try {
            const scope = scopeOf(this, name, plan, opts);

            const routeTableId = chooseRouteTable(scope);
            const checked = preflight(scope, routeTableId);
            const borderRouter = findBorderRouter(scope, checked);
            const circuit = activateCircuit(scope, borderRouter, checked);
            const attachment = attachToCen(scope, borderRouter, routeTableId, checked);
            const vpcRoutes = manageVpcRoutes(scope, borderRouter, attachment, checked);
            const gateway = attachVpnGateway(scope, checked);
            const authKey = agreeOnAuthKey(scope, circuit, gateway);
            const release = releaseOnDestroy(scope, circuit);
            const virtualInterface = createVirtualInterface(scope, circuit, gateway, authKey, release);
            const bgp = configureBorderRouterBgp(scope, circuit, gateway, authKey);
            const verification = verifyBgp(scope, circuit, virtualInterface, bgp, gateway, attachment, vpcRoutes);

            const outputs = {
                vbrId: borderRouter.id,
                connectionId: circuit.id,
                // Another link of the program may end in it too: once it is attached, and until it is detached.
                vpnGatewayId: gateway.attachedId,
                virtualInterfaceId: virtualInterface.id,
                bgpGroupId: bgp.bgpGroupId,
                bgpPeerId: bgp.bgpPeerId,
                transitRouterAttachmentId: attachment.id,
                transitRouterRouteTableId: attachment.routeTableId,
                vlanId: circuit.vlanId,
                amazonAddress: circuit.amazonAddress,
                customerAddress: circuit.customerAddress,
                localAsn: circuit.localAsn,
                amazonSideAsn: gateway.amazonSideAsn,
                verification: pulumi.output({
                    bgpStatus: verification.bgpStatus,
                    verifiedAt: verification.verifiedAt,
                    alibaba: verification.alibaba,
                    aws: verification.aws,
                    routes: verification.routes,
                }),
                topology: drawTopology(scope, {
                    borderRouter,
                    circuit,
                    attachment,
                    gateway,
                    virtualInterface,
                    verification,
                }),
            };
            Object.assign(this, outputs);
            this.registerOutputs(outputs);
        } catch (error) {
            throw stackTraces.whole(error);
        } finally {
            stackTraces.end();
        }
    }
}
