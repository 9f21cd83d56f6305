/** One rule of a security group or of a network ACL, in one form for both clouds. */
export interface PacketRule {
    direction: "ingress" | "egress";
    /** The lower the earlier; in a security group only Alibaba Cloud's rules have one. */
    priority: number;
    policy: "allow" | "deny";
    protocol: "all" | "tcp" | "udp" | "icmp";
    /** Both ends included; undefined: any. */
    ports: { from: number; to: number } | undefined;
    /** The other end. */
    cidrBlock: string;
}

export interface PacketFilter {
    /** `sg-...`, `acl-...`, `nacl-...` */
    id: string;
    vpcId: string;
    name: string;
    rules: PacketRule[];
}
