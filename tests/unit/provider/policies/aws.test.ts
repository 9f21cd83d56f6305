import { expect } from "chai";

import type { PolicyArgs } from "../../../../provider/policies/args";
import { requiredAwsPolicy } from "../../../../provider/policies/requiredPolicies";
import { actionsOf, args, grantsOf, inSingapore } from "./statements";

function aws(action: string, changes: Partial<PolicyArgs> = {}): string[] {
    return grantsOf(action, requiredAwsPolicy({ ...args, ...inSingapore, for: "up", ...changes }).Statement);
}

const arn = (resource: string): string => `arn:aws:ec2:ap-southeast-1:123456789012:${resource}`;
const dx = (resource: string): string => `arn:aws:directconnect:ap-southeast-1:123456789012:${resource}`;
const own = '{"StringLike":{"aws:ResourceTag/multicloud-connection:made-for":"*"}}';

describe("the policy for AWS", () => {
    it("of a preview and the doctor only reads", () => {
        expect(
            actionsOf(requiredAwsPolicy({ ...args, for: "preview" })).filter((name) => !/:(Describe|List)/.test(name)),
        ).to.deep.equal([]);
        expect(requiredAwsPolicy({ ...args, for: "preview" })).to.deep.equal({
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Action: [
                        "directconnect:DescribeConnections",
                        "directconnect:DescribeDirectConnectGateways",
                        "directconnect:DescribeVirtualInterfaces",
                        "ec2:DescribeNetworkAcls",
                        "ec2:DescribeRouteTables",
                        "ec2:DescribeSecurityGroups",
                        "ec2:DescribeSubnets",
                        "ec2:DescribeVpcs",
                        "ec2:DescribeVpnGateways",
                    ],
                    Resource: ["*"],
                },
                {
                    Effect: "Allow",
                    Action: ["directconnect:DescribeTags", "directconnect:ListVirtualInterfaceRoutes"],
                    Resource: ["arn:aws:directconnect:*:*:dxvif/*"],
                },
                {
                    Effect: "Allow",
                    Action: ["directconnect:DescribeDirectConnectGatewayAssociations"],
                    Resource: ["arn:aws:directconnect::*:dx-gateway/*"],
                },
            ],
        });
    });

    it("of an up reads what its preview does, and writes", () => {
        const [before, after] = (["preview", "up"] as const).map((purpose) =>
            actionsOf(requiredAwsPolicy({ ...args, for: purpose })),
        );
        expect(after).to.include.members(before ?? []);
        expect(after?.filter((action) => !before?.includes(action))).to.deep.equal([
            "directconnect:ConfirmConnection",
            "directconnect:CreatePrivateVirtualInterface",
            "directconnect:DeleteVirtualInterface",
            "directconnect:TagResource",
            "directconnect:UntagResource",
            "directconnect:UpdateVirtualInterfaceAttributes",
            "ec2:AttachVpnGateway",
            "ec2:CreateTags",
            "ec2:CreateVpnGateway",
            "ec2:DeleteTags",
            "ec2:DeleteVpnGateway",
            "ec2:DetachVpnGateway",
            "ec2:DisableVgwRoutePropagation",
            "ec2:EnableVgwRoutePropagation",
        ]);
    });

    it("names what the program names, in its account and region, and in its partition", () => {
        expect(aws("ec2:AttachVpnGateway")).to.deep.equal([arn("vpc/vpc-1"), `${arn("vpn-gateway/*")} ${own}`]);
        expect(aws("ec2:EnableVgwRoutePropagation")).to.deep.equal([
            arn("route-table/rtb-1"),
            arn("route-table/rtb-2"),
            `${arn("vpn-gateway/*")} ${own}`,
        ]);
        expect(aws("directconnect:ConfirmConnection")).to.deep.equal([dx("dxcon/*")]);
        expect(aws("directconnect:ConfirmConnection", { aws: { ...args.aws, connectionId: "dxcon-1" } })).to.deep.equal(
            [dx("dxcon/dxcon-1")],
        );
        expect(aws("ec2:DescribeVpcs")).to.deep.equal(['* {"StringEquals":{"aws:RequestedRegion":"ap-southeast-1"}}']);
        expect(aws("directconnect:ConfirmConnection", { region: "cn-north-1" })).to.deep.equal([
            "arn:aws-cn:directconnect:cn-north-1:123456789012:dxcon/*",
        ]);
        expect(aws("directconnect:ConfirmConnection", { region: "us-gov-west-1" })).to.deep.equal([
            "arn:aws-us-gov:directconnect:us-gov-west-1:123456789012:dxcon/*",
        ]);
    });

    it("stands for every resource of the kind where an ID is an output, or none is given", () => {
        const unknown = {
            vpcId: Promise.resolve("vpc-1"),
            routeTableIds: { main: Promise.resolve("rtb-1"), other: "rtb-2" },
        };
        expect(aws("ec2:AttachVpnGateway", { aws: unknown })).to.include(arn("vpc/*"));
        expect(aws("ec2:EnableVgwRoutePropagation", { aws: unknown })).to.include(arn("route-table/*"));
        expect(aws("ec2:EnableVgwRoutePropagation", { aws: {} })).to.include(arn("route-table/*"));
    });

    it("makes only what carries the mark, and touches nothing else", () => {
        const marking = '{"StringLike":{"aws:RequestTag/multicloud-connection:made-for":"*"}}';
        expect(aws("ec2:CreateVpnGateway")).to.deep.equal([`${arn("vpn-gateway/*")} ${marking}`]);
        expect(aws("ec2:CreateTags")).to.deep.equal([
            `${arn("vpn-gateway/*")} {"StringLike":{"aws:RequestTag/multicloud-connection:made-for":"*"},"StringEquals":{"ec2:CreateAction":"CreateVpnGateway"}}`,
            `${arn("vpn-gateway/*")} ${own}`,
        ]);
        for (const action of ["ec2:DeleteTags", "ec2:DeleteVpnGateway"]) {
            expect(aws(action)).to.deep.equal([`${arn("vpn-gateway/*")} ${own}`]);
        }
        expect(aws("directconnect:CreatePrivateVirtualInterface")).to.deep.equal([`${dx("dxcon/*")} ${marking}`]);
        for (const action of ["DeleteVirtualInterface", "UntagResource", "UpdateVirtualInterfaceAttributes"]) {
            expect(aws(`directconnect:${action}`)).to.deep.equal([`${dx("dxvif/*")} ${own}`]);
        }
        expect(aws("directconnect:TagResource")).to.deep.equal([
            `${dx("dxcon/*")} {"ForAllValues:StringEquals":{"aws:TagKeys":"multicloud-connection:accepted-for"}}`,
            `${dx("dxvif/*")} ${own}`,
        ]);
    });

    it("makes, attaches and deletes no gateway beside one that is managed elsewhere", () => {
        const changes = { aws: { ...args.aws, vpnGatewayId: "vgw-1" } };
        const actions = actionsOf(requiredAwsPolicy({ ...args, ...changes, for: "up" }));
        expect(actions.filter((action) => /^ec2:(?!Describe)/.test(action))).to.deep.equal([
            "ec2:DisableVgwRoutePropagation",
            "ec2:EnableVgwRoutePropagation",
        ]);
        expect(aws("ec2:EnableVgwRoutePropagation", changes)).to.deep.equal([
            arn("route-table/rtb-1"),
            arn("route-table/rtb-2"),
            arn("vpn-gateway/vgw-1"),
        ]);
    });

    it("takes what is adopted as it is, which does not carry the mark yet", () => {
        const adopt = { vpnGatewayId: "vgw-1", virtualInterfaceId: "dxvif-1" };
        expect(aws("ec2:DeleteVpnGateway", { adopt })).to.deep.equal([
            `${arn("vpn-gateway/*")} ${own}`,
            arn("vpn-gateway/vgw-1"),
        ]);
        expect(aws("directconnect:DeleteVirtualInterface", { adopt })).to.deep.equal([
            `${dx("dxvif/*")} ${own}`,
            dx("dxvif/dxvif-1"),
        ]);
    });

    it("deletes the connection only where the program wishes so, and only one that this package has accepted", () => {
        expect(aws("directconnect:DeleteConnection")).to.deep.equal([]);
        expect(aws("directconnect:DeleteConnection", { onDestroy: { hostedConnection: "delete" } })).to.deep.equal([
            `${dx("dxcon/*")} {"StringLike":{"aws:ResourceTag/multicloud-connection:accepted-for":"*"}}`,
        ]);
    });
});
