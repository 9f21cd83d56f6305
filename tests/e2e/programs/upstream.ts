import * as pulumi from "@pulumi/pulumi";
import { PrivateVirtualInterface } from "@pulumi/aws/directconnect/privateVirtualInterface";
import { VpnGateway } from "@pulumi/aws/ec2/vpnGateway";

interface Args {
    /** A change of it updates the circuit in place. */
    label: string;
    vpcId: string;
    connectionId: string;
}

/** What this package does not do: a resource upstream of the virtual interface that changes in place. */
class Circuit extends pulumi.dynamic.Resource {
    declare readonly vlanId: pulumi.Output<number>;

    constructor(name: string, args: { label: string }) {
        const outputs = (inputs: object): object => ({ ...inputs, vlanId: 1101 });
        super(
            {
                create: (inputs: object) => Promise.resolve({ id: "circuit", outs: outputs(inputs) }),
                diff: (_id, olds: Args, news: Args) => Promise.resolve({ changes: olds.label !== news.label }),
                update: (_id, _olds, news: object) => Promise.resolve({ outs: outputs(news) }),
            },
            name,
            { ...args, vlanId: undefined },
        );
    }
}

const { label, vpcId, connectionId } = new pulumi.Config().requireObject<Args>("args");

const circuit = new Circuit("circuit", { label });
const gateway = new VpnGateway("gateway", { vpcId });

new PrivateVirtualInterface("vif", {
    addressFamily: "ipv4",
    amazonAddress: "169.254.10.2/30",
    bgpAsn: 45104,
    connectionId,
    customerAddress: "169.254.10.1/30",
    vlan: circuit.vlanId,
    vpnGatewayId: gateway.id,
});
