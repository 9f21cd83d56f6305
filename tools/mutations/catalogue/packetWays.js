"use strict";

module.exports = {
    "simulator/world/packet/sendPacket.ts": {
        P36: [
            [
                "the answer need not get back",
                'return back.stopped\n        ? { arrives: false, direction: "return", ...back.stopped, path: back.path }\n        : { arrives: true',
                "return { arrives: true",
            ],
            ["the packet itself need not get there", "if (forward.stopped)", "if (false)"],
            ["packets of any length pass", "if (packet.bytes > place.mtu)", "if (false)"],
            ["a packet as long as the MTU is too long", "packet.bytes > place.mtu", "packet.bytes >= place.mtu"],
            [
                "security groups are asked about answers",
                '(kind === "new" ? stoppedBySecurityGroups(world, "egress", packet) : undefined)',
                'stoppedBySecurityGroups(world, "egress", packet)',
            ],
            [
                "the receiver's security groups are asked about answers",
                '(kind === "new" ? stoppedBySecurityGroups(world, "ingress", packet) : undefined)',
                'stoppedBySecurityGroups(world, "ingress", packet)',
            ],
            [
                "the sender's security groups are not asked",
                '(kind === "new" ? stoppedBySecurityGroups(world, "egress", packet) : undefined) ??',
                "",
            ],
            [
                "the receiver's security groups are not asked",
                '??\n        (kind === "new" ? stoppedBySecurityGroups(world, "ingress", packet) : undefined)',
                "",
            ],
            [
                "the sender's network ACL is not asked",
                '??\n        (leavesSubnet ? stoppedByNetworkAcl(world, "egress", packet) : undefined)',
                "",
            ],
            [
                "the receiver's network ACL is not asked",
                '(leavesSubnet ? stoppedByNetworkAcl(world, "ingress", packet) : undefined) ??',
                "",
            ],
            ["network ACLs have a say within one subnet", "packet.from.subnetId !== packet.to.subnetId", "true"],
            ["the answer goes to the port that was asked", "port: ephemeralPort", "port: packet.port"],
            [
                "what would stop a packet last is said first",
                "return journey.stopped || !atDestination ? journey",
                "return !atDestination ? journey",
            ],
        ],
    },
    "simulator/world/packet/outOfAws.ts": {
        P36: [
            [
                "a subnet without a route sends to its VPC",
                '? { stop: "no-route", at: table?.routeTableId ?? subnet.subnetId }',
                "? awsVpc(subnet.vpcId)",
            ],
            ["the main table counts for every subnet", "return routeTableId === undefined", "return true"],
            ["any table is the main one", "table.vpcId === vpcId && table.main", "table.vpcId === vpcId"],
            [
                "the local route leads anywhere",
                'isOwn ? awsVpc(vpcId) : { stop: "local-route", at: vpcId }',
                "awsVpc(world.aws.subnets.get(to.subnetId)?.vpcId ?? vpcId)",
            ],
            ["a blackhole swallows nothing", 'state === "blackhole" || ', ""],
            ["a gateway need not be attached", " || (isVpnGateway && !isAttached(world, { vpcId }, gatewayId))", ""],
            ["every target is a gateway", "isVpnGateway || isTransitGateway(world, gatewayId)", "true"],
            ["a transit gateway is no target", " || isTransitGateway(world, gatewayId)", ""],
            ["every target is a transit gateway if there is one", "gatewayId === id && ", ""],
            ["a session that fails carries packets out of AWS", "passingSessions(world).includes(ends)", "true"],
            [
                "a VPN leads into a transit router that is not attached",
                "attachment && carriesRoutes(attachment)",
                "attachment",
            ],
        ],
    },
    "simulator/world/packet/intoAws.ts": {
        P36: [
            [
                "a session that fails carries packets into AWS",
                "if (!passingSessions(world).includes(ends))",
                "if (false)",
            ],
            ["a gateway leads to any VPC", "leadsTo(each) && ", ""],
            [
                "a VPC delivers to subnets that it does not have",
                "world.aws.subnets.get(to.subnetId)?.vpcId === vpcId",
                "true",
            ],
            [
                "a gateway is attached to every VPC",
                'attachment.vpcId === vpcId && attachment.state === "attached"',
                'attachment.state === "attached"',
            ],
            [
                "a gateway on its way to a VPC is attached",
                'attachment.vpcId === vpcId && attachment.state === "attached"',
                "attachment.vpcId === vpcId",
            ],
            [
                "an association that is being made leads into AWS",
                'state === "associated" || state === "updating"',
                "true",
            ],
            ["an association that is updated leads nowhere", ' || state === "updating"', ""],
            ["a transit gateway leads to every VPC", "routesOfVpc.some(({ gatewayId }) => gatewayId === id)", "true"],
            [
                "a transit gateway leads nowhere",
                "(!world.aws.vpnGateways.has(id) && routesOfVpc.some(({ gatewayId }) => gatewayId === id))",
                "false",
            ],
        ],
    },
    "simulator/world/packet/outOfAlibaba.ts": {
        P36: [
            [
                "an entry that is not there yet leads on",
                'entries.filter(({ status }) => status === "Available")',
                "entries",
            ],
            [
                "a local entry leads anywhere",
                'isOwn ? alibabaVpc(vpcId) : { stop: "local-route", at: vpcId }',
                '{ stop: "no-route", at: vpcId }',
            ],
            ["a local entry leads into the VPC, whose address it may not be", "const isOwn =", "const isOwn = true ||"],
            ["an entry to an instance leads to the transit router", 'if (nextHopType !== "Attachment")', "if (false)"],
            [
                "an attachment that is going leads on",
                "attachment?.resourceId === vpcId && carriesRoutes(attachment)",
                "attachment?.resourceId === vpcId",
            ],
            [
                "another VPC's attachment leads on",
                "attachment?.resourceId === vpcId && carriesRoutes(attachment)",
                "attachment && carriesRoutes(attachment)",
            ],
            ["a Basic CEN leads nowhere", "childOfBasicCen(world, vpcId, to.address) ?? ", ""],
        ],
    },
    "simulator/world/packet/throughCen.ts": {
        P36: [
            [
                "a VBR sends on what is not published to it",
                "({ attachmentId }) => mostSpecific(routesKnownTo(world, attachmentId), to.address).length > 0",
                "() => true",
            ],
            ["a VBR does not know a Basic CEN", "childOfBasicCen(world, vbrId, to.address) ?? ", ""],
            [
                "a VPN connection that is going leads into AWS",
                'transitRouterAttachmentId === attachmentId && state === "available"',
                "transitRouterAttachmentId === attachmentId",
            ],
            ["any VPN connection leads into AWS", "transitRouterAttachmentId === attachmentId && ", ""],
            [
                "a VPC delivers to vSwitches that it does not have",
                "some(({ vSwitchId }) => vSwitchId === to.subnetId)",
                "some(() => true)",
            ],
        ],
    },
    "simulator/world/packet/mtu.ts": {
        P36: [
            ["AWS's network lets less pass", "awsVpc: 9001", "awsVpc: 1400"],
            ["AWS's network lets more pass", "awsVpc: 9001", "awsVpc: 9216"],
            ["a VPN lets more pass", "vpn: 1446", "vpn: 1500"],
            ["a VBR lets jumbo frames pass", "borderRouter: 1500", "borderRouter: 8500"],
            ["Alibaba Cloud's network lets less pass", "alibabaVpc: 8500", "alibabaVpc: 1400"],
        ],
    },
};
