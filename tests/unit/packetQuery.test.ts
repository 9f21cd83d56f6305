import { expect } from "chai";

import { packetAskedFor } from "../../simulator/packetQuery";
import { joinAndWait, only, type Joined } from "./world/joined";

function sent(query: Record<string, string>, { world }: Joined = joinAndWait()): string {
    const outcome = packetAskedFor(world, new URLSearchParams({ from: "10.0.1.10", to: "172.16.1.10", ...query }));
    return outcome.arrives ? "arrives" : `${outcome.direction} ${outcome.stop}`;
}

describe("a packet that a query describes", () => {
    it("is sent with all of the query, and with HTTPS over 1500 bytes where it says nothing", () => {
        expect(sent({})).to.equal("arrives");
        expect(sent({ bytes: "1501" })).to.equal("forward mtu");
        expect(sent({ from: "172.16.1.10", to: "10.0.1.10", bytes: "1500", protocol: "icmp" })).to.equal("arrives");
        expect(sent({ from: "10.0.2.10" })).to.equal("forward no-route");
    });

    it("is asked for by the security groups that it names, else by those of the VPCs", () => {
        const joined = joinAndWait();
        const closed = { id: "sg-closed", vpcId: joined.vpc.vpcId, name: "closed", rules: [] };
        joined.world.aws.securityGroups.set(closed.id, closed);
        expect(sent({}, joined)).to.equal("arrives");
        expect(sent({ fromGroups: "sg-closed" }, joined)).to.equal("forward security-group-egress");
        expect(sent({ toGroups: "sg-none" }, joined)).to.equal("forward security-group-ingress");
    });

    it("says which port it wants to", () => {
        const joined = joinAndWait();
        for (const { rules } of joined.world.alibaba.securityGroups.values()) {
            rules.forEach((rule) => (rule.ports = { from: 22, to: 22 }));
        }
        expect(sent({}, joined)).to.equal("forward security-group-ingress");
        expect(sent({ port: "22" }, joined)).to.equal("arrives");
    });

    const refused: [Record<string, string>, string][] = [
        [{ from: "10.0.1" }, 'from "10.0.1" is no IPv4 address.'],
        [{ to: "" }, 'to "" is no IPv4 address.'],
        [{ to: "192.0.2.1" }, "No subnet has the address 192.0.2.1."],
        [{ protocol: "sctp" }, "protocol sctp is none of tcp, udp and icmp."],
        [{ port: "65536" }, "port 65536 is no whole number up to 65535."],
        [{ bytes: "-1" }, "bytes -1 is no whole number up to 65535."],
    ];
    for (const [query, message] of refused) {
        it(`is not sent where ${message}`, () => {
            expect(() => sent(query)).to.throw(message);
        });
    }

    it("is not sent where two subnets have the address", () => {
        const joined = joinAndWait();
        const subnets = joined.world.aws.subnets;
        const subnet = only([...subnets.values()].filter(({ cidrBlock }) => cidrBlock === "10.0.1.0/24"));
        subnets.set("subnet-same", { ...subnet, subnetId: "subnet-same" });
        expect(() => sent({}, joined)).to.throw("Several subnets have the address 10.0.1.10.");
    });
});
