import { expect } from "chai";

import { schemaOf } from "../../simulator/plugins/schema";
import { startStandIns, tokens, urnOf, type StandInName, type StandIns } from "./standIns";

/** How the engine writes a value that a preview does not know. */
const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * Every argument of the installed SDKs, and what a change of it does (ForceNew in hashicorp/terraform-provider-aws and
 * aliyun/terraform-provider-alicloud). An argument that a new version of an SDK brings belongs here, and in the table of the stand-in.
 */
const expected: Record<StandInName, { replaces: string[]; inPlace: string[] }> = {
    vif: {
        replaces: [
            "addressFamily",
            "amazonAddress",
            "bgpAsn",
            "bgpAsnLong",
            "bgpAuthKey",
            "connectionId",
            "customerAddress",
            "dxGatewayId",
            "name",
            "region",
            "vlan",
            "vpnGatewayId",
        ],
        inPlace: [
            "mtu",
            "prefixPoolAllocatedCountIpv4",
            "prefixPoolAllocatedCountIpv6",
            "rateLimit",
            "sitelinkEnabled",
            "tags",
        ],
    },
    gateway: { replaces: ["amazonSideAsn", "availabilityZone", "region"], inPlace: ["tags", "vpcId"] },
    gatewayAttachment: { replaces: ["region", "vpcId", "vpnGatewayId"], inPlace: [] },
    routePropagation: { replaces: ["region", "routeTableId", "vpnGatewayId"], inPlace: [] },
    attachment: {
        replaces: ["cenId", "resourceType", "transitRouterId", "vbrId", "vbrOwnerId"],
        inPlace: [
            "autoPublishRouteEnabled",
            "dryRun",
            "orderType",
            "routeTableAssociationEnabled",
            "routeTablePropagationEnabled",
            "tags",
            "transitRouterAttachmentDescription",
            "transitRouterAttachmentName",
        ],
    },
    cenInstanceAttachment: {
        replaces: ["childInstanceId", "childInstanceRegionId", "childInstanceType", "instanceId"],
        inPlace: ["cenOwnerId", "childInstanceOwnerId"],
    },
    cenInstanceGrant: { replaces: ["cenId", "cenOwnerId", "childInstanceId"], inPlace: [] },
    grantAttachment: { replaces: ["cenId", "cenOwnerId", "instanceId", "instanceType", "orderType"], inPlace: [] },
    grantRuleToCen: { replaces: ["cenId", "cenOwnerId", "instanceId"], inPlace: [] },
    association: { replaces: ["transitRouterAttachmentId", "transitRouterRouteTableId"], inPlace: ["dryRun"] },
    propagation: { replaces: ["transitRouterAttachmentId", "transitRouterRouteTableId"], inPlace: ["dryRun"] },
};

describe("the diff of a stand-in for an official resource", () => {
    let standIns: StandIns;

    before(async () => {
        standIns = await startStandIns();
    });
    after(() => standIns.stop());

    for (const [key, { replaces, inPlace }] of Object.entries(expected)) {
        const name = key as StandInName;

        describe(tokens[name], () => {
            it("knows every argument of the installed SDK", () => {
                expect([...(schemaOf(tokens[name])?.inputs ?? [])].sort()).to.deep.equal(
                    [...replaces, ...inPlace].sort(),
                );
            });

            for (const property of [...replaces, ...inPlace]) {
                const answer = {
                    changes: "some",
                    replaces: replaces.includes(property) ? [property] : [],
                    deleteBeforeReplace: false,
                };
                const what = replaces.includes(property) ? "replaces" : "updates in place";

                it(`${what} for another ${property}, and for one that is not known yet`, async () => {
                    const olds = { [property]: "one" };
                    for (const value of ["another", unknown]) {
                        expect(
                            await standIns.diff(urnOf(name), "id", olds, { [property]: value }, { oldInputs: olds }),
                        ).to.deep.equal(answer);
                    }
                });
            }
        });
    }

    async function changesOf(
        name: StandInName,
        oldInputs: object,
        news: object,
        ignoreChanges: string[] = [],
    ): Promise<string> {
        const olds = { ...oldInputs };
        return (await standIns.diff(urnOf(name), "id", olds, { ...news }, { oldInputs: olds, ignoreChanges })).changes;
    }

    it("is none for the same, in whichever type it is written", async () => {
        expect(await changesOf("vif", { bgpAsn: 45104, vlan: 1101 }, { bgpAsn: "45104", vlan: 1101 })).to.equal("none");
    });

    it("is none where a computed argument or a default is left out", async () => {
        expect(await changesOf("vif", { bgpAuthKey: "given", mtu: 1500, sitelinkEnabled: false }, {})).to.equal("none");
        expect(await changesOf("vif", { mtu: 9001 }, {})).to.equal("some");
        expect(await changesOf("attachment", { autoPublishRouteEnabled: false, resourceType: "VBR" }, {})).to.equal(
            "none",
        );
        expect(await changesOf("attachment", { autoPublishRouteEnabled: true }, {})).to.equal("some");
    });

    it("honours ignoreChanges", async () => {
        expect(await changesOf("vif", { vlan: 1101 }, { vlan: 1102 }, ["vlan"])).to.equal("none");
        expect(await changesOf("vif", { vlan: 1101 }, { vlan: 1102 }, ["tags"])).to.equal("some");
    });

    it("replaces no resource of another job: it is echoed", async () => {
        const urn = "urn:pulumi:test::wire::aws:s3/bucket:Bucket::bucket";
        const olds = { bucket: "one" };
        expect(await standIns.diff(urn, "id", olds, { bucket: "another" }, { oldInputs: olds })).to.deep.equal({
            changes: "some",
            replaces: [],
            deleteBeforeReplace: false,
        });
    });
});
