import type { VpcRouteEntry } from "../../../../simulator/world/alibabaState";
import { only, type Joined } from "../joined";
import { vpcAttachmentOf, vpcTableOf } from "../routes/flows";
import { back, forward, itStops } from "./packets";

/** A custom entry of the VPC's route table. */
function addOwnEntry(joined: Joined, destinationCidrBlock: string, fields: Partial<VpcRouteEntry>): void {
    vpcTableOf(joined).entries.push({
        routeEntryId: "rte-own",
        destinationCidrBlock,
        type: "Custom",
        nextHopType: "Attachment",
        nextHopId: "",
        status: "Available",
        ...fields,
    });
}

describe("a packet on its way out of Alibaba Cloud", () => {
    itStops([
        {
            title: "the VPC has no route back without synchronisation (P30)",
            flip: (joined) => (vpcAttachmentOf(joined).autoPublishRouteEnabled = false),
            expected: back("no-route"),
        },
        {
            title: "the VPC's own entry leads the answer elsewhere (P30)",
            flip: (joined) => addOwnEntry(joined, "10.0.1.0/24", { nextHopType: "Instance", nextHopId: "i-1" }),
            expected: back("leads-elsewhere", "i-1"),
        },
        {
            title: "the other end is in the range of cloud services",
            flip: ({ world, packet: { from } }) => {
                Object.assign(world.aws.subnets.get(from.subnetId) ?? {}, { cidrBlock: "100.64.0.0/24" });
                from.address = "100.64.0.10";
            },
            expected: forward("leads-elsewhere", "100.64.0.0/10"),
            reversed: true,
        },
        {
            title: "the VPC's own entry leads to its attachment, as a synchronised one does",
            flip: (joined) => {
                const { attachmentId } = vpcAttachmentOf(joined);
                vpcAttachmentOf(joined).autoPublishRouteEnabled = false;
                addOwnEntry(joined, "10.0.0.0/8", { nextHopId: attachmentId });
            },
            expected: "arrives",
        },
        {
            title: "the VPC's attachment is being updated, which changes nothing yet",
            flip: (joined) => (vpcAttachmentOf(joined).status = "Modifying"),
            expected: "arrives",
        },
        {
            title: "the transit router sends back into the VPC what the VPC itself publishes (P32)",
            flip: (joined) => {
                const { attachmentId } = vpcAttachmentOf(joined);
                addOwnEntry(joined, "10.0.1.0/24", { nextHopId: attachmentId, published: true });
            },
            expected: back("destination"),
        },
        {
            title: "the VPC's own entry is not there yet",
            flip: (joined) => {
                const { attachmentId } = vpcAttachmentOf(joined);
                vpcAttachmentOf(joined).autoPublishRouteEnabled = false;
                addOwnEntry(joined, "10.0.0.0/8", { nextHopId: attachmentId, status: "Pending" });
            },
            expected: back("no-route"),
        },
        {
            title: "the VPC's own entry leads to an attachment of another VPC",
            flip: (joined) => addOwnEntry(joined, "10.0.1.0/24", { nextHopId: joined.attachment.attachmentId }),
            expected: back("blackhole", "tr-attach-vbr"),
        },
        {
            title: "the VPC's own entry leads to an attachment that is going",
            flip: (joined) => {
                joined.world.alibaba.attachments.set("tr-attach-going", {
                    ...vpcAttachmentOf(joined),
                    attachmentId: "tr-attach-going",
                    status: "Detaching",
                });
                addOwnEntry(joined, "10.0.1.0/24", { nextHopId: "tr-attach-going" });
            },
            expected: back("blackhole", "tr-attach-going"),
        },
        {
            title: "the VPC's own entry leads to the transit router, which does not know AWS (P28)",
            flip: (joined) => {
                joined.systemTable.propagations.splice(1);
                addOwnEntry(joined, "10.0.0.0/8", { nextHopId: vpcAttachmentOf(joined).attachmentId });
            },
            expected: back("transit-router"),
        },
        {
            title: "the transit router looks a packet of the VBR up in the VBR's table (P31)",
            flip: ({ systemTable }) => systemTable.associations.splice(1),
            expected: forward("no-route"),
        },
        {
            title: "and one of the VPC in the VPC's (P31)",
            flip: ({ systemTable }) => systemTable.associations.shift(),
            expected: back("no-route"),
        },
        {
            title: "from Alibaba Cloud: everything is right",
            flip: () => undefined,
            expected: "arrives",
            reversed: true,
        },
        {
            title: "from Alibaba Cloud: AWS has no route back (P34)",
            flip: ({ mainTable }) => mainTable.propagatingVgws.pop(),
            expected: back("no-route"),
            reversed: true,
        },
        {
            title: "from Alibaba Cloud: the VPC has no route without synchronisation (P30)",
            flip: (joined) => (vpcAttachmentOf(joined).autoPublishRouteEnabled = false),
            expected: forward("no-route"),
            reversed: true,
        },
        {
            title: "from Alibaba Cloud: the VPC has the address itself",
            flip: ({ world }) => {
                const { vSwitches } = only(world.alibaba.vpcs.values());
                vSwitches.push(
                    ...vSwitches.slice(0, 1).map((each) => ({ ...each, vSwitchId: "vsw-3", cidrBlock: "10.0.1.0/24" })),
                );
            },
            expected: forward("local-route"),
            reversed: true,
        },
        {
            title: "from Alibaba Cloud: neither side has missed the session yet",
            flip: ({ borderRouter }) => (borderRouter.vlanId = 1999),
            expected: forward("session", "dxvif-00000001"),
            reversed: true,
        },
        {
            title: "from Alibaba Cloud: to a subnet of the same CIDR block in another VPC of AWS",
            flip: ({ world: { aws }, packet: { from } }) => {
                const own = only([...aws.subnets.values()].filter(({ subnetId }) => subnetId === from.subnetId));
                aws.subnets.set("subnet-apart", { ...own, subnetId: "subnet-apart", vpcId: "vpc-apart" });
                from.subnetId = "subnet-apart";
            },
            expected: forward("destination"),
            reversed: true,
        },
        {
            title: "from Alibaba Cloud: the packet is longer than the VBR lets pass",
            flip: ({ packet }) => (packet.bytes = 1501),
            expected: forward("mtu"),
            reversed: true,
        },
    ]);
});
