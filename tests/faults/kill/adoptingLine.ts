import type { Simulator } from "../../../simulator/server";
import { awsServices } from "../../../simulator/aws/services";
import type { Outcome } from "../../harness/outcome";

/** `adopt: { vpnGatewayId: "vgw-1" }`, as an error has it for the program. */
const argument = /adopt: \{ (\w+): "([^"]+)" \}/g;
/** What has no argument, since the official resource cannot import it. */
const command = /aws ec2 detach-vpn-gateway --vpn-gateway-id (vgw-\w+) --vpc-id (vpc-\w+)/;
/** What it takes besides, where what is adopted was being replaced. */
const tidying = /pulumi stack export \| npx pulumi-multicloud-connection forget-replaced \| pulumi stack import/;

/** What the errors of a command ask a person to do. */
export interface Advice {
    adopt: Record<string, string>;
    detach?: { vpnGatewayId: string; vpcId: string };
    /** To be run after the adoption. */
    script?: string;
    /** The name of each argument of `adopt`, and "detach" for the command. */
    lines: string[];
}

export function adviceIn({ diagnostics }: Pick<Outcome, "diagnostics">): Advice {
    const text = diagnostics.filter((line) => line.startsWith("error: ")).join("\n");
    const adopt = Object.fromEntries([...text.matchAll(argument)].map(([, name = "", id = ""]) => [name, id]));
    const [, vpnGatewayId = "", vpcId = ""] = command.exec(text) ?? [];
    const detach = vpnGatewayId === "" ? undefined : { vpnGatewayId, vpcId };
    const script = tidying.exec(text)?.[0];
    return { adopt, detach, script, lines: [...Object.keys(adopt), ...(detach === undefined ? [] : ["detach"])] };
}

/** Types the command, and waits until AWS has done it. */
export async function detachByHand({ vpnGatewayId, vpcId }: NonNullable<Advice["detach"]>, simulator: Simulator) {
    const { world, keys, description } = simulator;
    const caller = keys.find(description.credentials.aws.accessKeyId)?.caller;
    if (caller === undefined) {
        throw new Error("The simulator does not know its own user.");
    }
    const input = { VpnGatewayId: vpnGatewayId, VpcId: vpcId };
    awsServices.ec2.get("DetachVpnGateway")?.run({ world, caller }, input);
    await new Promise<void>((resolve) => {
        world.clock.after(world.durations.vpnGatewayDetach, resolve);
    });
}
