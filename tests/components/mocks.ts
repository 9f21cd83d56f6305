import * as pulumi from "@pulumi/pulumi";

/** A resource as the engine would have been asked to register it. */
export interface Registration {
    type: string;
    name: string;
    inputs: Record<string, unknown>;
    /** The ID by which it is imported. */
    importId: string | undefined;
}

/** Everything registered since the last reset, in order. */
export const registrations: Registration[] = [];

const circuitOutputs = {
    vlanId: 101,
    borderRouterVlanId: 101,
    amazonAddress: "169.254.10.2/30",
    customerAddress: "169.254.10.1/30",
    localAsn: 45104,
    made: true,
    connectionState: "available",
};

/** What each kind answers beyond its inputs. */
const answers: Record<string, { id: string; outputs?: Record<string, unknown> }> = {
    "pulumi-nodejs:dynamic/multicloud:BorderRouter": { id: "vbr-1", outputs: { own: true, foreignOwnerId: "" } },
    "pulumi-nodejs:dynamic/multicloud:CircuitActivation": { id: "dxcon-1", outputs: circuitOutputs },
    "pulumi-nodejs:dynamic/multicloud:BgpAuthKey": {
        id: "vbr-1/bgp-auth-key",
        outputs: { key: "0123456789abcdef" },
    },
    "pulumi-nodejs:dynamic/multicloud:BorderRouterBgp": {
        id: "vbr-1/bgp",
        outputs: { bgpGroupId: "bgpg-1", bgpPeerId: "bgp-1" },
    },
    "pulumi-nodejs:dynamic/multicloud:BgpVerification": {
        id: "dxvif-1/bgp",
        outputs: {
            bgpStatus: "up",
            verifiedAt: "2026-01-01T00:00:00.000Z",
            alibaba: {
                bgpStatus: "Established",
                borderRouterStatus: "active",
                circuitStatus: "Enabled",
                businessStatus: "Normal",
            },
            aws: { bgpStatus: "up", connectionState: "available", virtualInterfaceState: "available" },
        },
    },
    "pulumi-nodejs:dynamic/multicloud:VpcRoutes": {
        id: "vbr-1/vpc-routes",
        outputs: { made: [{ vpcId: "vpc-2", legs: ["association"] }] },
    },
    "aws:ec2/vpnGateway:VpnGateway": { id: "vgw-1", outputs: { amazonSideAsn: "64512" } },
    "aws:directconnect/privateVirtualInterface:PrivateVirtualInterface": { id: "dxvif-1" },
    "alicloud:cen/instanceAttachment:InstanceAttachment": { id: "cen-1:vbr-1:VBR:ap-southeast-1" },
    "alicloud:cen/transitRouterVbrAttachment:TransitRouterVbrAttachment": {
        id: "cen-1:tr-attach-1",
        outputs: { transitRouterAttachmentId: "tr-attach-1" },
    },
};

/** Changes what a VBR of Alibaba Cloud's own account would answer. */
export function ownBorderRouter(foreignOwnerId = ""): void {
    Object.assign(answers["pulumi-nodejs:dynamic/multicloud:BorderRouter"] ?? {}, {
        outputs: { own: foreignOwnerId === "", foreignOwnerId },
    });
}

const invokes: Record<string, Record<string, unknown>> = {
    "aws:index/getCallerIdentity:getCallerIdentity": { accountId: "123456789012" },
    "aws:index/getRegion:getRegion": { region: "ap-southeast-1" },
    "aws:ec2/getVpnGateway:getVpnGateway": { amazonSideAsn: "64600" },
    "alicloud:index/getCallerIdentity:getCallerIdentity": { accountId: "1234567890123456" },
    "alicloud:index/getRegions:getRegions": { ids: ["ap-southeast-1"] },
    "alicloud:cen/getTransitRouterRouteTables:getTransitRouterRouteTables": {
        tables: [{ transitRouterRouteTableId: "vtb-system" }],
    },
};

/** Stands in for the engine. Call it before the package is loaded. */
export async function mockEngine(): Promise<void> {
    await pulumi.runtime.setMocks({
        newResource: ({ type, name, inputs, id: importId }) => {
            const { __provider: _courier, ...visible } = inputs as Record<string, unknown>;
            registrations.push({ type, name, inputs: visible, importId: importId === "" ? undefined : importId });
            const answer = answers[type];
            return {
                id: answer?.id ?? `${name}-id`,
                state: { ...(inputs as Record<string, unknown>), ...answer?.outputs },
            };
        },
        call: ({ token }) => invokes[token] ?? {},
    });
}

/** The inputs of the child of this name, with undefined ones left out. */
export function inputsOf(name: string): Record<string, unknown> | undefined {
    return registrations.find((registration) => registration.name === name)?.inputs;
}

/** What an output holds, once it is known. */
export function valueOf<Value>(output: pulumi.Output<Value>): Promise<Value> {
    return new Promise((resolve) => output.apply(resolve));
}
