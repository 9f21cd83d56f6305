import type { Action, ActionContext, ActionInput, ActionOutput } from "../../action";
import type { AwsVpc } from "../../world/awsState";
import { CloudError } from "../../world/cloudError";
import type { PacketFilter, PacketRule } from "../../world/packetFilter";
import { describe, isOwn, textList, type FilterTable } from "./filters";

interface Permission {
    protocol: string;
    ports: { from: number; to: number } | undefined;
    cidrBlocks: string[];
    /** Groups whose members are meant. */
    groupIds: string[];
}

interface Described {
    id: string;
    name: string;
    description: string;
    vpc: AwsVpc;
    ingress: Permission[];
    egress: Permission[];
    tags: ReadonlyMap<string, string>;
}

/**
 * What a VPC comes with: "allows inbound traffic from resources that are assigned to the same security group" and all
 * outbound traffic (https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html).
 */
function defaultOf(vpc: AwsVpc): Described {
    const id = vpc.vpcId.replace("vpc-", "sg-");
    return {
        id,
        name: "default",
        description: "default VPC security group",
        vpc,
        ingress: [{ protocol: "-1", ports: undefined, cidrBlocks: [], groupIds: [id] }],
        egress: [{ protocol: "-1", ports: undefined, cidrBlocks: ["0.0.0.0/0"], groupIds: [] }],
        tags: new Map(),
    };
}

function ownSecurityGroups(context: ActionContext): Described[] {
    const { vpcs, securityGroups } = context.world.aws;
    return [...vpcs.values()]
        .filter((vpc) => isOwn(context, vpc))
        .flatMap((vpc) => [
            defaultOf(vpc),
            ...[...securityGroups.values()]
                .filter(({ vpcId }) => vpcId === vpc.vpcId)
                .map((group) => added(vpc, group)),
        ]);
}

function added(vpc: AwsVpc, { id, name, rules }: PacketFilter): Described {
    const ofDirection = (direction: PacketRule["direction"]): Permission[] =>
        permissions(rules.filter((rule) => rule.direction === direction));
    return {
        id,
        name,
        description: name,
        vpc,
        ingress: ofDirection("ingress"),
        egress: ofDirection("egress"),
        tags: new Map(),
    };
}

/** EC2 shows the rules of one protocol and port range together. */
function permissions(rules: readonly PacketRule[]): Permission[] {
    const shown = new Map<string, Permission>();
    for (const rule of rules) {
        const protocol = rule.protocol === "all" ? "-1" : rule.protocol;
        const ports = portsOf(rule);
        const key = `${protocol} ${ports?.from} ${ports?.to}`;
        const permission = shown.get(key) ?? { protocol, ports, cidrBlocks: [], groupIds: [] };
        permission.cidrBlocks.push(rule.cidrBlock);
        shown.set(key, permission);
    }
    return [...shown.values()];
}

/** IpPermission, FromPort: absent for all protocols; for ICMP -1 means every type and code. */
function portsOf({ protocol, ports }: PacketRule): PacketRule["ports"] {
    switch (protocol) {
        case "all":
            return undefined;
        case "icmp":
            return { from: -1, to: -1 };
        case "tcp":
        case "udp":
            return ports ?? { from: 0, to: 65535 };
    }
}

function filtersOf(direction: "ingress" | "egress", prefix: string): FilterTable<Described> {
    const read = (values: (permission: Permission, group: Described) => string[]) => (group: Described) =>
        group[direction].flatMap((permission) => values(permission, group));
    return {
        [`${prefix}.cidr`]: read(({ cidrBlocks }) => cidrBlocks),
        [`${prefix}.from-port`]: read(({ ports }) => (ports ? [String(ports.from)] : [])),
        [`${prefix}.to-port`]: read(({ ports }) => (ports ? [String(ports.to)] : [])),
        [`${prefix}.protocol`]: read(({ protocol }) => [protocol]),
        [`${prefix}.group-id`]: read(({ groupIds }) => groupIds),
        // Only the default group names one, and that is itself.
        [`${prefix}.group-name`]: read(({ groupIds }, { name }) => groupIds.map(() => name)),
        [`${prefix}.user-id`]: read(({ groupIds }, { vpc }) => groupIds.map(() => vpc.ownerAccount)),
        [`${prefix}.ipv6-cidr`]: () => [],
        [`${prefix}.prefix-list-id`]: () => [],
    };
}

const filters: FilterTable<Described> = {
    description: ({ description }) => [description],
    "group-id": ({ id }) => [id],
    "group-name": ({ name }) => [name],
    "owner-id": ({ vpc }) => [vpc.ownerAccount],
    "vpc-id": ({ vpc }) => [vpc.vpcId],
    ...filtersOf("ingress", "ip-permission"),
    ...filtersOf("egress", "egress.ip-permission"),
};

function shape({ protocol, ports, cidrBlocks, groupIds }: Permission, ownerAccount: string): ActionOutput {
    return {
        ipProtocol: protocol,
        fromPort: ports?.from,
        toPort: ports?.to,
        groups: groupIds.map((groupId) => ({ groupId, userId: ownerAccount })),
        ipRanges: cidrBlocks.map((cidrIp) => ({ cidrIp })),
        ipv6Ranges: [],
        prefixListIds: [],
    };
}

function unknownGroup(idOrName: string): CloudError {
    return new CloudError("InvalidGroup.NotFound", `The security group '${idOrName}' does not exist`);
}

/** GroupName names groups of a default VPC alone; no VPC of this world is one. */
function refuseNames(input: ActionInput): void {
    const [name] = textList(input.GroupName);
    if (name !== undefined) {
        throw unknownGroup(name);
    }
}

export const describeSecurityGroups: Action = {
    name: "DescribeSecurityGroups",
    mutating: false,
    run(context, input) {
        refuseNames(input);
        const { page, nextToken } = describe(
            input,
            ownSecurityGroups(context),
            { parameter: "GroupId", of: ({ id }) => id, unknown: unknownGroup },
            filters,
        );
        return {
            securityGroupInfo: page.map(({ id, name, description, vpc, ingress, egress }) => ({
                groupId: id,
                groupName: name,
                groupDescription: description,
                ownerId: vpc.ownerAccount,
                vpcId: vpc.vpcId,
                securityGroupArn: `arn:aws:ec2:${vpc.region}:${vpc.ownerAccount}:security-group/${id}`,
                ipPermissions: ingress.map((permission) => shape(permission, vpc.ownerAccount)),
                ipPermissionsEgress: egress.map((permission) => shape(permission, vpc.ownerAccount)),
                tagSet: [],
            })),
            nextToken,
        };
    },
};
