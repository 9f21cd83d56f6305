import { expect } from "chai";
import fc from "fast-check";

import { awsServices } from "../../simulator/aws/index";
import { formHeaders, jsonHeaders, signed, type Service } from "./awsRequest";
import { addConnection, addGateway, startAwsServer, type AwsServer } from "./awsServer";
import { Exchange, type Received } from "./exchange";
import { form, members, runs, text } from "../support/randomValues";

/** XML 1.0, production Char. */
const forbiddenInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

function expectXml(body: string, shape: RegExp): void {
    expect(body).to.match(shape);
    expect(forbiddenInXml.test(body), body).to.equal(false);
}

const refusals: Record<Service, (body: string) => void> = {
    directconnect(body) {
        const { __type, message } = JSON.parse(body) as { __type: unknown; message: unknown };
        expect(__type).to.match(/^[A-Z]\w+$/);
        expect(message).to.match(/\S/);
    },
    ec2: (body) =>
        expectXml(
            body,
            /^<Response><Errors><Error><Code>[A-Z][\w.]+<\/Code><Message>[^<]+<\/Message><\/Error><\/Errors><RequestID>[^<]+<\/RequestID><\/Response>$/,
        ),
    sts: (body) =>
        expectXml(
            body,
            /^<ErrorResponse><Error><Type>Sender<\/Type><Code>[A-Z]\w+<\/Code><Message>[^<]+<\/Message><\/Error><RequestId>[^<]+<\/RequestId><\/ErrorResponse>$/,
        ),
};

const answers: Record<Service, (body: string, action: string) => void> = {
    directconnect: (body) => expect(JSON.parse(body)).to.be.an("object"),
    ec2: (body, action) => expectXml(body, new RegExp(`^<${action}Response>.*</${action}Response>$`, "s")),
    sts: (body, action) => expectXml(body, new RegExp(`^<${action}Response>.*</${action}Response>$`, "s")),
};

/** Whatever was asked: an answer of that protocol, and never a failure of the simulator's own. */
function expectProper(service: Service, action: string, { status, body }: Received): void {
    if (status === 200) {
        answers[service](body, action);
        return;
    }
    expect(status, body).to.be.within(400, 499);
    expect(body).not.to.include("The simulator failed");
    refusals[service](body);
}

describe("random requests to the AWS wire", function () {
    this.timeout(60_000);
    let server: AwsServer;
    let exchange: Exchange;

    before(async () => {
        server = await startAwsServer();
        exchange = new Exchange(server.url);
        addConnection(server.world, "dxcon-1");
        addGateway(server.world, "vgw-1");
    });

    after(async () => {
        exchange.close();
        await server.close();
    });

    const send = async (service: Service, asked: Parameters<typeof signed>[2]): Promise<Received> =>
        exchange.send(await signed(server.url, service, asked));

    const knownValues = ["dxcon-1", "vgw-1", "dxvif-1", "name", "ipv4", "169.254.0.1/30", "ipsec.1", "5", "tag:a*"];

    it("are answered by Direct Connect, whatever its members hold", async () => {
        const names = [
            "connectionId",
            "virtualInterfaceId",
            "newPrivateVirtualInterface",
            "virtualInterfaceName",
            "vlan",
            "asn",
            "asnLong",
            "authKey",
            "addressFamily",
            "amazonAddress",
            "customerAddress",
            "virtualGatewayId",
            "mtu",
            "tags",
            "key",
            "value",
            "tagKeys",
            "resourceArn",
            "resourceArns",
            "maxResults",
            "nextToken",
        ];
        const arn = "arn:aws:directconnect:ap-southeast-1:123456789012:dxcon/dxcon-1";
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom(...awsServices.directconnect.keys()),
                members(names, [...knownValues, arn, 101, 45104, 1500]),
                async (action, input) => {
                    const asked = { headers: jsonHeaders(action), body: JSON.stringify(input) };
                    expectProper("directconnect", action, await send("directconnect", asked));
                },
            ),
            runs(1500),
        );
    });

    it("are answered by Direct Connect, whatever the body is", async () => {
        await fc.assert(
            fc.asyncProperty(
                fc.oneof(
                    text,
                    fc.json().map((json) => json.slice(0, -1)),
                ),
                async (body) => {
                    const asked = { headers: jsonHeaders("TagResource"), body };
                    expectProper("directconnect", "TagResource", await send("directconnect", asked));
                },
            ),
            runs(500),
        );
    });

    it("are answered by EC2, whatever its parameters are", async () => {
        const names = [
            "VpnGatewayId",
            "VpcId",
            "SubnetId",
            "RouteTableId",
            "GatewayId",
            "Type",
            "AmazonSideAsn",
            "Filter",
            "TagSpecification",
            "Tag",
            "ResourceId",
            "MaxResults",
            "NextToken",
            "DryRun",
        ];
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom(...awsServices.ec2.keys()),
                form(names, [...knownValues, server.vpcId]),
                async (action, parameters) => {
                    const fields = new URLSearchParams([["Action", action], ["Version", "2016-11-15"], ...parameters]);
                    const asked = { headers: formHeaders, body: fields.toString() };
                    expectProper("ec2", action, await send("ec2", asked));
                },
            ),
            runs(1500),
        );
    });

    it("are answered by STS, whatever its parameters are", async () => {
        const role = "arn:aws:iam::123456789012:role/";
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom("AssumeRole", "GetCallerIdentity"),
                form(
                    ["RoleArn", "RoleSessionName", "DurationSeconds", "ExternalId", "Policy", "Tags"],
                    [`${role}a`, "ci", "900"],
                ),
                text,
                async (action, parameters, name) => {
                    const fields = new URLSearchParams([
                        ["Action", action],
                        ["Version", "2011-06-15"],
                        ...parameters,
                        ["RoleArn", role + name],
                    ]);
                    const asked = { headers: formHeaders, body: fields.toString() };
                    expectProper("sts", action, await send("sts", asked));
                },
            ),
            runs(500),
        );
    });

    it("are refused, whatever a signature is made of", async () => {
        const asked = { headers: jsonHeaders("DescribeConnections"), body: "{}" };
        const headerText = fc.string({ unit: "grapheme-ascii", maxLength: 20 });
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom("authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256"),
                fc.oneof(
                    headerText,
                    fc.tuple(fc.nat(), fc.nat(), headerText),
                    fc.constantFrom("20261399T999999Z", "__proto__"),
                ),
                async (name, change) => {
                    const request = await signed(server.url, "directconnect", asked);
                    const before = request.headers[name];
                    const after = typeof change === "string" ? change : splice(before ?? "", ...change);
                    const received = await exchange.send({
                        ...request,
                        headers: { ...request.headers, [name]: after },
                    });
                    expectProper("directconnect", "DescribeConnections", received);
                    expect(received.status === 200).to.equal(after === before);
                },
            ),
            runs(1000),
        );
    });

    it("are answered, whatever method, path and headers they have", async () => {
        const target = fc.constantFrom("OvertureService.", "OvertureService.DescribeConnections", "DescribeTags", "x");
        const contentType = fc.constantFrom("application/x-amz-json-1.1", "application/json", "text/xml", "", "a/b; c");
        await fc.assert(
            fc.asyncProperty(
                fc.constantFrom("GET", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND"),
                fc.webPath(),
                fc.webQueryParameters(),
                fc.record({ "x-amz-target": target, "content-type": contentType }, { requiredKeys: [] }),
                fc.oneof(
                    text,
                    fc.uint8Array().map((bytes) => Buffer.from(bytes)),
                ),
                async (method, path, query, headers, body) => {
                    const received = await exchange.send({ method, path: `${path || "/"}?${query}`, headers, body });
                    const service = received.contentType.includes("json") ? "directconnect" : "ec2";
                    expect(received.status, received.body).to.be.within(400, 499);
                    expectProper(received.body.startsWith("<ErrorResponse>") ? "sts" : service, "", received);
                },
            ),
            runs(1500),
        );
    });
});

function splice(value: string, at: number, length: number, inserted: string): string {
    const start = at % (value.length + 1);
    return value.slice(0, start) + inserted + value.slice(start + (length % 3));
}
