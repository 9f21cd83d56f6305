import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";

const root = path.resolve(__dirname, "..", "..", "..", "..");
const requireTool = createRequire(path.join(root, "tools", "_.js"));
type Judge = (
    recording: { folder: string; spoken: string[]; isWhole: boolean },
    say: (line: string) => void,
) => Promise<{ passed: number; failed: number }>;
const judge = requireTool("./judges") as Judge;

const json = { "content-type": "application/x-amz-json-1.1", "x-amzn-requestid": "r" };
const xml = { "content-type": "text/xml;charset=UTF-8", "x-amzn-requestid": "r" };

function directConnect(action: string, answer: object, status = 200): object {
    const requestHeaders = { "content-type": json["content-type"], "x-amz-target": `OvertureService.${action}` };
    return { ...request("aws", "{}"), requestHeaders, status, headers: json, body: JSON.stringify(answer) };
}

function ec2(action: string, body: string, more = ""): object {
    const asked = request("aws", `Action=${action}&Version=2016-11-15${more}`);
    return { ...asked, status: 200, headers: xml, body: `<${action}Response>${body}</${action}Response>` };
}

function alibaba(action: string, answer: object, status = 200): object {
    const asked = request("alibaba", `Action=${action}&Version=2016-04-28&RegionId=r`);
    return { ...asked, status, headers: { "content-type": "application/json" }, body: JSON.stringify(answer) };
}

function request(cloud: string, requestBody: string): object {
    const requestHeaders = { "content-type": "application/x-www-form-urlencoded" };
    return { cloud, method: "POST", url: "/", requestHeaders, requestBody };
}

describe("the judges of the wire", function () {
    // Making the virtual environment takes a while, once.
    this.timeout(900_000);
    let folder: string;

    beforeEach(async () => {
        folder = await mkdtemp(path.join(tmpdir(), "multicloud-judges-"));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    /** Answers the problems by judge, of those that have any. */
    async function problemsOf(level: string, ...records: object[]): Promise<Record<string, string[]>> {
        await mkdir(path.join(folder, level));
        const lines = records.map((record) => JSON.stringify(record)).join("\n");
        await writeFile(path.join(folder, level, "1.jsonl"), lines);
        return verdict([]);
    }

    async function verdict(spoken: string[], isWhole = false): Promise<Record<string, string[]>> {
        const said: string[] = [];
        const { passed, failed } = await judge({ folder, spoken, isWhole }, (line) => said.push(...line.split("\n")));
        const found: Record<string, string[]> = {};
        let name = "";
        for (const line of said) {
            name = /^ {4}✘ (.*): \d+ (exchanges|permissions)/.exec(line)?.[1] ?? name;
            if (line.startsWith(" ".repeat(8))) {
                (found[name] ??= []).push(line.trim());
            }
        }
        expect({ passed, failed }).to.deep.equal({
            passed: 6 - Object.keys(found).length,
            failed: Object.keys(found).length,
        });
        return found;
    }

    const awsSdk = "The schemas of the AWS SDK for JavaScript";
    const botocore = "botocore's service models";
    const fidelity = "The table of fidelity";
    const alibabaSdk = "The models of Alibaba Cloud's SDKs for Python";

    it("find nothing in what the models have", async () => {
        expect(
            await problemsOf(
                "wire",
                directConnect("DescribeConnections", {
                    connections: [{ connectionId: "dxcon-1", connectionState: "available", vlan: 1, tags: [] }],
                }),
                directConnect("DescribeConnections", { connections: [{ connectionState: "unheard-of" }] }),
                directConnect("ListVirtualInterfaceRoutes", { virtualInterfaceId: "dxvif-1", routes: [] }),
                directConnect("DescribeConnections", { __type: "DirectConnectClientException", message: "no" }, 400),
                ec2("AttachVpnGateway", "<requestId>r</requestId><attachment><state>attached</state></attachment>"),
                ec2("DeleteVpnGateway", "<requestId>r</requestId><return>true</return>"),
                alibaba("DescribeBgpGroups", { RequestId: "R", TotalCount: 0, BgpGroups: { BgpGroup: [] } }),
                alibaba(
                    "DescribeBgpGroups",
                    { RequestId: "R", HostId: "h", Code: "MissingRegionId", Message: "m" },
                    400,
                ),
                { service: "vpc", action: "DescribeBgpGroups", parameterRead: "RouterId" },
                { service: "directconnect", action: "DescribeConnections", parameterRead: "connectionId" },
            ),
        ).to.deep.equal({});
    });

    it("find a member that no model has, and a value of another type", async () => {
        expect(
            await problemsOf(
                "wire",
                directConnect("DescribeConnections", { connections: [{ colour: "blue", vlan: "1" }] }),
                alibaba("DescribeBgpGroups", {
                    RequestId: "R",
                    TotalCount: "0",
                    BgpGroups: { BgpGroup: [{ Asn: 1 }] },
                }),
            ),
        ).to.deep.equal({
            [awsSdk]: [
                "directconnect DescribeConnections 200 connections[].colour is no member of Connection",
                'directconnect DescribeConnections 200 connections[].vlan is "1", where the model has a number',
            ],
            [botocore]: [
                "directconnect DescribeConnections 200 connections[].colour is no member of Connection",
                'directconnect DescribeConnections 200 connections[].vlan is "1", where the model has integer VLAN',
                "directconnect DescribeConnections 200 as botocore parses it: Invalid type for parameter connections[0].vlan, value: 1, type: <class 'str'>, valid types: <class 'int'>",
            ],
            [alibabaSdk]: [
                'vpc DescribeBgpGroups 200 TotalCount is "0", where the model has int',
                "vpc DescribeBgpGroups 200 BgpGroups.BgpGroup[].Asn is no member of DescribeBgpGroupsResponseBodyBgpGroupsBgpGroup",
            ],
        });
    });

    it("find a value that an enumeration does not have", async () => {
        const found = await problemsOf("wire", directConnect("ConfirmConnection", { connectionState: "ready" }));
        expect(found[botocore]?.[0]).to.match(
            /^directconnect ConfirmConnection 200 connectionState is 'ready', which the enumeration ConnectionState does not have: /,
        );
    });

    it("find XML that is nested or wrapped in another way", async () => {
        expect(
            await problemsOf(
                "wire",
                ec2("DescribeVpcs", "<requestId>r</requestId><vpcSet><vpc><vpcId>vpc-1</vpcId></vpc></vpcSet>"),
                ec2("DescribeVpcs", "<vpcSet/>"),
            ),
        ).to.deep.equal({
            [awsSdk]: [
                "ec2 DescribeVpcs 200 vpcSet is no list of Vpc",
                "ec2 DescribeVpcs 200 is not wrapped as the protocol says, with a request ID",
            ],
            [botocore]: [
                "ec2 DescribeVpcs 200 vpcSet.vpc is no item of the list VpcList",
                "ec2 DescribeVpcs 200 RequestId is missing",
            ],
        });
    });

    it("find a state that no model has, and an action that none has", async () => {
        expect(
            await problemsOf(
                "wire",
                directConnect("DescribeConnections", { connections: [{ connectionState: "asleep" }] }),
                directConnect("ListVirtualInterfaceColours", {}),
            ),
        ).to.deep.equal({
            [awsSdk]: [
                "directconnect ListVirtualInterfaceColours 200 is an answer to an action that the model does not have",
            ],
            [botocore]: [
                "directconnect DescribeConnections 200 connections[].connectionState is 'asleep', which the enumeration ConnectionState does not have: ordering, requested, pending, available, down, deleting, deleted, rejected, unknown",
                "directconnect ListVirtualInterfaceColours 200 is an answer to an action that the model does not have",
            ],
        });
    });

    it("find an error that the action does not have", async () => {
        const error = { __type: "NoSuchThing", message: "no" };
        expect(await problemsOf("wire", directConnect("DescribeTags", error, 400))).to.deep.equal({
            [awsSdk]: [
                "directconnect DescribeTags 400 code is NoSuchThing, which the model does not have and no common error is",
            ],
            [botocore]: [
                "directconnect DescribeTags 400 code is NoSuchThing, which the model does not have for this action and no common error is",
            ],
            [fidelity]: ["directconnect DescribeTags 400 NoSuchThing is not declared"],
        });
    });

    it("find an error that lacks a part", async () => {
        expect(
            await problemsOf(
                "wire",
                alibaba("DescribeBgpGroups", { RequestId: "R", Code: "MissingRegionId", Why: "m" }, 400),
            ),
        ).to.deep.equal({
            [alibabaSdk]: [
                "vpc DescribeBgpGroups 400 HostId is missing in an error",
                "vpc DescribeBgpGroups 400 Message is missing in an error",
                "vpc DescribeBgpGroups 400 Why is no member of an error",
            ],
        });
    });

    it("find a made-up action, and a made-up parameter that an action asks for", async () => {
        expect(
            await problemsOf(
                "wire",
                alibaba("DescribeColours", { RequestId: "R" }),
                { service: "vpc", action: "DescribeBgpGroups", parameterRead: "Colour" },
                { service: "directconnect", action: "DescribeConnections", parameterRead: "colour" },
            ),
        ).to.deep.equal({
            [botocore]: [
                "directconnect DescribeConnections (request) colour is read, and is no parameter of the model",
            ],
            [alibabaSdk]: [
                "vpc DescribeColours 200 is an answer to an action that the model does not have",
                "vpc DescribeBgpGroups (request) Colour is read, and is no parameter of the model",
            ],
        });
    });

    it("find a made-up parameter that the product sends, and that EC2 takes", async () => {
        const described = { ...alibaba("DescribeBgpGroups", { RequestId: "R" }), url: "/?Colour=blue" };
        const more = "&Colour=blue";
        expect(
            await problemsOf("e2e", described, ec2("DescribeVpcs", "<requestId>r</requestId><vpcSet/>", more)),
        ).to.deep.equal({
            [botocore]: ["ec2 DescribeVpcs 200 (request) Colour is no parameter of the model, and was accepted"],
            [alibabaSdk]: [
                "vpc DescribeBgpGroups 200 (request) Colour is no parameter of the request model, and was accepted",
            ],
        });
    });

    it("find an error with another status than the declared one", async () => {
        const error = { RequestId: "R", HostId: "h", Code: "InvalidBgpGroup", Message: "m" };
        expect(await problemsOf("wire", alibaba("DeleteBgpGroup", error, 404))).to.deep.equal({
            [fidelity]: ["vpc DeleteBgpGroup 404 InvalidBgpGroup is not declared"],
        });
    });

    it("find what no test provoked, though every test ran", async () => {
        const refusal = { __type: "DirectConnectClientException", message: "m" };
        await problemsOf("wire", directConnect("DescribeTags", {}), directConnect("TagResource", refusal, 400));
        const lines = (await verdict([], true))[fidelity] ?? [];
        const ofTags = lines.filter((line) => / (DescribeTags|TagResource) /.test(line));
        expect(ofTags).to.deep.equal([
            "directconnect TagResource was never answered",
            "directconnect TagResource 400 DuplicateTagKeysException is declared, and no test provoked it",
            "directconnect TagResource 400 TooManyTagsException is declared, and no test provoked it",
        ]);
    });

    it("find what the policies of the programs allow, and nobody called, of what is not the official providers' alone", async () => {
        const called = [
            { demanded: "ec2:DescribeVpcs", of: "*" },
            { demanded: "ec2:CreateTags", of: "vpn-gateway" },
        ];
        const allowed = [
            { granted: "ec2:DescribeVpcs", of: "*" },
            { granted: "ec2:CreateTags", of: "vpn-gateway" },
            { granted: "ec2:CreateTags", of: "vpc" },
            { granted: "ec2:DeleteVpc", of: "vpc" },
            { granted: "directconnect:DescribeTags", of: "dxvif" },
        ];
        await problemsOf("e2e", ...called, ...allowed);
        await mkdir(path.join(folder, "wire"));
        await writeFile(path.join(folder, "wire", "1.jsonl"), JSON.stringify({ granted: "ec2:*", of: "*" }));
        expect((await verdict([], true))["The policies of the programs"]).to.deep.equal([
            "ec2:CreateTags vpc is allowed, and no test called it",
            "ec2:DeleteVpc vpc is allowed, and no test called it",
        ]);
        expect(await verdict([])).to.deep.equal({});
    });

    it("find a level that recorded nothing, though all its tests ran", async () => {
        await mkdir(path.join(folder, "host"));
        expect(await verdict(["host"])).to.deep.equal({
            "The recording": ["has no exchange of the level host"],
        });
    });
});
