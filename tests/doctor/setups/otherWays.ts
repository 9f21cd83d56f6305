import type { TransitRouterAttachment } from "../../../simulator/world/alibabaState";
import { offeredToAws } from "../../../simulator/world/routes/exchange";
import { learnedOverSessions } from "../../../simulator/world/routes/learned";
import { passingSessions } from "../../../simulator/world/session";
import { overDirectConnectGateway } from "../../unit/world/routes/directConnectGateway";
import { addVpn } from "../../unit/world/routes/flows";
import { addMap } from "../../unit/world/routes/ownRouteMap";
import { addSecondLink } from "../../unit/world/routes/secondLink";
import type { Link } from "../healthyLink";
import type { Setup } from "../setup";
import { outcomes, shown, stopped, type Symptom } from "../symptoms";

const awsCidr = "10.0.0.0/16";
const cidrOfSecondLink = "10.2.0.0/16";

/** Too much of a good thing: other links, other sources of the same routes, and more routes than either side takes. */
export const otherWaySetups: Setup[] = [
    {
        cause: "lost-to-another-source",
        how: "another VBR brings the same CIDR block, and a route map prefers it",
        breaks(link) {
            const { vpc, useAsn, borderRouter } = addSecondLink(asJoined(link));
            vpc.cidrBlocks = [awsCidr];
            useAsn(64513);
            addMap(link, { transmitDirection: "RegionIn", sourceInstanceIds: [borderRouter.vbrId], preference: 10 });
        },
        shows: stopped("Alibaba to AWS", "destination"),
        touches: ["other sources", "route maps"],
        needs: [
            "VPC attachment",
            "session",
            "VBR attachment",
            "VBR propagation",
            "VBR association",
            "VPC association",
            "virtual interface's gateway",
            "gateway's attachment",
            "CIDR blocks at AWS",
        ],
    },
    {
        cause: "too-many-routes-to-alibaba",
        how: "120 before it through one Direct Connect gateway",
        breaks(link) {
            overDirectConnectGateway(link, {});
            addVpcsBehind(link, 12);
        },
        shows: stopped("Alibaba to AWS", "no-route"),
        touches: ["virtual interface's gateway"],
        needs: ["session", "gateway's attachment", "CIDR blocks at AWS"],
    },
    {
        cause: "as-path-loop",
        how: "another VPC at AWS, behind a gateway with the same ASN on the same CEN",
        breaks: (link) => addSecondLink(asJoined(link)),
        shows: shown(`${cidrOfSecondLink} is announced to AWS, and AWS drops it`, (link) => {
            const ends = passingSessions(link.world).find(({ peer }) => peer.bgpPeerId === link.peer.bgpPeerId);
            const has = (routes: { destinationCidrBlock: string }[]): boolean =>
                routes.some(({ destinationCidrBlock }) => destinationCidrBlock === cidrOfSecondLink);
            const accepted = learnedOverSessions(link.world).byAws.filter(
                ({ ends: { virtualInterface } }) => virtualInterface === link.vif,
            );
            return (
                ends !== undefined && has(offeredToAws(link.world, ends)) && !accepted.some(({ routes }) => has(routes))
            );
        }),
        touches: ["other sources"],
        needs: [
            "session",
            "virtual interface's gateway",
            "VBR attachment",
            "VBR association",
            "publishing",
            "route maps",
            "PeerAsn",
        ],
    },
    {
        cause: "asymmetric-backup",
        how: "the transit router prefers the VPN, whose AS path is shorter",
        breaks: (link) => {
            addBackup(link, [{ destinationCidrBlock: awsCidr, asPath: [] }]);
        },
        shows: answersOverVpn(),
        touches: ["other sources"],
        needs: [
            "session",
            "propagation at AWS",
            "virtual interface's gateway",
            "gateway's attachment",
            "CIDR blocks at AWS",
            "VBR attachment",
            "VBR association",
            "publishing",
            "VPC attachment",
            "VPC propagation",
            "route maps",
            "VBR propagation",
            "VPC association",
        ],
    },
    {
        cause: "more-specific-backup",
        how: "the VPN brings the subnets",
        breaks: (link) => {
            const subnets = ["10.0.1.0/24", "10.0.2.0/24"];
            addBackup(
                link,
                subnets.map((destinationCidrBlock) => ({ destinationCidrBlock, asPath: [65010, 65011] })),
            );
        },
        shows: answersOverVpn(),
        touches: ["other sources"],
        needs: ["VPC association", "VPC attachment"],
    },
];

/** What the set-ups of the physics' own tests call the same. */
function asJoined(link: Link): Parameters<typeof addSecondLink>[0] {
    return { ...link, vpc: link.awsVpc };
}

/** A VPN between the gateway and the transit router, whose AWS end brings these routes. */
function addBackup(link: Link, announced: TransitRouterAttachment["announced"]): void {
    const { attachmentId } = addVpn(link, announced);
    link.world.aws.vpnConnections.set("vpn-backup", {
        vpnConnectionId: "vpn-backup",
        vpnGatewayId: link.gateway.vpnGatewayId,
        state: "available",
        staticRoutes: [],
        bgpRoutes: [{ destinationCidrBlock: "172.16.0.0/16", asPath: [65020] }],
        transitRouterAttachmentId: attachmentId,
    });
}

function answersOverVpn(): Symptom {
    return shown("packets go over the circuit, and their answers over the VPN", ({ world, vif }) =>
        outcomes(world, "AWS to Alibaba", 1400).every(
            (outcome) =>
                outcome.arrives &&
                outcome.path.includes(vif.virtualInterfaceId) &&
                outcome.returnPath.includes("vco-1"),
        ),
    );
}

/** So many VPCs of ten CIDR blocks each, all allowed, and associated before the link's own. */
function addVpcsBehind({ world, awsVpc, gateway }: Link, count: number): void {
    const associations = world.aws.directConnectGateways.get("dcgw-1")?.associations ?? [];
    for (let index = 0; index < count; index++) {
        const vpcId = `vpc-behind-${index}`;
        const gatewayId = `vgw-behind-${index}`;
        const cidrBlocks = Array.from({ length: 10 }, (_, block) => `10.${100 + index}.${block}.0/24`);
        world.aws.vpcs.set(vpcId, { ...awsVpc, vpcId, cidrBlocks, tags: new Map() });
        world.aws.vpnGateways.set(gatewayId, {
            ...gateway,
            vpnGatewayId: gatewayId,
            attachments: [{ vpcId, state: "attached" }],
            tags: new Map(),
        });
        associations.unshift({
            associationId: `association-behind-${index}`,
            gatewayId,
            gatewayType: "virtualPrivateGateway",
            region: awsVpc.region,
            state: "associated",
            allowedPrefixes: cidrBlocks,
        });
    }
}
