import { expect } from "chai";

import { CloudCallError } from "../../../provider/clouds/errors";
import { preflightHandler, type PreflightInputs } from "../../../provider/preflight/handler";
import { fakeClouds, makeBorderRouter, makeConnection } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { checked, checkedWith, inputs, makeEntry, standing, tableWith } from "../../support/preflight";

const nothing = { refused: [], warned: [] };
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
const overlap =
    "AWS VPC vpc-1 has 10.0.0.0/16, which overlaps 10.0.1.0/24 of vpc-alibaba in route table vtb-1: one of the two could not be reached from the other side. Give one of them other addresses.";
const billing =
    "Outbound traffic billing of Express Connect is not opened, so no BGP can be configured. Open it in the Alibaba Cloud console; it costs only what is sent.";
const overlapping = tableWith(makeEntry({ destinationCidrBlock: "10.0.1.0/24" }));

function denied(permission: string): () => Promise<never> {
    return () =>
        Promise.reject(new CloudCallError("somebody says no.", "AccessDenied", { cause: undefined, permission }));
}

describe("Preflight at a check", () => {
    it("refuses everything at once", async () => {
        const context = fakeContext(fakeClouds({ ...overlapping, billingOpened: false }));
        expect(await preflightHandler.guard?.(inputs, undefined, context)).to.deep.equal([
            { property: "", reason: billing },
            { property: "", reason: overlap },
        ]);
    });

    it("looks at nothing where it is turned off", async () => {
        const state = { ...overlapping, billingOpened: false };
        expect(await checked(state, { looks: false })).to.deep.equal(nothing);
    });

    it("passes over what a preview does not know yet", async () => {
        const unknowns = Object.fromEntries(Object.keys(inputs).map((name) => [name, unknown])) as PreflightInputs;
        expect(await checked({}, unknowns)).to.deep.equal(nothing);
        expect(await checked({}, { routeTableIds: ["rtb-1", unknown] })).to.deep.equal(nothing);
        expect(await checked(overlapping, { vpcId: unknown, routeTableIds: [unknown] })).to.deep.equal(nothing);
    });

    for (const [cloud, names] of [
        ["aws", ["awsAccountId", "awsRegion"]],
        ["alibaba", ["alibabaAccountId", "alibabaRegion"]],
    ] as const) {
        for (const name of names) {
            it(`asks nothing of a cloud whose ${name} is not known yet: the credentials at hand may be another's`, async () => {
                const clouds = fakeClouds();
                const asked = new Set<string>();
                const watched = <Cloud extends object>(cloudName: string, each: Cloud): Cloud =>
                    new Proxy(each, {
                        get(target, member) {
                            asked.add(cloudName);
                            return Reflect.get(target, member) as unknown;
                        },
                    });
                const context = fakeContext({
                    ...clouds,
                    aws: watched("aws", clouds.aws),
                    alibaba: watched("alibaba", clouds.alibaba),
                });
                const said = await checkedWith(context, { ...inputs, [name]: unknown });
                expect({ said, asked: [...asked] }).to.deep.equal({
                    said: nothing,
                    asked: ["aws", "alibaba"].filter((other) => other !== cloud),
                });
            });
        }
    }

    it("asks nothing twice in one up: the create takes what the check has seen, once", async () => {
        const clouds = fakeClouds();
        const context = fakeContext(clouds);
        let asked = 0;
        clouds.alibaba.outboundBillingOpened = () => {
            asked += 1;
            return Promise.resolve(true);
        };
        await preflightHandler.guard?.(inputs, undefined, context);
        await preflightHandler.create(inputs, context);
        expect(asked).to.equal(1);
        await preflightHandler.create(inputs, context);
        expect(asked).to.equal(2);
        await preflightHandler.guard?.(inputs, undefined, context);
        await preflightHandler.create({ ...inputs, connectionId: undefined }, context);
        expect(asked).to.equal(4);
    });

    describe("of a link that is there", () => {
        const state = standing({ ...overlapping, billingOpened: false });

        it("only warns of what is as it was", async () => {
            expect(await checked(state, {}, inputs)).to.deep.equal({ refused: [], warned: [billing, overlap] });
        });

        it("refuses what a change brings", async () => {
            const routeTableIds = ["rtb-1", "rtb-9"];
            expect(await checked(state, { routeTableIds }, inputs)).to.deep.equal({
                refused: ["Route table rtb-9 is not there. Check aws.routeTableIds."],
                warned: [billing, overlap],
            });
        });

        it("warns of a read that failed", async () => {
            const context = fakeContext(fakeClouds(standing()));
            context.clouds.alibaba.describeCen = () => Promise.reject(new Error("CEN cen-1: nobody is at home."));
            expect(await checkedWith(context, inputs, inputs)).to.deep.equal({
                refused: [],
                warned: ["CEN cen-1: nobody is at home."],
            });
        });

        it("only warns of it too where the link is gone, and the rest of the program must go on", async () => {
            const gone = { ...state, virtualInterfaces: [] };
            expect(await checked(gone, {}, inputs)).to.deep.equal({ refused: [], warned: [billing, overlap] });
        });

        it("refuses it to a program that has none of it in its state", async () => {
            expect((await checked(state)).refused).to.include.members([billing, overlap]);
        });
    });

    describe("of what a cloud takes only one of, and has already", () => {
        const withoutGateway = { vpnGatewayId: undefined };
        const gateway =
            'VPC vpc-1 has virtual private gateway vgw-1 already, and takes no second one. Set aws.vpnGatewayId: "vgw-1" to end the link in it, or detach it first (aws ec2 detach-vpn-gateway --vpn-gateway-id vgw-1 --vpc-id vpc-1).';
        const virtualInterface =
            'Hosted connection dxcon-1 has virtual interface dxvif-1 already, and takes no second one. If it is this link\'s, set adopt: { virtualInterfaceId: "dxvif-1" }, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. If it was being replaced, then also run pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import. If it is not, delete it first (aws directconnect delete-virtual-interface --virtual-interface-id dxvif-1).';

        it("refuses the VPC's gateway and the connection's virtual interface", async () => {
            expect(await checked(standing(), withoutGateway)).to.deep.equal({
                refused: [gateway, virtualInterface],
                warned: [],
            });
            const search: PreflightInputs = { connectionId: undefined, search: { accessPointId: "ap-1" } };
            expect(await checked(standing(), search)).to.deep.equal({ refused: [virtualInterface], warned: [] });
        });

        it("takes them where they are named, or may be", async () => {
            for (const named of [{ vpnGatewayId: "vgw-1" }, { vpnGatewayId: unknown }]) {
                const adopt = { virtualInterfaceId: unknown };
                expect(await checked(standing(), { ...named, adopt })).to.deep.equal(nothing);
            }
        });

        it("leaves it to the hook of the official child where something is in the state already", async () => {
            expect(await checked(standing(), withoutGateway, { ...inputs, ...withoutGateway })).to.deep.equal(nothing);
        });
    });

    describe("of VBR and hosted connection that are not named", () => {
        const search: PreflightInputs = { vbrId: undefined, search: { accessPointId: "ap-1" } };
        const two = [makeBorderRouter(), makeBorderRouter({ vbrId: "vbr-2" })];

        it("refuses where several VBRs fit, and lists them; one, or none yet, is no finding", async () => {
            expect((await checked({ borderRouters: two }, search)).refused).to.deep.equal([
                [
                    'VBR: 2 fit the search. Write alibaba.vbrId: "..." with one of these IDs:',
                    '  vbr-1  name "multi-cloud", access point ap-1, VLAN 101, active',
                    '  vbr-2  name "multi-cloud", access point ap-1, VLAN 101, active',
                ].join("\n"),
            ]);
            expect(await checked({}, search)).to.deep.equal(nothing);
            expect(await checked({ borderRouters: [] }, search)).to.deep.equal(nothing);
        });

        it("refuses where several connections fit the VBR's VLAN, and lists them", async () => {
            const connections = [makeConnection(), makeConnection({ connectionId: "dxcon-2" })];
            const refused = [
                [
                    'Hosted connection: 2 have the VLAN 101 of vbr-1 and 1Gbps. Write aws.connectionId: "..." with one of these IDs:',
                    '  dxcon-1  name "multi-cloud", partner "Alibaba Cloud", available',
                    '  dxcon-2  name "multi-cloud", partner "Alibaba Cloud", available',
                ].join("\n"),
            ];
            expect((await checked({ connections }, { connectionId: undefined })).refused).to.deep.equal(refused);
            expect((await checked({ connections }, { ...search, connectionId: undefined })).refused).to.deep.equal(
                refused,
            );
            const narrowed = { connectionId: undefined, search: { partnerName: "Somebody" } };
            expect(await checked({ connections }, narrowed)).to.deep.equal(nothing);
        });

        it("refuses a named connection of another VLAN, unless it may differ", async () => {
            const connections = [makeConnection({ vlan: 102 })];
            expect((await checked({ connections })).refused).to.deep.equal([
                "Hosted connection dxcon-1 has VLAN 102, the VBR has 101: it is another circuit's. Name the right one in aws.connectionId, or set aws.vlanMayDiffer if the circuit translates.",
            ]);
            expect(await checked({ connections }, { search: { vlanMayDiffer: true } })).to.deep.equal(nothing);
        });
    });

    describe("of what the user may not read", () => {
        it("names the permissions, and checks the rest", async () => {
            const context = fakeContext(fakeClouds({ ...overlapping, billingOpened: false }));
            context.clouds.aws.describeRouteTables = denied("ec2:DescribeRouteTables");
            context.clouds.alibaba.listTransitRouterRouteEntries = denied("cen:ListTransitRouterRouteEntries");
            expect(await checkedWith(context, inputs)).to.deep.equal({
                refused: [billing],
                warned: [
                    "Preflight may not read everything, so what rests on it is not checked. Grant to the caller: cen:ListTransitRouterRouteEntries, ec2:DescribeRouteTables.",
                ],
            });
        });

        it("warns before the first write, too, and goes on", async () => {
            const context = fakeContext(fakeClouds());
            context.clouds.aws.describeRouteTables = denied("ec2:DescribeRouteTables");
            await preflightHandler.create(inputs, context);
            expect(context.lines).to.deep.equal([
                [
                    "warn",
                    "Preflight may not read everything, so what rests on it is not checked. Grant to the caller: ec2:DescribeRouteTables.",
                ],
            ]);
        });

        it("refuses credentials with which not even the account can be asked, in one line for each cloud", async () => {
            const context = fakeContext(fakeClouds());
            const expired = new CloudCallError("AWS account: AWS says ExpiredToken: it has expired.", "ExpiredToken", {
                cause: undefined,
                kind: "expired",
            });
            context.clouds.aws.identity = () => Promise.reject(expired);
            context.clouds.aws.describeVpcs = () => Promise.reject(expired);
            context.clouds.alibaba.identity = denied("sts:GetCallerIdentity");
            expect(await checkedWith(context, inputs)).to.deep.equal({
                refused: ["AWS account: AWS says ExpiredToken: it has expired.", "somebody says no."],
                warned: [],
            });
        });
    });

    it("warns of what passes by itself, and then looks again before the first write", async () => {
        const context = fakeContext(fakeClouds());
        const busy = new CloudCallError("outbound billing: busy. That passes by itself.", "ServiceUnavailable", {
            cause: undefined,
            kind: "passing",
        });
        let asked = 0;
        context.clouds.alibaba.outboundBillingOpened = () => {
            asked += 1;
            return asked === 1 ? Promise.reject(busy) : Promise.resolve(false);
        };
        expect(await checkedWith(context, inputs)).to.deep.equal({
            refused: [],
            warned: ["outbound billing: busy. That passes by itself."],
        });
        let refused = "";
        await preflightHandler.create(inputs, context).catch((error: unknown) => (refused = String(error)));
        expect(refused).to.equal(`Error: Preflight found one problem, before anything was written:\n  - ${billing}`);
    });
});
