import { expect } from "chai";

import { joinAndWait, type Joined } from "../unit/world/joined";
import { jsonHeaders, send } from "./awsRequest";
import { serveAws } from "./awsServer";

type Served = Awaited<ReturnType<typeof serveAws>>;

/** The npm SDK does not know the action yet, so it is called as the service model says. */
describe("routes of a virtual interface on the AWS wire", () => {
    let joined: Joined;
    let server: Served;

    beforeEach(async () => {
        joined = joinAndWait();
        server = await serveAws(joined.world);
    });

    afterEach(() => server.close());

    async function list(query: object): Promise<{ status: number; answer: Record<string, unknown> }> {
        const response = await send(server.url, "directconnect", {
            headers: jsonHeaders("ListVirtualInterfaceRoutes"),
            body: JSON.stringify({ virtualInterfaceId: joined.vif.virtualInterfaceId, ...query }),
        });
        return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
    }

    const routes = async (filters: object): Promise<unknown> => (await list({ filters })).answer.routes;
    const cidrs = async (filters: object): Promise<string[]> =>
        ((await routes(filters)) as { cidr: string }[]).map(({ cidr }) => cidr);

    const accepted = (cidr: string): object => ({
        cidr,
        routeDirection: "accepted",
        addressFamily: "ipv4",
        asPath: [{ pathType: "seq", path: [45104] }],
        communities: [],
    });
    const advertised = {
        cidr: "10.0.0.0/16",
        routeDirection: "advertised",
        addressFamily: "ipv4",
        asPath: [{ pathType: "seq", path: [64512] }],
        communities: [],
    };

    it("are those accepted from the customer's side, and those advertised to it, with their AS paths", async () => {
        expect(await list({})).to.deep.equal({
            status: 200,
            answer: {
                virtualInterfaceId: "dxvif-00000001",
                routes: [accepted("172.16.1.0/24"), accepted("172.16.2.0/24"), advertised],
            },
        });
    });

    it("are filtered by direction, address family, CIDR, AS path and community", async () => {
        const all = ["172.16.1.0/24", "172.16.2.0/24", "10.0.0.0/16"];
        const filters: [object, string[]][] = [
            [{ routeDirection: "accepted" }, all.slice(0, 2)],
            [{ routeDirection: "advertised" }, all.slice(2)],
            [{ addressFamily: "ipv4" }, all],
            [{ addressFamily: "ipv6" }, []],
            [{ cidrs: ["172.16.2.0/24", "10.0.0.0/16", "10.0.0.0/8"] }, all.slice(1)],
            [{ asPath: [45104] }, all.slice(0, 2)],
            [{ asPath: [45104, 64512] }, []],
            [{ communities: ["7224:7100"] }, []],
        ];
        for (const [filter, expected] of filters) {
            expect(await cidrs(filter), JSON.stringify(filter)).to.deep.equal(expected);
        }
    });

    it("are paged", async () => {
        const first = (await list({ maxResults: 2 })).answer;
        expect(first.routes).to.deep.equal([accepted("172.16.1.0/24"), accepted("172.16.2.0/24")]);
        const second = (await list({ maxResults: 2, nextToken: first.nextToken })).answer;
        expect(second.routes).to.deep.equal([advertised]);
        expect(second.nextToken).to.equal(undefined);
    });

    it("are none without a session, and none accepted before they are installed", async () => {
        joined.connection.connectionState = "down";
        joined.world.changed();
        expect(await routes({})).to.deep.equal([]);
        joined.connection.connectionState = "available";
        joined.world.changed();
        joined.clock.advance(joined.world.durations.bgpSession);
        expect(await routes({})).to.deep.equal([advertised]);
        joined.clock.advance(joined.world.durations.routeInstallation);
        expect(await cidrs({ routeDirection: "accepted" })).to.deep.equal(["172.16.1.0/24", "172.16.2.0/24"]);
    });

    const refusals: [string, object, string, string][] = [
        [
            "another direction",
            { filters: { routeDirection: "both" } },
            "DirectConnectClientException",
            "routeDirection both is not valid: it must be accepted or advertised.",
        ],
        [
            "another address family",
            { filters: { addressFamily: "ipv5" } },
            "DirectConnectClientException",
            "addressFamily ipv5 is not valid: it must be ipv4 or ipv6.",
        ],
        [
            "11 CIDRs",
            { filters: { cidrs: Array(11).fill("10.0.0.0/8") } },
            "DirectConnectClientException",
            "filters.cidrs has 11 entries: it can have at most 10.",
        ],
        [
            "an AS path of texts",
            { filters: { asPath: ["64512"] } },
            "SerializationException",
            "Parameter asPath must be a list of integers.",
        ],
        [
            "filters that are none",
            { filters: "accepted" },
            "SerializationException",
            "Parameter filters must be a structure.",
        ],
        [
            "an unknown virtual interface",
            { virtualInterfaceId: "dxvif-none" },
            "DirectConnectClientException",
            "Virtual Interface dxvif-none does not exist",
        ],
        [
            "no virtual interface",
            { virtualInterfaceId: undefined },
            "DirectConnectClientException",
            "Missing required parameter: virtualInterfaceId",
        ],
    ];
    for (const [what, query, __type, message] of refusals) {
        it(`are refused for ${what}`, async () => {
            expect(await list(query)).to.deep.equal({ status: 400, answer: { __type, message } });
        });
    }
});
