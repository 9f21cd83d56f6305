import type { VpnGateway } from "../../clouds/clouds";
import { covers, overlap } from "../../rules/cidrBlocks";
import type { Cause } from "../diagnose";
import type { LinkFacts } from "../facts";
import { attachedVpcOf } from "../reading/awsSide";

/** What the virtual interface ends in at AWS. */
export const gatewayCauses: readonly Cause[] = [
    {
        name: "gateway-not-attached",
        find: (facts) => {
            const wanted = wantedGatewayId(facts) ?? facts.aws.virtualInterface?.virtualGatewayId;
            const gateway = wantedGateway(facts);
            const state = gateway?.state ?? "not there";
            if (wanted === undefined || facts.aws.vpnGateways === undefined || attachedVpcOf(gateway) !== undefined) {
                return [];
            }
            return [
                {
                    says:
                        state === "available"
                            ? `Virtual private gateway ${wanted} is attached to no VPC${statesOf(gateway)}; it must be to ${facts.ids.vpcId ?? "the link's"}.`
                            : `Virtual private gateway ${wanted} is ${state}.`,
                    fix: "Run pulumi refresh and then pulumi up, which attaches one.",
                },
            ];
        },
    },
    {
        name: "virtual-interface-on-another-gateway",
        find: (facts) => {
            const wanted = wantedGatewayId(facts);
            const { virtualInterface } = facts.aws;
            const actual = virtualInterface?.virtualGatewayId;
            return virtualInterface === undefined || wanted === undefined || actual === undefined || actual === wanted
                ? []
                : [
                      {
                          says: `Virtual interface ${virtualInterface.virtualInterfaceId} is on ${actual}, the link's gateway is ${wanted}.`,
                          fix: "Run pulumi refresh and then pulumi up with allowOutage: true, which makes the interface anew.",
                      },
                  ];
        },
    },
    {
        name: "gateway-on-another-vpc",
        find: (facts) => {
            const gateway = wantedGateway(facts);
            const vpcId = attachedVpcOf(gateway);
            const wanted = facts.given.vpcId;
            return gateway === undefined || vpcId === undefined || wanted === undefined || vpcId === wanted
                ? []
                : [
                      {
                          says: `Virtual private gateway ${gateway.vpnGatewayId} is attached to ${vpcId}, the link's VPC is ${wanted}.`,
                          fix: `Detach it from ${vpcId}, run pulumi refresh, then pulumi up.`,
                      },
                  ];
        },
    },
    { name: "allowed-prefixes", find: findWithheldPrefixes },
];

/** The gateway that is named; else the one that is attached to the VPC that is named. */
function wantedGatewayId({ given, aws: { vpnGateways = [] } }: LinkFacts): string | undefined {
    const ofVpc = vpnGateways.find((gateway) => given.vpcId !== undefined && attachedVpcOf(gateway) === given.vpcId);
    return given.vpnGatewayId ?? ofVpc?.vpnGatewayId;
}

/** undefined: there is none, or it is not known. */
export function wantedGateway(facts: LinkFacts): VpnGateway | undefined {
    const { vpnGateways = [], vpnGateway } = facts.aws;
    const wanted = wantedGatewayId(facts);
    return wanted === undefined ? vpnGateway : vpnGateways.find(({ vpnGatewayId }) => vpnGatewayId === wanted);
}

function statesOf(gateway: VpnGateway | undefined): string {
    const states = (gateway?.attachments ?? []).map(({ vpcId, state }) => `${vpcId} ${state}`);
    return states.length === 0 ? "" : ` (${states.join(", ")})`;
}

/**
 * With a virtual private gateway behind it, a Direct Connect gateway passes on the VPC's blocks that an allowed prefix covers; with a transit gateway, the
 * allowed prefixes themselves (https://docs.aws.amazon.com/directconnect/latest/UserGuide/allowed-to-prefixes.html).
 */
function findWithheldPrefixes({ aws }: LinkFacts): ReturnType<Cause["find"]> {
    const { directConnectGateway, vpc } = aws;
    if (directConnectGateway === undefined) {
        return [];
    }
    const { directConnectGatewayId: id, associations } = directConnectGateway;
    const associated = associations.filter(({ state }) => ["associated", "updating"].includes(state));
    if (associated.length === 0) {
        const states = associations.map(({ gatewayId, state }) => `${gatewayId} ${state}`).join(", ");
        return [
            {
                says: `Direct Connect gateway ${id} is associated with no gateway${states === "" ? "" : ` (${states})`}, so that AWS advertises nothing.`,
                fix: "Associate it with the VPC's virtual private gateway or transit gateway.",
            },
        ];
    }
    const allowed = associated.flatMap(({ allowedPrefixes }) => allowedPrefixes);
    const passes = associated.some(({ gatewayId }) => gatewayId.startsWith("tgw-")) ? overlap : covers;
    const withheld = (vpc?.cidrBlocks ?? []).filter((block) => !allowed.some((prefix) => passes(prefix, block)));
    return withheld.length === 0
        ? []
        : [
              {
                  says: `Direct Connect gateway ${id} allows ${allowed.join(", ") || "no prefix"}, which leaves ${withheld.join(", ")} of ${vpc?.vpcId ?? ""} out.`,
                  fix: `Add ${withheld.join(", ")} to the association's allowed prefixes.`,
              },
          ];
}
