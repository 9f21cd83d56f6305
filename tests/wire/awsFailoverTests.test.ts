import {
    DeleteVirtualInterfaceCommand,
    ListVirtualInterfaceTestHistoryCommand,
    StartBgpFailoverTestCommand,
    StopBgpFailoverTestCommand,
    type ListVirtualInterfaceTestHistoryCommandInput,
    type StartBgpFailoverTestCommandInput,
} from "@aws-sdk/client-direct-connect";
import { expect } from "chai";

import { accountId, refusalOf } from "./awsServer";
import { refused, startVirtualInterfaces, type VirtualInterfaceServer } from "./awsVirtualInterfaces";

describe("failover tests of the AWS wire", () => {
    let server: VirtualInterfaceServer;
    let virtualInterfaceId: string;
    let bgpPeerId: string;

    beforeEach(async () => {
        server = await startVirtualInterfaces();
        const created = await server.create();
        virtualInterfaceId = created.virtualInterfaceId ?? "";
        bgpPeerId = created.bgpPeers?.[0]?.bgpPeerId ?? "";
        server.clock.advance(server.world.durations.virtualInterfaceCreate);
    });

    afterEach(() => server.close());

    const start = (changes: Partial<StartBgpFailoverTestCommandInput> = {}) =>
        server.directConnect.send(new StartBgpFailoverTestCommand({ virtualInterfaceId, ...changes }));
    const stop = (id = virtualInterfaceId) =>
        server.directConnect.send(new StopBgpFailoverTestCommand({ virtualInterfaceId: id }));
    const history = async (query: ListVirtualInterfaceTestHistoryCommandInput = {}) =>
        (await server.directConnect.send(new ListVirtualInterfaceTestHistoryCommand(query)))
            .virtualInterfaceTestHistory ?? [];
    const stateNow = async (): Promise<string | undefined> => (await server.listed())[0]?.virtualInterfaceState;

    it("P41: last 180 minutes unless a time is given; the virtual interface is testing for as long", async () => {
        const startTime = new Date(server.clock.now());
        const { virtualInterfaceTest } = await start();
        const expected = {
            testId: virtualInterfaceTest?.testId,
            virtualInterfaceId,
            bgpPeers: [bgpPeerId],
            status: "in-progress",
            ownerAccount: accountId,
            testDurationInMinutes: 180,
            startTime,
        };
        expect(virtualInterfaceTest).to.deep.equal(expected);
        server.clock.advance(180 * 60 - 1);
        expect(await stateNow()).to.equal("testing");
        server.clock.advance(1);
        expect(await stateNow()).to.equal("down");
        const endTime = new Date(server.clock.now());
        expect(await history()).to.deep.equal([{ ...expected, status: "completed", endTime }]);
    });

    it("last as long as the world's limits say, where no time is given", async () => {
        server.world.durations.failoverTest = 300;
        expect((await start()).virtualInterfaceTest?.testDurationInMinutes).to.equal(5);
    });

    it("P41: are stopped before their time, and once", async () => {
        await start({ testDurationInMinutes: 4320, bgpPeers: [bgpPeerId] });
        server.clock.advance(60);
        const { virtualInterfaceTest } = await stop();
        expect(virtualInterfaceTest).to.deep.include({
            status: "stopped",
            endTime: new Date(server.clock.now()),
            testDurationInMinutes: 4320,
        });
        expect(await stateNow()).to.equal("down");
        const none = `${refused} No failover test is running on Virtual Interface ${virtualInterfaceId}`;
        expect(await refusalOf(stop())).to.equal(none);
        await start({ testDurationInMinutes: 5 });
        server.clock.advance(4320 * 60);
        expect((await history()).map(({ status }) => status)).to.deep.equal(["stopped", "completed"]);
    });

    it("P41: run one at a time, from 1 to 4,320 minutes, on peers of the virtual interface", async () => {
        for (const minutes of [0, 4321]) {
            expect(await refusalOf(start({ testDurationInMinutes: minutes }))).to.equal(
                `${refused} testDurationInMinutes ${minutes} is not valid: it must be between 1 and 4320.`,
            );
        }
        expect(await refusalOf(start({ bgpPeers: [bgpPeerId, "dxpeer-none"] }))).to.equal(
            `${refused} BGP peer dxpeer-none does not exist on Virtual Interface ${virtualInterfaceId}`,
        );
        for (const call of [start, stop]) {
            const unknown = call === start ? start({ virtualInterfaceId: "dxvif-none" }) : stop("dxvif-none");
            expect(await refusalOf(unknown)).to.equal(`${refused} Virtual Interface dxvif-none does not exist`);
        }
        await start({ testDurationInMinutes: 1 });
        expect(await refusalOf(start())).to.equal(
            `${refused} Virtual Interface ${virtualInterfaceId} is in state testing`,
        );
        expect((await history()).length).to.equal(1);
    });

    it("P41: do not bring back a virtual interface that is deleted meanwhile", async () => {
        server.world.durations.virtualInterfaceDelete = 90;
        await start({ testDurationInMinutes: 1 });
        await server.directConnect.send(new DeleteVirtualInterfaceCommand({ virtualInterfaceId }));
        expect(await stateNow()).to.equal("deleting");
        server.clock.advance(60);
        expect(await stateNow()).to.equal("deleting");
        server.clock.advance(30);
        expect(await stateNow()).to.equal("deleted");
        expect((await history()).map(({ status }) => status)).to.deep.equal(["completed"]);
    });

    it("are found by ID, virtual interface, peer and status, in the order of their start, by pages", async () => {
        const ids: (string | undefined)[] = [];
        for (let times = 0; times < 3; times++) {
            ids.push((await start()).virtualInterfaceTest?.testId);
            server.clock.advance(60);
            await (times < 2 ? stop() : undefined);
        }
        const found = async (query: ListVirtualInterfaceTestHistoryCommandInput) =>
            (await history(query)).map(({ testId }) => testId);
        expect(await found({})).to.deep.equal(ids);
        expect(await found({ testId: ids[1] })).to.deep.equal([ids[1]]);
        expect(await found({ virtualInterfaceId, bgpPeers: [bgpPeerId] })).to.deep.equal(ids);
        expect(await found({ virtualInterfaceId: "dxvif-none" })).to.deep.equal([]);
        expect(await found({ bgpPeers: ["dxpeer-none"] })).to.deep.equal([]);
        expect(await found({ status: "in-progress" })).to.deep.equal([ids[2]]);
        const page = new ListVirtualInterfaceTestHistoryCommand({ maxResults: 2 });
        const first = await server.directConnect.send(page);
        expect(first.virtualInterfaceTestHistory?.map(({ testId }) => testId)).to.deep.equal(ids.slice(0, 2));
        expect(await found({ nextToken: first.nextToken })).to.deep.equal(ids.slice(2));
    });
});
