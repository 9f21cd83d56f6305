import { expect } from "chai";

import type { Simulator } from "../../simulator/server";
import { withoutCosts } from "../harness/outcome";
import { rehearse, writesOf, type QuickstartArgs, type Rehearsal } from "../harness/rehearsal";

type Args = QuickstartArgs & Record<string, unknown>;

interface Refusal {
    what: string;
    change: (args: Args) => unknown;
    /** What the engine shows, whole. */
    lines: (args: Args) => string[];
}

const localAsnRange =
    "a VBR takes 45104, or, once Alibaba Cloud has opened it for the account, 64512 to 65534 or 4200000000 to 4294967294, but not 65025.";
const gatewayAsnRange = "a virtual private gateway takes 64512 to 65534 or 4200000000 to 4294967294.";
const noBorderRouter =
    "alibaba: neither a VBR nor a way to find it is given. Set alibaba.vbrId, or alibaba.accessPointId or alibaba.borderRouterName to search.";
const noRouteTable =
    "aws.routeTableIds is empty: no route table of the VPC would learn the Alibaba routes. Name at least one rtb-...";

const atPreview: Refusal[] = [
    {
        what: "one ASN on both sides",
        change: (args) => ({ ...args, bgp: { localAsn: 64600 }, aws: { ...args.aws, amazonSideAsn: 64600 } }),
        lines: () => [
            "error: link: aws.amazonSideAsn and bgp.localAsn are both 64600; BGP needs two. Set aws.amazonSideAsn to another private ASN.",
        ],
    },
    {
        what: "a local ASN that is the gateway's by default",
        change: (args) => ({ ...args, bgp: { localAsn: 64512 } }),
        lines: () => [
            "error: link: aws.amazonSideAsn and bgp.localAsn are both 64512; BGP needs two. Set aws.amazonSideAsn to another private ASN.",
        ],
    },
    {
        what: "a key of 81 characters",
        change: (args) => ({ ...args, bgp: { authKey: "a".repeat(81) } }),
        lines: () => ["error: link: bgp.authKey has 81 characters; Direct Connect takes 6 to 80."],
    },
    {
        what: "a key with unsafe characters",
        change: (args) => ({ ...args, bgp: { authKey: "abc def" } }),
        lines: () => [
            "error: link: bgp.authKey has characters that are not safe in both clouds; use letters, digits and . _ ~ @ ^ : , ! -",
        ],
    },
    {
        what: "neither a VBR nor a way to find it",
        change: (args) => ({ ...args, alibaba: { cen: args.alibaba.cen } }),
        lines: () => [`error: link: ${noBorderRouter}`],
    },
    {
        what: "no route table",
        change: (args) => ({ ...args, aws: { ...args.aws, routeTableIds: [] } }),
        lines: () => [`error: link: ${noRouteTable}`],
    },
    {
        what: "several at once",
        change: (args) => ({
            alibaba: { cen: args.alibaba.cen },
            aws: { ...args.aws, routeTableIds: [], amazonSideAsn: 70000 },
            bgp: { localAsn: 1, authKey: "abcde" },
            timeouts: { circuitSeconds: -1 },
        }),
        lines: () => [
            [
                "error: link: 6 arguments need a change:",
                `  - ${noBorderRouter}`,
                `  - ${noRouteTable}`,
                `  - bgp.localAsn is 1; ${localAsnRange}`,
                `  - aws.amazonSideAsn is 70000; ${gatewayAsnRange}`,
                "  - bgp.authKey has 5 characters; Direct Connect takes 6 to 80.",
                "  - timeouts.circuitSeconds is -1; it must be a positive number of seconds.",
            ].join("\n"),
        ],
    },
];

const refused = "error: pulumi-nodejs:dynamic/multicloud:Preflight resource 'link-preflight' has a problem: ";

/** What can be seen only by a look at the clouds. */
const seenInTheClouds: Refusal[] = [
    {
        what: "a VPC in another region than the connection's",
        change: (args) => ({ ...args, aws: { ...args.aws, vpcId: "vpc-0123456789abcdef0" } }),
        lines: ({ aws: { vpcId, routeTableIds } }) => [
            `${refused}VPC vpc-0123456789abcdef0 is not in ap-southeast-1. A virtual private gateway reaches only a VPC in the connection's region: check aws.vpcId and the AWS region.`,
            ...routeTableIds.map(
                (id) =>
                    `${refused}Route table ${id} belongs to ${vpcId}, not to vpc-0123456789abcdef0. Name a table of the connected VPC in aws.routeTableIds.`,
            ),
        ],
    },
    {
        what: "several things that are not there, at once",
        change: (args) => ({
            alibaba: { vbrId: "vbr-elsewhere", cen: { ...args.alibaba.cen, cenId: "cen-elsewhere" } },
            aws: { ...args.aws, routeTableIds: ["rtb-0123456789abcdef0"], connectionId: "dxcon-elsewher" },
        }),
        lines: () => [
            `${refused}Route table rtb-0123456789abcdef0 is not there. Check aws.routeTableIds.`,
            `${refused}Hosted connection dxcon-elsewher is not in ap-southeast-1. Check aws.connectionId, the AWS account and region.`,
            `${refused}VBR vbr-elsewhere is not in ap-southeast-1. Check alibaba.vbrId and the region of the alicloud provider.`,
            `${refused}CEN cen-elsewhere is not there. Check alibaba.cen.cenId.`,
        ],
    },
];

describe("what is refused", () => {
    let rehearsal: Rehearsal;

    before(async () => {
        rehearsal = await rehearse();
    });
    after(() => rehearsal.end());

    for (const { what, change, lines } of atPreview) {
        it(`at preview: ${what}`, async () => {
            await rehearsal.stack.setArgs(change(rehearsal.args) as object);
            const { failed, diagnostics } = await rehearsal.stack.preview();
            expect({ failed, diagnostics }).to.deep.equal({ failed: true, diagnostics: lines(rehearsal.args) });
            expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
        });
    }

    it("at preview: a secret key, without showing it", async () => {
        await rehearsal.stack.setArgs(rehearsal.args);
        await rehearsal.stack.setSecret("authKey", "s3cre");
        const { failed, diagnostics } = await rehearsal.stack.preview();
        expect({ failed, diagnostics: withoutCosts(diagnostics) }).to.deep.equal({
            failed: true,
            diagnostics: [
                "error: pulumi-nodejs:dynamic/multicloud:BgpAuthKey resource 'link-bgp-auth-key': property authKey value {&{{[secret]}}} has a problem: bgp.authKey has 5 characters; Direct Connect takes 6 to 80.",
            ],
        });
    });

    it("at preview: a transit router and a gateway that the official providers are asked for", async () => {
        const { stack, args } = rehearsal;
        await stack.setSecret("authKey", "s3cret-key");
        const cen = { ...args.alibaba.cen, transitRouterId: "tr-elsewhere" };
        await stack.setArgs({ ...args, alibaba: { ...args.alibaba, cen } });
        expect((await stack.preview()).diagnostics).to.deep.equal([
            "error: The provider cannot read the route tables of transit router tr-elsewhere: The specified TransitRouterId is not found. Check alibaba.cen.transitRouterId, or set alibaba.cen.transitRouterRouteTableId.",
        ]);
        await stack.setArgs({ ...args, aws: { ...args.aws, vpnGatewayId: "vgw-0123456789abcdef0" } });
        // The provider's own look and Preflight's run side by side.
        expect((await stack.preview()).diagnostics).to.have.members([
            "error: The provider cannot read virtual private gateway vgw-0123456789abcdef0: no matching EC2 VPN Gateway found. Check aws.vpnGatewayId.",
            `${refused}Virtual private gateway vgw-0123456789abcdef0 is not attached to ${args.aws.vpcId}. Attach it, or leave aws.vpnGatewayId out.`,
        ]);
    });

    for (const { what, change, lines } of seenInTheClouds) {
        it(`at preview, and before the first write: ${what}`, async () => {
            await rehearsal.stack.setArgs(change(rehearsal.args) as object);
            for (const { failed, diagnostics } of [await rehearsal.stack.preview(), await rehearsal.stack.up()]) {
                expect({ failed, diagnostics }).to.deep.equal({ failed: true, diagnostics: lines(rehearsal.args) });
            }
            expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
        });
    }

    it("before the first write: a VBR in another region than the transit router's", async () => {
        const { transitRouters } = rehearsal.simulator.world.alibaba;
        for (const router of transitRouters.values()) {
            router.regionId = "cn-hongkong";
        }
        await rehearsal.stack.setArgs(rehearsal.args);
        const { failed, diagnostics } = await rehearsal.stack.up();
        const { transitRouterId } = rehearsal.args.alibaba.cen;
        expect({ failed, diagnostics }).to.deep.equal({
            failed: true,
            diagnostics: [
                `${refused}Transit router ${transitRouterId} is in cn-hongkong, the VBR in ap-southeast-1. Name the CEN's transit router in ap-southeast-1.`,
            ],
        });
        expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
    });
});

/** The dynamic resources' own credentials, of another user than the official providers'. */
const mixedUp = [
    {
        cloud: "AWS",
        environment: ({ keys }: Simulator) => {
            const caller = {
                cloud: "aws" as const,
                accountId: "999999999999",
                region: "ap-southeast-1",
                arn: "arn:aws:iam::999999999999:user/other",
            };
            const { accessKeyId, secret, sessionToken } = keys.issue(caller, 3600);
            return { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secret, AWS_SESSION_TOKEN: sessionToken };
        },
        line: "AWS account: the dynamic resources see 999999999999, the official provider 123456789012. Make aws:profile or the AWS environment name one and the same for both.",
    },
    {
        cloud: "AWS (region)",
        environment: () => ({ AWS_REGION: "eu-west-1" }),
        line: "AWS region: the dynamic resources see eu-west-1, the official provider ap-southeast-1. Make aws:region or AWS_REGION name one and the same for both.",
    },
    {
        cloud: "Alibaba Cloud",
        environment: ({ keys }: Simulator) => {
            const caller = {
                cloud: "alibaba" as const,
                accountId: "9999999999999999",
                region: "ap-southeast-1",
                arn: "acs:ram::9999999999999999:user/other",
            };
            const { accessKeyId, secret, sessionToken } = keys.issue(caller, 3600);
            return {
                ALICLOUD_ACCESS_KEY: accessKeyId,
                ALICLOUD_SECRET_KEY: secret,
                ALICLOUD_SECURITY_TOKEN: sessionToken,
            };
        },
        line: "Alibaba Cloud account: the dynamic resources see 9999999999999999, the official provider 1234567890123456. Make alicloud:profile or the ALICLOUD_* environment name one and the same for both.",
    },
];

describe("two accounts mixed up", () => {
    for (const { cloud, environment, line } of mixedUp) {
        it(`${cloud}: refused before a write`, async () => {
            const rehearsal = await rehearse({}, { environment });
            try {
                const { failed, diagnostics } = await rehearsal.stack.up();
                expect(writesOf(rehearsal.simulator)).to.deep.equal([]);
                expect({ failed, diagnostics }).to.deep.equal({
                    failed: true,
                    diagnostics: [`${refused}${line}`],
                });
            } finally {
                await rehearsal.end();
            }
        });
    }
});
