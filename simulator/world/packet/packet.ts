import type { World } from "../world";

/** An instance in a subnet of AWS or in a vSwitch of Alibaba Cloud. */
export interface Endpoint {
    subnetId: string;
    address: string;
    securityGroupIds: string[];
}

export interface Packet {
    from: Endpoint;
    to: Endpoint;
    protocol: "tcp" | "udp" | "icmp";
    /** Where it wants to; ICMP has none, and it is ignored. */
    port: number;
    bytes: number;
}

/** Why a packet goes no further than it has come. */
export type PacketStop =
    /** No security group of the sender lets it out, none of the receiver in. */
    | "security-group-egress"
    | "security-group-ingress"
    /** Nor does the list of the sender's or of the receiver's subnet. Replies are asked too: a list is stateless. */
    | "network-acl-egress"
    | "network-acl-ingress"
    /** The table of the sender's subnet has no route to there. */
    | "no-route"
    /** It has one whose target is gone. */
    | "blackhole"
    /** It has one that leads neither into the VPC nor to the other cloud. */
    | "leads-elsewhere"
    /** The VPC takes the address for one of its own. */
    | "local-route"
    /** The gateway of AWS has no route to there, or leads to no VPC that has the address. */
    | "gateway"
    /** A route is left, but the session behind it passes nothing. */
    | "session"
    /** Neither CEN nor AWS has told the VBR of the address. */
    | "border-router"
    /** The table that the packet is looked up in at the transit router has no entry for it. */
    | "transit-router"
    /** The VPN connection leads out of this world. */
    | "vpn"
    /** It came to a VPC that has no such subnet. */
    | "destination"
    /** It is longer than the place lets pass. */
    | "mtu";

export type PacketOutcome =
    | { arrives: true; path: string[]; returnPath: string[] }
    | {
          arrives: false;
          /** The packet itself, or the answer to it. */
          direction: "forward" | "return";
          stop: PacketStop;
          /** The place or the filter. */
          at: string;
          /** The places that it came through. */
          path: string[];
      };

export interface Stopped {
    stop: PacketStop;
    at: string;
}

export type Onward = Place | Stopped | "arrived";

/** Where a packet can be. */
export interface Place {
    at: string;
    mtu: number;
    onward: (world: World, packet: Packet) => Onward;
}
