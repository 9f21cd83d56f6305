import { expect } from "chai";

import type { Clouds } from "../../../provider/clouds/clouds";
import { CloudCallError } from "../../../provider/clouds/errors";
import { preflightHandler } from "../../../provider/preflight/handler";
import { OutOfTime } from "../../../provider/waiting/clock";
import { fakeClouds, makeBorderRouter } from "../../support/fakeClouds";
import { fakeContext } from "../../support/fakeContext";
import { checkedWith, inputs, makeEntry, tableWith } from "../../support/preflight";

type Call = (...values: unknown[]) => Promise<unknown>;

/** The clouds with every call passed through `through`. */
function watched(clouds: Clouds, through: (name: string, call: () => Promise<unknown>) => Promise<unknown>): void {
    for (const cloud of [clouds.aws, clouds.alibaba] as unknown as Record<string, Call>[]) {
        for (const [name, call] of Object.entries(cloud)) {
            cloud[name] = (...values) => through(name, () => call(...values));
        }
    }
}

/** Answers all calls that are under way together, so that those that come after them are another round. */
function inRounds(clouds: Clouds): string[][] {
    const rounds: string[][] = [];
    let waiting: (() => void)[] = [];
    watched(clouds, async (name, call) => {
        if (waiting.length === 0) {
            rounds.push([]);
            setImmediate(() => setImmediate(() => waiting.splice(0).forEach((answer) => answer())));
        }
        rounds.at(-1)?.push(name);
        await new Promise<void>((resolve) => waiting.push(resolve));
        return call();
    });
    waiting = [];
    return rounds;
}

describe("Preflight takes little time", () => {
    it("at most three rounds of calls side by side: everything, what depends on it, and what depends on that", async () => {
        const entries = Array.from({ length: 90 }, (_, index) =>
            makeEntry({ destinationCidrBlock: `172.16.${index}.0/24` }),
        );
        const foreign = makeBorderRouter({ own: false });
        const context = fakeContext(fakeClouds({ ...tableWith(...entries), borderRouters: [foreign] }));
        const rounds = inRounds(context.clouds);
        await checkedWith(context, { ...inputs, trafficPath: {} });
        expect(rounds.map((names) => [...names].sort())).to.deep.equal([
            [
                "describeBgpGroups",
                "describeBgpPeers",
                "describeBorderRouters",
                "describeCen",
                "describeConnections",
                "describeRouteTables",
                "describeVirtualInterfaces",
                "describeVpcs",
                "describeVpnGatewaysOfVpc",
                "identity",
                "identity",
                "listTransitRouterRouteTables",
                "outboundBillingOpened",
            ],
            ["grantorToCen", "listTransitRouterRouteEntries", "listTransitRouters"],
            ["describeRouteMaps", "identity"],
        ]);
    });

    it("three rounds on a Basic CEN", async () => {
        const child = { childInstanceType: "VPC", childInstanceRegionId: "ap-southeast-1", status: "Attached" };
        const vpc = { vpcId: "vpc-a", regionId: "ap-southeast-1", ownerId: "1", cidrBlocks: ["10.0.0.0/8"] };
        const context = fakeContext(
            fakeClouds({
                transitRouters: [],
                cenChildren: { "cen-1": [{ ...child, childInstanceId: "vpc-a" }] },
                alibabaVpcs: [vpc],
            }),
        );
        const rounds = inRounds(context.clouds);
        await checkedWith(context, { ...inputs, transitRouterId: undefined });
        expect(rounds.slice(1).map((names) => [...names].sort())).to.deep.equal([
            ["describeVpcs", "listTransitRouters"],
            ["describeVSwitches"],
        ]);
    });

    it("five seconds: then it says what it has not seen, and refuses what it has", async () => {
        const context = fakeContext(fakeClouds({ billingOpened: false }));
        const silent = ["describeVpcs", "describeBorderRouters"];
        watched(context.clouds, (name, call) => {
            if (!silent.includes(name)) {
                return call();
            }
            context.clock.workHangs();
            return new Promise(() => undefined);
        });
        const startedAt = context.clock.now();
        expect(await checkedWith(context, inputs)).to.deep.equal({
            refused: [
                "Outbound traffic billing of Express Connect is not opened, so no BGP can be configured. Open it in the Alibaba Cloud console; it costs only what is sent.",
            ],
            warned: [
                "Preflight ended its look after 5s, so what rests on these is not checked: VBRs, VPC vpc-1. Run the same command again once the clouds answer faster.",
            ],
        });
        expect(context.clock.now() - startedAt).to.equal(5000);
    });

    it("five seconds, too, where a call says itself that it had no answer in time", async () => {
        const context = fakeContext(fakeClouds());
        const cause = new OutOfTime(4999);
        const unanswered = new CloudCallError("VPC vpc-1: AWS has not answered within 5s.", "", {
            cause,
            kind: "passing",
        });
        context.clouds.aws.describeVpcs = () => Promise.reject(unanswered);
        expect((await checkedWith(context, inputs)).warned).to.deep.equal([
            "Preflight ended its look after 5s, so what rests on these is not checked: VPC vpc-1. Run the same command again once the clouds answer faster.",
        ]);
    });

    it("five seconds in all, however many rounds", async () => {
        const context = fakeContext(fakeClouds());
        watched(context.clouds, async (name, call) => {
            if (name === "describeCen") {
                context.clock.workHangs();
                await context.clock.sleep(4000);
            } else if (name === "listTransitRouters") {
                context.clock.workHangs();
                await new Promise(() => undefined);
            }
            return call();
        });
        const startedAt = context.clock.now();
        expect((await checkedWith(context, inputs)).warned).to.deep.equal([
            "Preflight ended its look after 5s, so what rests on these is not checked: transit routers of cen-1. Run the same command again once the clouds answer faster.",
        ]);
        expect(context.clock.now() - startedAt).to.equal(5000);
    });

    it("no limit before the first write: there it waits for what it has not seen", async () => {
        const context = fakeContext(fakeClouds());
        let asked = 0;
        watched(context.clouds, (name, call) => {
            if (name !== "describeVpcs" || asked++ > 0) {
                return call();
            }
            context.clock.workHangs();
            return new Promise(() => undefined);
        });
        await checkedWith(context, inputs);
        await preflightHandler.create(inputs, context);
        expect(asked).to.equal(2);
    });
});
