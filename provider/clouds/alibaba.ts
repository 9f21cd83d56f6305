import type { AlibabaSettings } from "../settings/settings";
import type { Clock } from "../waiting/clock";
import type { AlibabaCall, Product } from "./alibabaClient";
import {
    listAt,
    numberOf,
    parseAttachment,
    parseBgpGroup,
    parseBgpPeer,
    parseGrantor,
    parseBorderRouter,
    parseTransitRouter,
    textOf,
} from "./alibabaParsers";
import { regionOfProfile } from "./alibabaProfile";
import type { AlibabaCloud, BorderRouter } from "./clouds";
import { describeCloudError } from "./errors";
import { lazily } from "./lazily";
import { passesAtAlibaba } from "./passing";
import { retrying } from "./retrying";

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
    const call = async (
        subject: string,
        product: Product,
        action: string,
        query: object,
    ): Promise<Record<string, unknown>> => {
        try {
            const { send, region } = await client();
            return await retrying(() => send(product, action, { RegionId: region, ...query }), passesAtAlibaba, clock);
        } catch (error) {
            throw describeCloudError("Alibaba Cloud", subject, error, passesAtAlibaba);
        }
    };
    /** Every page of a numbered list, as one snapshot: where the list grew or shrank in between, it is read anew. */
    const everyPage = async (
        subject: string,
        action: string,
        query: object,
        path: readonly string[],
        product: Product = "vpc",
    ): Promise<unknown[]> => {
        const pageSize = 50;
        let items: unknown[] = [];
        let total: number | undefined;
        for (let page = 1; ; page++) {
            const answer = await call(subject, product, action, { ...query, PageNumber: page, PageSize: pageSize });
            const found = listAt(answer, path);
            const counted = numberOf(answer.TotalCount);
            if (page > 1 && counted !== total) {
                [items, total, page] = [[], undefined, 0];
                continue;
            }
            total = counted;
            items.push(...found);
            if (found.length < pageSize || items.length >= (total ?? Infinity)) {
                return items;
            }
        }
    };
    const everyToken = async (
        subject: string,
        action: string,
        query: object,
        path: readonly string[],
    ): Promise<unknown[]> => {
        const items: unknown[] = [];
        let token = "";
        do {
            const page = { ...query, MaxResults: 100, NextToken: token === "" ? undefined : token };
            const answer = await call(subject, "cbn", action, page);
            items.push(...listAt(answer, path));
            const next = textOf(answer.NextToken);
            token = next === token ? "" : next;
        } while (token !== "");
        return items;
    };
    const borderRouters = async (foreignToo: boolean): Promise<Omit<BorderRouter, "own">[]> => {
        const list = await everyPage("VBRs", "DescribeVirtualBorderRouters", { IncludeCrossAccountVbr: foreignToo }, [
            "VirtualBorderRouterSet",
            "VirtualBorderRouterType",
        ]);
        return list.map(parseBorderRouter);
    };

    return {
        identity: lazily(async () => {
            const answer = await call("Alibaba Cloud account", "sts", "GetCallerIdentity", {});
            return { accountId: textOf(answer.AccountId), region: (await client()).region };
        }),
        describeBorderRouters: async () => {
            const all = await borderRouters(true);
            const own = new Set((await borderRouters(false)).map(({ vbrId }) => vbrId));
            return all.map((router) => ({ ...router, own: own.has(router.vbrId) }));
        },
        describeBgpGroups: async (vbrId) =>
            (
                await everyPage(`BGP groups of ${vbrId}`, "DescribeBgpGroups", { RouterId: vbrId }, [
                    "BgpGroups",
                    "BgpGroup",
                ])
            ).map(parseBgpGroup),
        createBgpGroup: async (group) => {
            const answer = await call(`BGP group of ${group.vbrId}`, "vpc", "CreateBgpGroup", {
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
            await call(`BGP group ${BgpGroupId}`, "vpc", "ModifyBgpGroupAttribute", change);
        },
        deleteBgpGroup: async (BgpGroupId) => {
            await call(`BGP group ${BgpGroupId}`, "vpc", "DeleteBgpGroup", { BgpGroupId });
        },
        describeBgpPeers: async (vbrId) =>
            (
                await everyPage(`BGP peers of ${vbrId}`, "DescribeBgpPeers", { RouterId: vbrId }, [
                    "BgpPeers",
                    "BgpPeer",
                ])
            ).map(parseBgpPeer),
        createBgpPeer: async (peer) => {
            const answer = await call(`BGP peer of ${peer.bgpGroupId}`, "vpc", "CreateBgpPeer", {
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
            await call(`BGP peer ${BgpPeerId}`, "vpc", "ModifyBgpPeerAttribute", change);
        },
        deleteBgpPeer: async (BgpPeerId) => {
            await call(`BGP peer ${BgpPeerId}`, "vpc", "DeleteBgpPeer", { BgpPeerId });
        },
        outboundBillingOpened: async () => {
            const answer = await call("outbound billing", "vpc", "GetPhysicalConnectionServiceStatus", {});
            return answer.Enabled === true || answer.Enabled === "true";
        },
        describeCen: async (cenId) => {
            const answer = await call(`CEN ${cenId}`, "cbn", "DescribeCens", {
                Filter: [{ Key: "CenId", Value: [cenId] }],
            });
            const found = listAt(answer, ["Cens", "Cen"])[0] as Record<string, unknown> | undefined;
            return found && { cenId: textOf(found.CenId), status: textOf(found.Status) };
        },
        listTransitRouters: async (CenId) => {
            const query = { CenId, RegionId: undefined };
            const list = await everyPage(
                `transit routers of ${CenId}`,
                "ListTransitRouters",
                query,
                ["TransitRouters"],
                "cbn",
            );
            return list.map(parseTransitRouter);
        },
        listBorderRouterAttachments: async (CenId, TransitRouterId) => {
            const list = await everyToken(
                `attachments of ${TransitRouterId}`,
                "ListTransitRouterVbrAttachments",
                { CenId, TransitRouterId },
                ["TransitRouterAttachments"],
            );
            return list.map(parseAttachment);
        },
        grantorToCen: async (ChildInstanceId, CenId) => {
            const query = { CenId, ProductType: "VBR", ChildInstanceId };
            const rules = await everyToken(`grants to ${CenId}`, "DescribeGrantRulesToCen", query, [
                "GrantRules",
                "GrantRule",
            ]);
            return rules.map(parseGrantor)[0];
        },
    };
}
