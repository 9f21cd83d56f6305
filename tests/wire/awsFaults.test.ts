import { expect } from "chai";
import { AssumeRoleCommand } from "@aws-sdk/client-sts";
import { DescribeConnectionsCommand } from "@aws-sdk/client-direct-connect";
import { DescribeVpcsCommand } from "@aws-sdk/client-ec2";

import { accountId, refusalOf, startAwsServer, type AwsServer } from "./awsServer";
import { send } from "./awsRequest";

describe("a fault of the simulator on the AWS wire", () => {
    let server: AwsServer;

    before(async () => {
        server = await startAwsServer();
        const broken = (): never => {
            throw new Error("broken");
        };
        Object.defineProperty(server.world.aws, "connections", { get: broken });
        Object.defineProperty(server.world.aws, "vpcs", { get: broken });
        server.keys.issue = broken;
    });
    after(() => server.close());

    it("is told as each service tells its own", async () => {
        const said = "The simulator failed: Error: broken";
        expect(await refusalOf(server.directConnect.send(new DescribeConnectionsCommand({})))).to.equal(
            `DirectConnectServerException 400: ${said}`,
        );
        expect(await refusalOf(server.ec2.send(new DescribeVpcsCommand({})))).to.equal(`InternalError 500: ${said}`);
        const role = new AssumeRoleCommand({ RoleArn: `arn:aws:iam::${accountId}:role/any`, RoleSessionName: "name" });
        expect(await refusalOf(server.sts.send(role))).to.equal(`InternalFailure 500: ${said}`);
    });

    it("is none where a body is too long, of STS too", async () => {
        const body = `Action=GetCallerIdentity&Version=2011-06-15&Colour=${"x".repeat(1024 * 1024)}`;
        const headers = { "content-type": "application/x-www-form-urlencoded" };
        const response = await send(server.url, "sts", { headers, body });
        expect(response.status).to.equal(413);
        expect(await response.text()).to.contain("<Code>RequestEntityTooLarge</Code>");
    });
});
