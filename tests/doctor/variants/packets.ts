import { ruleOf } from "./ruleOf";
import type { Variant } from "./variant";

/** What else is in filters and route tables. */
export const packetVariants: readonly Variant[] = [
    {
        what: "the default security group of either VPC, which lets only itself in",
        changes({ world: { aws, alibaba }, awsVpc, vpc }) {
            aws.securityGroups.set("sg-default", { id: "sg-default", vpcId: awsVpc.vpcId, name: "default", rules: [] });
            alibaba.securityGroups.set("sg-b", { id: "sg-b", vpcId: vpc.vpcId, name: "default", rules: [] });
        },
    },
    {
        what: "security groups that let HTTPS alone in",
        changes({ world: { aws, alibaba } }) {
            for (const group of [...aws.securityGroups.values(), ...alibaba.securityGroups.values()]) {
                for (const rule of group.rules.filter(({ direction }) => direction === "ingress")) {
                    Object.assign(rule, { protocol: "tcp", ports: { from: 443, to: 443 } });
                }
            }
        },
    },
    {
        what: "filters that let everything pass but somebody else",
        changes({ world: { aws, alibaba } }) {
            for (const acl of [...aws.networkAcls.values(), ...alibaba.networkAcls.values()]) {
                acl.rules = (["ingress", "egress"] as const).flatMap((direction) => [
                    ruleOf(direction, 10, "deny", "203.0.113.0/24"),
                    ruleOf(direction, 20, "allow", "0.0.0.0/0"),
                ]);
            }
        },
    },
    {
        what: "static routes to elsewhere, and a default route to the Internet",
        changes({ mainTable, vpcTable }) {
            for (const destinationCidrBlock of ["0.0.0.0/0", "192.168.0.0/16"]) {
                mainTable.routes.push({
                    destinationCidrBlock,
                    gatewayId: "nat-0123456789abcdef0",
                    state: "active",
                    origin: "CreateRoute",
                });
                vpcTable.entries.push({
                    routeEntryId: `rte-${destinationCidrBlock}`,
                    destinationCidrBlock,
                    type: "Custom",
                    nextHopType: "Instance",
                    nextHopId: "i-firewall",
                    status: "Available",
                });
            }
        },
    },
];
