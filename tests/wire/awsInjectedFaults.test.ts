import { expect } from "chai";
import { ConfirmConnectionCommand, DescribeConnectionsCommand } from "@aws-sdk/client-direct-connect";
import { DescribeVpcsCommand } from "@aws-sdk/client-ec2";
import { GetCallerIdentityCommand } from "@aws-sdk/client-sts";

import { injectFaults, type FaultKind } from "../../simulator/faults/faults";
import { addConnection, refusalOf, startAwsServer, type AwsServer } from "./awsServer";

type Service = "directconnect" | "ec2" | "sts";

/** What the SDK throws for it. */
const refusals: Record<"throttling" | "500" | "503" | "expired-token" | "access-denied", Record<Service, string>> = {
    throttling: {
        directconnect: "ThrottlingException 400: Rate exceeded",
        ec2: "RequestLimitExceeded 503: Request limit exceeded.",
        sts: "Throttling 400: Rate exceeded",
    },
    "500": {
        directconnect: "InternalFailure 500: The request processing has failed because of an unknown error.",
        ec2: "InternalError 500: An internal error has occurred",
        sts: "InternalFailure 500: The request processing has failed because of an unknown error.",
    },
    "503": {
        directconnect: "ServiceUnavailable 503: The request has failed due to a temporary failure of the server.",
        ec2: "Unavailable 503: The server is overloaded and can't handle the request.",
        sts: "ServiceUnavailable 503: The request has failed due to a temporary failure of the server.",
    },
    "expired-token": {
        directconnect: "ExpiredTokenException 400: The security token included in the request is expired",
        ec2: "RequestExpired 400: Request has expired.",
        sts: "ExpiredToken 403: The security token included in the request is expired",
    },
    "access-denied": {
        directconnect: "AccessDeniedException 400: You do not have sufficient access to perform this action.",
        ec2: "UnauthorizedOperation 403: You are not authorized to perform this operation.",
        sts: "AccessDenied 403: User is not authorized to perform this action.",
    },
};

describe("a fault that is injected into a call to AWS", () => {
    let server: AwsServer;

    beforeEach(async () => {
        server = await startAwsServer();
    });
    afterEach(() => server.close());

    function callOf(service: Service, abortSignal?: AbortSignal): Promise<unknown> {
        const options = { ...(abortSignal && { abortSignal }) };
        switch (service) {
            case "directconnect":
                return server.directConnect.send(new DescribeConnectionsCommand({}), options);
            case "ec2":
                return server.ec2.send(new DescribeVpcsCommand({}), options);
            case "sts":
                return server.sts.send(new GetCallerIdentityCommand({}), options);
        }
    }

    function injectEverywhere(kind: FaultKind, times?: number): void {
        const actions = ["DescribeConnections", "DescribeVpcs", "GetCallerIdentity"];
        injectFaults(
            server.world,
            actions.map((action) => ({ action, kind, times })),
        );
    }

    for (const [kind, texts] of Object.entries(refusals)) {
        for (const [service, text] of Object.entries(texts)) {
            it(`${kind}: ${service} says it in its own words, once`, async () => {
                injectEverywhere(kind as FaultKind);
                expect(await refusalOf(callOf(service as Service))).to.equal(text);
                expect(await refusalOf(callOf(service as Service))).to.equal("not refused");
            });
        }
    }

    for (const kind of ["reset-before", "reset-after"] as const) {
        it(`${kind}: the connection is reset, as often as was asked for`, async () => {
            injectEverywhere(kind, 2);
            for (const service of ["directconnect", "ec2", "sts"] as const) {
                expect(await refusalOf(callOf(service))).to.match(/^(Error|TimeoutError) -: socket hang up$/);
                expect(await refusalOf(callOf(service))).to.match(/^(Error|TimeoutError) -: socket hang up$/);
                expect(await refusalOf(callOf(service))).to.equal("not refused");
            }
        });
    }

    it("silence: nothing comes until the client gives up", async () => {
        const patience = new AbortController();
        server.world.watchers.add({ arrived: () => setImmediate(() => patience.abort()) });
        injectEverywhere("silence-before");
        expect(await refusalOf(callOf("ec2", patience.signal))).to.equal("AbortError -: Request aborted");
    });

    it("truncated: half a body, which the SDK cannot read", async () => {
        addConnection(server.world, "dxcon-1");
        injectEverywhere("truncated");
        expect(await refusalOf(callOf("directconnect"))).to.match(/^SyntaxError 200: /);
        expect(await refusalOf(callOf("ec2"))).to.match(/^Error 200: .*XML parse error/);
        expect(await refusalOf(callOf("sts"))).to.match(/^Error 200: .*XML parse error/);
    });

    it("error-in-200: a body that the SDK takes for an answer", async () => {
        injectEverywhere("error-in-200");
        const message = "The request has failed due to a temporary failure of the server.";
        const taken = { directconnect: { __type: "ServiceUnavailable", message }, ec2: {}, sts: {} };
        for (const [service, expected] of Object.entries(taken)) {
            const { $metadata, ...answer } = (await callOf(service as Service)) as {
                $metadata: { httpStatusCode: number };
            };
            expect([$metadata.httpStatusCode, answer], service).to.deep.equal([200, expected]);
        }
    });

    it("takes effect, or does not, as its kind says; the log tells", async () => {
        const rows: [FaultKind, string, string][] = [
            ["reset-before", "ordering", "NoAnswer"],
            ["error-in-200", "ordering", "SpoiledAnswer"],
            ["reset-after", "pending", "ok"],
            ["truncated", "pending", "ok"],
        ];
        for (const [kind, connectionState, outcome] of rows) {
            const connection = addConnection(server.world, "dxcon-1", { connectionState: "ordering" });
            injectFaults(server.world, [{ action: "ConfirmConnection", kind }]);
            await refusalOf(server.directConnect.send(new ConfirmConnectionCommand({ connectionId: "dxcon-1" })));
            expect([connection.connectionState, server.world.log.at(-1)?.outcome], kind).to.deep.equal([
                connectionState,
                outcome,
            ]);
        }
    });

    it("spares other actions and other services, and ends when it is removed", async () => {
        const faults = injectFaults(server.world, [
            { service: "alibabaSts", action: "GetCallerIdentity", kind: "500", times: Infinity },
            { action: "DescribeConnections", kind: "500", times: Infinity },
        ]);
        expect(await refusalOf(callOf("sts"))).to.equal("not refused");
        expect(await refusalOf(callOf("ec2"))).to.equal("not refused");
        expect(await refusalOf(callOf("directconnect"))).to.match(/^InternalFailure 500/);
        expect(await refusalOf(callOf("directconnect"))).to.match(/^InternalFailure 500/);
        expect(faults.struck).to.equal(2);
        faults.remove();
        expect(await refusalOf(callOf("directconnect"))).to.equal("not refused");
    });
});
