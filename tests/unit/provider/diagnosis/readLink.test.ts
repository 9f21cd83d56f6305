import { expect } from "chai";

import type { Clouds } from "../../../../provider/clouds/clouds";
import { CloudCallError } from "../../../../provider/clouds/errors";
import type { LinkFacts } from "../../../../provider/diagnosis/facts";
import type { LinkIds } from "../../../../provider/diagnosis/link";
import { readLink } from "../../../../provider/diagnosis/read";
import { acceptedForTag } from "../../../../provider/rules/marks";
import { cloudsOf } from "../../../support/cloudsOf";
import { healthyFacts } from "../../../support/linkFacts";
import { errorOf } from "../../../support/rejects";
import { makeBorderRouter, makeConnection } from "../../../support/samples";

function denied(permission: string): CloudCallError {
    const said = `X: the cloud says AccessDenied: ${permission}.`;
    return new CloudCallError(`${said} Grant it.`, "AccessDenied", { cause: undefined, said, permission });
}

/** How many rounds of calls depend on each other; a round is over once every call in it has its answer. */
function countRounds(clouds: Clouds): { clouds: Clouds; rounds: () => number } {
    let rounds = 0;
    let waiting: (() => void)[] = [];
    const nextRound = (): Promise<void> =>
        new Promise((resolve) => {
            waiting.push(resolve);
            if (waiting.length === 1) {
                setImmediate(() => {
                    rounds += 1;
                    const answered = waiting;
                    waiting = [];
                    answered.forEach((answer) => answer());
                });
            }
        });
    const slowed = <Cloud extends object>(cloud: Cloud): Cloud =>
        new Proxy(cloud, {
            get: (target, name) => {
                const call = Reflect.get(target, name) as (...values: unknown[]) => Promise<unknown>;
                return name === "identity"
                    ? call
                    : async (...values: unknown[]) => {
                          await nextRound();
                          return call(...values);
                      };
            },
        });
    return { clouds: { aws: slowed(clouds.aws), alibaba: slowed(clouds.alibaba) }, rounds: () => rounds };
}

describe("the reading of a link", () => {
    it("holds both sides as they are, and no key", async () => {
        const facts = await readLink(healthyFacts().given, cloudsOf(healthyFacts()));
        expect(facts).to.deep.equal(healthyFacts());
        expect(JSON.stringify(facts)).to.not.include("key-of-the-backend");
    });

    it("takes three rounds of calls with what a stack knows", async () => {
        const { clouds, rounds } = countRounds(cloudsOf(healthyFacts()));
        await readLink(healthyFacts().given, clouds);
        expect(rounds()).to.be.at.most(3);
    });

    for (const given of [{ vbrId: "vbr-1" }, { virtualInterfaceId: "dxvif-1" }, { connectionId: "dxcon-1" }]) {
        it(`tells everything else from ${JSON.stringify(given)}`, async () => {
            const { ids, aws, alibaba } = await readLink(given, cloudsOf(healthyFacts()));
            const expected = healthyFacts();
            const { routeTableIds: _tables, ...told } = expected.ids;
            expect({ ids, aws, alibaba }).to.deep.equal({ ids: told, aws: expected.aws, alibaba: expected.alibaba });
        });
    }

    describe("where what is named fits several", () => {
        const messageWith = async (given: LinkIds, facts: LinkFacts): Promise<string> =>
            (await errorOf(readLink(given, cloudsOf(facts)))).message;
        const eighth = makeConnection({ connectionId: "dxcon-8" });
        const ninth = makeConnection({ connectionId: "dxcon-9" });

        it("refuses to choose among hosted connections of the VBR's VLAN", async () => {
            const facts = healthyFacts();
            facts.aws.connections = [eighth, ninth];
            expect(await messageWith({ vbrId: "vbr-1" }, facts)).to.equal(
                "The hosted connections dxcon-8, dxcon-9 all fit this link. Name the right one with --connection-id.",
            );
        });

        it("takes the one that was accepted for the VBR, and the only one that stands", async () => {
            const facts = healthyFacts();
            facts.aws.connections = [eighth, { ...ninth, tags: { [acceptedForTag]: "vbr-1" } }];
            expect((await readLink({ vbrId: "vbr-1" }, cloudsOf(facts))).ids.connectionId).to.equal("dxcon-9");
            facts.aws.connections = [{ ...eighth, connectionState: "deleted" }, ninth];
            expect((await readLink({ vbrId: "vbr-1" }, cloudsOf(facts))).ids.connectionId).to.equal("dxcon-9");
        });

        it("refuses to choose among VBRs of the connection's VLAN", async () => {
            const facts = healthyFacts();
            facts.alibaba.borderRouters?.push(makeBorderRouter({ vbrId: "vbr-2" }));
            expect(await messageWith({ connectionId: "dxcon-1" }, facts)).to.equal(
                "The VBRs vbr-1, vbr-2 all fit this link. Name the right one with --vbr-id.",
            );
        });
    });

    it("notes what may not be read by its permission, and reads the rest", async () => {
        const clouds = cloudsOf(healthyFacts());
        clouds.alibaba.describeRouteMaps = () => Promise.reject(denied("cen:DescribeCenRouteMaps"));
        clouds.aws.describeSubnets = () => Promise.reject(new Error("subnets of vpc-aws: no answer."));
        const { aws, alibaba, unreadable } = await readLink(healthyFacts().given, clouds);
        expect(unreadable).to.have.deep.members([
            {
                cloud: "alibaba",
                subject: "route maps",
                says: "X: the cloud says AccessDenied: cen:DescribeCenRouteMaps.",
                permission: "cen:DescribeCenRouteMaps",
            },
            { cloud: "aws", subject: "subnets", says: "subnets of vpc-aws: no answer.", permission: undefined },
        ]);
        const expected = healthyFacts();
        expect(aws).to.deep.equal({ ...expected.aws, subnets: undefined });
        expect(alibaba).to.deep.equal({ ...expected.alibaba, routeMaps: undefined });
    });

    it("throws where a cloud takes no call at all", async () => {
        const clouds = cloudsOf(healthyFacts());
        clouds.aws.identity = () => Promise.reject(new Error("AWS account: check the AWS credentials."));
        const error = await errorOf(readLink(healthyFacts().given, clouds));
        expect(error.message).to.equal("AWS account: check the AWS credentials.");
    });

    const keys: [string | undefined, string | undefined, object][] = [
        ["same-key", "same-key", { aws: "set", alibaba: "set", comparison: "equal" }],
        ["same-key", "same-key ", { aws: "set", alibaba: "set", comparison: "spaces" }],
        ["one-key", "another", { aws: "set", alibaba: "set", comparison: "different" }],
        ["one-key", "", { aws: "set", alibaba: "empty", comparison: "different" }],
        ["one-key", "****", { aws: "set", alibaba: "hidden", comparison: undefined }],
        [undefined, "one-key", { aws: "hidden", alibaba: "set", comparison: undefined }],
    ];
    for (const [atAws, atAlibaba, expected] of keys) {
        it(`says of the keys ${JSON.stringify([atAws, atAlibaba])} no more than ${JSON.stringify(expected)}`, async () => {
            const clouds = cloudsOf(healthyFacts());
            Object.assign(clouds.state.virtualInterfaces[0] ?? {}, { authKey: atAws });
            Object.assign(clouds.state.groups[0] ?? {}, { authKey: atAlibaba });
            expect((await readLink(healthyFacts().given, clouds)).keys).to.deep.equal(expected);
        });
    }
});
