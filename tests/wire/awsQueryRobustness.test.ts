import { DescribeVpcsCommand } from "@aws-sdk/client-ec2";
import { expect } from "chai";

import { formOf, send, type Asked } from "./awsRequest";
import { refusalOf, startAwsServer, type AwsServer } from "./awsServer";

const version = "Version=2016-11-15";

describe("robustness of the query protocols on the AWS wire", () => {
    let server: AwsServer;

    beforeEach(async () => {
        server = await startAwsServer();
    });

    afterEach(async () => {
        // Whatever came before: the next one is served.
        expect(await refusalOf(server.ec2.send(new DescribeVpcsCommand({})))).to.equal("not refused");
        await server.close();
    });

    async function xmlRefusal(service: "ec2" | "sts", asked: Asked): Promise<string> {
        const response = await send(server.url, service, asked);
        expect(response.headers.get("content-type")).to.match(/^text\/xml/);
        const text = await response.text();
        const shape =
            service === "ec2"
                ? /^<Response><Errors><Error><Code>(.*)<\/Code><Message>(.*)<\/Message><\/Error><\/Errors><RequestID>.+<\/RequestID><\/Response>$/
                : /^<ErrorResponse><Error><Type>Sender<\/Type><Code>(.*)<\/Code><Message>(.*)<\/Message><\/Error><RequestId>.+<\/RequestId><\/ErrorResponse>$/;
        const [, code, message] = shape.exec(text) ?? [];
        expect(code, text).to.be.a("string");
        return `${response.status} ${code}: ${message}`;
    }

    describe("of EC2", () => {
        it("takes a GET with the parameters in its query, as well as a POST", async () => {
            const response = await send(server.url, "ec2", { method: "GET", path: `/?Action=DescribeVpcs&${version}` });
            expect([response.status, (await response.text()).includes(server.vpcId)]).to.deep.equal([200, true]);
        });

        const refusals: [string, string, string][] = [
            [
                "an unknown action",
                `Action=DescribeNothing&${version}`,
                "400 InvalidAction: The action DescribeNothing is not valid for this web service.",
            ],
            [
                "an inherited name as action",
                `Action=constructor&${version}`,
                "400 InvalidAction: The action constructor is not valid for this web service.",
            ],
            ["no action", version, "400 MissingAction: The request is missing an action or a required parameter."],
            ["nothing", "", "400 MissingAction: The request is missing an action or a required parameter."],
            [
                "another version",
                "Action=DescribeVpcs&Version=2006-10-01",
                "400 NoSuchVersion: The requested version (2006-10-01) of service AmazonEC2 does not exist",
            ],
            [
                "no version",
                "Action=DescribeVpcs",
                "400 MissingParameter: The request must contain the parameter Version",
            ],
            [
                "an unknown parameter",
                `Action=DescribeVpcs&${version}&Colour=blue`,
                "400 UnknownParameter: The parameter Colour is not recognized",
            ],
            [
                "a ClientToken, which no action of this job has",
                `Action=CreateVpnGateway&${version}&Type=ipsec.1&ClientToken=x`,
                "400 UnknownParameter: The parameter ClientToken is not recognized",
            ],
            [
                "a dry run of what would be refused",
                `Action=AttachVpnGateway&${version}&VpcId=vpc-1&DryRun=true`,
                "400 MissingParameter: The request must contain the parameter vpnGatewayId",
            ],
            [
                "a dry run of what would be accepted, with a code of its own",
                `Action=CreateVpnGateway&${version}&Type=ipsec.1&DryRun=true`,
                "412 DryRunOperation: Request would have succeeded, but DryRun flag is set.",
            ],
            [
                "a filter without a name",
                `Action=DescribeVpcs&${version}&Filter.1.Value.1=x`,
                "400 InvalidParameterValue: The filter &apos;null&apos; is invalid",
            ],
            [
                "more than 200 values of a filter",
                `Action=DescribeVpcs&${version}&Filter.1.Name=state&${Array.from({ length: 201 }, (_, at) => `Filter.1.Value.${at + 1}=x`).join("&")}`,
                "400 FilterLimitExceeded: The request uses too many filters or too many filter values.",
            ],
            [
                "a structure in the place of a text",
                `Action=DescribeVpcs&${version}&VpcId.1.toString=x`,
                "400 MalformedQueryString: The query string contains a syntax error",
            ],
            [
                "a page size where there are no pages",
                `Action=DescribeVpnGateways&${version}&MaxResults=5`,
                "400 UnknownParameter: The parameter MaxResults is not recognized",
            ],
            [
                "a list without its numbers",
                `Action=DescribeVpcs&${version}&Filter.Name=state`,
                "400 MalformedQueryString: The query string contains a syntax error",
            ],
            [
                "a page size in words",
                `Action=DescribeVpcs&${version}&MaxResults=many`,
                "400 InvalidParameterValue: Value (many) for parameter maxResults is invalid: it must be between 5 and 1000.",
            ],
        ];
        for (const [what, body, refusal] of refusals) {
            it(`refuses ${what}`, async () => {
                expect(await xmlRefusal("ec2", formOf(body))).to.equal(refusal);
            });
        }

        it("escapes what it repeats", async () => {
            expect(await xmlRefusal("ec2", formOf(`Action=${encodeURIComponent("<a>&</a>")}&${version}`))).to.equal(
                "400 InvalidAction: The action &lt;a&gt;&amp;&lt;/a&gt; is not valid for this web service.",
            );
        });

        it("counts the first of a parameter that is there twice", async () => {
            const asked = formOf(`Action=DescribeVpcs&${version}&MaxResults=5&MaxResults=none`);
            expect((await send(server.url, "ec2", asked)).status).to.equal(200);
        });

        it("writes what XML has no way to write as the character for that", async () => {
            expect(await xmlRefusal("ec2", formOf(`Action=%01&${version}`))).to.equal(
                "400 InvalidAction: The action \ufffd is not valid for this web service.",
            );
        });

        it("refuses another method, another content type, and a body that is too long", async () => {
            const asked = formOf(`Action=DescribeVpcs&${version}`);
            expect(await xmlRefusal("ec2", { ...asked, method: "PUT" })).to.equal(
                "400 InvalidHttpRequest: Invalid HTTP request. Reason: the method is neither GET nor POST.",
            );
            for (const contentType of ["application/json", "text/xml", "multipart/form-data"]) {
                expect(await xmlRefusal("ec2", { ...asked, headers: { "content-type": contentType } })).to.equal(
                    "400 MissingAction: The request is missing an action or a required parameter.",
                );
            }
            const tooLong = formOf(`Action=DescribeVpcs&${version}&VpcId.1=${"x".repeat(1024 * 1024)}`);
            expect(await xmlRefusal("ec2", tooLong)).to.equal(
                "413 RequestEntityTooLarge: The request body is too large.",
            );
        });

        it("knows no name of a hundred thousand parts", async () => {
            const name = `Filter${".1".repeat(100_000)}`;
            expect(await xmlRefusal("ec2", formOf(`Action=DescribeVpcs&${version}&${name}=x`))).to.equal(
                `400 UnknownParameter: The parameter ${name} is not recognized`,
            );
        });
    });

    describe("of STS", () => {
        it("refuses what it does not know, in its own form", async () => {
            expect(await xmlRefusal("sts", formOf("Action=DescribeVpcs&Version=2011-06-15"))).to.equal(
                "400 InvalidAction: Could not find operation DescribeVpcs for version 2011-06-15",
            );
            expect(await xmlRefusal("sts", formOf(""))).to.equal(
                "400 MissingAction: The request is missing an action or a required parameter.",
            );
        });

        it("refuses a duration in words", async () => {
            const asked =
                "Action=AssumeRole&Version=2011-06-15&RoleArn=arn:aws:iam::123456789012:role/a&RoleSessionName=ci";
            expect(await xmlRefusal("sts", formOf(`${asked}&DurationSeconds=long`))).to.equal(
                "400 MalformedInput: DurationSeconds is not a whole number",
            );
        });

        it("overlooks a parameter that it does not know", async () => {
            const response = await send(
                server.url,
                "sts",
                formOf("Action=GetCallerIdentity&Version=2011-06-15&Colour=blue"),
            );
            expect(response.status).to.equal(200);
        });
    });
});
