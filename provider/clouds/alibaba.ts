import { randomUUID } from "node:crypto";

import type { AlibabaSettings } from "../settings/settings";
import type { Clock } from "../waiting/clock";
import { SharedReads } from "../waiting/sharedReads";
import type { AlibabaCall, Product } from "./alibabaClient";
import type { AlibabaLists } from "./alibabaLists";
import { alibabaNetwork } from "./alibabaNetwork";
import {
    parseAttachment,
    parseBgpGroup,
    parseBgpPeer,
    parseBorderRouter,
    parseCen,
    parseGrantor,
    parseTransitRouter,
} from "./alibabaParsers";
import { regionOfProfile } from "./alibabaProfile";
import { routeTableLegs } from "./alibabaRouteTables";
import { vpcRouteWrites } from "./alibabaVpcRoutes";
import { alibabaTransitRouters } from "./alibabaTransitRouters";
import type { AlibabaCloud, BorderRouter } from "./clouds";
import { describeCloudError } from "./errors";
import { lazily } from "./lazily";
import { everyNumberedPage, everyTokenPage, pageSize } from "./pages";
import { passesAtAlibaba } from "./passing";
import { retrying } from "./retrying";
import { requiredFlag, requiredList, requiredText, textOf, type Fields } from "./values";

/** Alibaba Cloud through its generic client, with every page read and every error readable. */
export function connectAlibaba(settings: AlibabaSettings, clock: Clock): AlibabaCloud {
    const client = lazily<{ send: AlibabaCall; region: string }>(async () => {
        if (settings.refusal !== undefined) {
            throw new Error(settings.refusal);
        }
        const region = settings.region ?? (await regionOfProfile(settings));
        if (region === "") {
            throw new Error("no region is set. Set alicloud:region, or ALICLOUD_REGION.");
        }
        const { makeAlibabaCall } = await import("./alibabaClient.js");
        return { send: await makeAlibabaCall(settings, region, clock), region };
    });
    const readable = async <Result>(subject: string, call: () => Promise<Result>): Promise<Result> => {
        try {
            return await call();
        } catch (error) {
            throw describeCloudError("Alibaba Cloud", subject, error, passesAtAlibaba);
        }
    };
    const shared = new SharedReads(clock);
    const region = (): Promise<string> => readable("Alibaba Cloud region", async () => (await client()).region);
    /** `read`: what is wanted of the answer. One that is broken is asked for again. */
    const ask = <Result>(
        subject: string,
        product: Product,
        action: string,
        query: object,
        read: (answer: Fields) => Result,
    ): Promise<Result> =>
        readable(subject, async () => {
            const { send, region: RegionId } = await client();
            const parameters = { RegionId, ...query };
            return retrying(async () => read(await send(product, action, parameters)), passesAtAlibaba, clock);
        });
    /**
     * Asks for a change, once: its tries have one token, so that the cloud does not do again what was only not heard of. Without one of its own, a change
     * gets another token at another time, when the same may be meant anew.
     */
    const order = (subject: string, action: string, change: object, product: Product = "vpc"): Promise<Fields> =>
        shared.write(() => ask(subject, product, action, { ClientToken: randomUUID(), ...change }, (answer) => answer));
    const askForEveryPage: AlibabaLists["everyPage"] = (subject, action, query, path, parse, product = "vpc") =>
        readable(subject, () =>
            everyNumberedPage((PageNumber) =>
                ask(subject, product, action, { ...query, PageNumber, PageSize: pageSize }, (answer) => ({
                    items: requiredList(answer, path).map(parse),
                    total: answer.TotalCount,
                })),
            ),
        );
    const everyPage: AlibabaLists["everyPage"] = (subject, action, query, path, parse, product = "vpc") =>
        shared.read(`${product} ${action} ${JSON.stringify(query)}`, () =>
            askForEveryPage(subject, action, query, path, parse, product),
        );
    const everyToken: AlibabaLists["everyToken"] = (
        subject,
        action,
        query,
        path,
        parse,
        { product, size } = { product: "cbn", size: { MaxResults: 100 } },
    ) =>
        shared.read(`${product} ${action} ${JSON.stringify(query)}`, () =>
            readable(subject, () =>
                everyTokenPage((NextToken) =>
                    ask(subject, product, action, { ...query, ...size, NextToken }, (answer) => ({
                        items: requiredList(answer, path).map(parse),
                        nextToken: answer.NextToken,
                    })),
                ),
            ),
        );
    const lists: AlibabaLists = { everyPage, everyToken, region };
    /** In a look all of the region's are asked for: one list serves every waiter. */
    const ofBorderRouter = async <Item extends { vbrId: string }>(
        vbrId: string,
        list: (query: { RouterId?: string }) => Promise<Item[]>,
    ): Promise<Item[]> =>
        shared.isLooking() ? (await list({})).filter((item) => item.vbrId === vbrId) : list({ RouterId: vbrId });
    const borderRouters = (foreignToo: boolean): Promise<Omit<BorderRouter, "own">[]> =>
        askForEveryPage(
            "VBRs",
            "DescribeVirtualBorderRouters",
            { IncludeCrossAccountVbr: foreignToo },
            ["VirtualBorderRouterSet", "VirtualBorderRouterType"],
            parseBorderRouter,
        );

    return {
        identity: lazily(async () => {
            const accountId = await ask("Alibaba Cloud account", "sts", "GetCallerIdentity", {}, (answer) =>
                requiredText(answer.AccountId, "AccountId"),
            );
            return { accountId, region: await region() };
        }),
        // Shared as a whole: put together by every waiter anew, the time of a look would grow with the square of the waiters.
        describeBorderRouters: () =>
            shared.read("VBRs", async () => {
                const [all, ofAccount] = await Promise.all([borderRouters(true), borderRouters(false)]);
                const own = new Set(ofAccount.map(({ vbrId }) => vbrId));
                return all.map((router) => ({ ...router, own: own.has(router.vbrId) }));
            }),
        describeBgpGroups: (vbrId) => {
            const list = ["BgpGroups", "BgpGroup"] as const;
            return ofBorderRouter(vbrId, (query) =>
                everyPage(`BGP groups of ${vbrId}`, "DescribeBgpGroups", query, list, parseBgpGroup),
            );
        },
        createBgpGroup: async (group) => {
            const answer = await order(`BGP group of ${group.vbrId}`, "CreateBgpGroup", {
                RouterId: group.vbrId,
                Name: group.name,
                Description: group.description,
                PeerAsn: group.peerAsn,
                LocalAsn: group.localAsn,
                AuthKey: group.authKey,
                ClientToken: group.clientToken,
            });
            return textOf(answer.BgpGroupId);
        },
        modifyBgpGroup: async (BgpGroupId, { peerAsn, localAsn, authKey }) => {
            const change = { BgpGroupId, PeerAsn: peerAsn, LocalAsn: localAsn, AuthKey: authKey };
            await order(`BGP group ${BgpGroupId}`, "ModifyBgpGroupAttribute", change);
        },
        deleteBgpGroup: async (BgpGroupId) => {
            await order(`BGP group ${BgpGroupId}`, "DeleteBgpGroup", { BgpGroupId });
        },
        describeBgpPeers: (vbrId) => {
            const list = ["BgpPeers", "BgpPeer"] as const;
            return ofBorderRouter(vbrId, (query) =>
                everyPage(`BGP peers of ${vbrId}`, "DescribeBgpPeers", query, list, parseBgpPeer),
            );
        },
        createBgpPeer: async (peer) => {
            const answer = await order(`BGP peer of ${peer.bgpGroupId}`, "CreateBgpPeer", {
                BgpGroupId: peer.bgpGroupId,
                PeerIpAddress: peer.peerIpAddress,
                EnableBfd: peer.enableBfd,
                BfdMultiHop: peer.bfdMultiHop,
                ClientToken: peer.clientToken,
            });
            return textOf(answer.BgpPeerId);
        },
        modifyBgpPeer: async (BgpPeerId, { bgpGroupId, peerIpAddress }) => {
            const change = { BgpPeerId, BgpGroupId: bgpGroupId, PeerIpAddress: peerIpAddress };
            await order(`BGP peer ${BgpPeerId}`, "ModifyBgpPeerAttribute", change);
        },
        deleteBgpPeer: async (BgpPeerId) => {
            await order(`BGP peer ${BgpPeerId}`, "DeleteBgpPeer", { BgpPeerId });
        },
        outboundBillingOpened: () =>
            ask("outbound billing", "vpc", "GetPhysicalConnectionServiceStatus", {}, ({ Enabled }) =>
                requiredFlag(Enabled, "Enabled"),
            ),
        describeCen: (cenId) => {
            const query = { Filter: [{ Key: "CenId", Value: [cenId] }] };
            return ask(
                `CEN ${cenId}`,
                "cbn",
                "DescribeCens",
                query,
                (answer) => requiredList(answer, ["Cens", "Cen"]).map(parseCen)[0],
            );
        },
        listTransitRouters: (CenId) =>
            everyPage(
                `transit routers of ${CenId}`,
                "ListTransitRouters",
                { CenId, RegionId: undefined },
                ["TransitRouters"],
                parseTransitRouter,
                "cbn",
            ),
        listBorderRouterAttachments: (CenId, TransitRouterId) =>
            everyToken(
                `attachments of ${TransitRouterId}`,
                "ListTransitRouterVbrAttachments",
                { CenId, TransitRouterId },
                ["TransitRouterAttachments"],
                parseAttachment,
            ),
        ...routeTableLegs(lists),
        ...vpcRouteWrites(async (subject, action, change) => {
            await order(subject, action, change, "cbn");
        }),
        ...alibabaNetwork(lists),
        ...alibabaTransitRouters(lists),
        grantorToCen: async (ChildInstanceId, CenId) => {
            const grantors = await everyToken(
                `grants to ${CenId}`,
                "DescribeGrantRulesToCen",
                { CenId, ProductType: "VBR", ChildInstanceId },
                ["GrantRules", "GrantRule"],
                parseGrantor,
            );
            return grantors[0];
        },
    };
}
