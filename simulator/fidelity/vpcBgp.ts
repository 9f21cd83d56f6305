import { documented, inCode, type FidelityTable } from "./entry";

export const vpcBgp: FidelityTable = {
    DescribeBgpGroups: {
        validation: "the region; BgpGroupId, RouterId",
        errors: [],
        states: "Pending, Available, Modifying, Deleting",
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
        guesses: ["backendMakesBgp", "bgpAuthKeyReading"],
    },
    CreateBgpGroup: {
        validation:
            "the caller's own VBR, active; PeerAsn, LocalAsn, key, name, description, RouteQuota, quota of groups; outbound billing opened",
        errors: [
            ...documented(
                400,
                "IllegalParam.IpVersion",
                "IllegalParam.LocalAsn",
                "IllegalParam.PeerAsn",
                "IllegalParam.RouteLimit",
                "InvalidBgpAuthkey.Malformed",
                "InvalidBgpDescription.Malformed",
                "InvalidBgpGroup.LocalAsnInvalid",
                "InvalidBgpName.Malformed",
                "InvalidParams.NotNull",
                "InvalidPeerAsn.Malformed",
                "InvalidStatus.CannotOperate",
                "InvalidVbrNetwork",
                "OperationFailed.PconnTrafficNotEnable",
                "OperationUnsupport",
                "OperationUnsupported.IPV6ForThisRegion",
                "QuotaExceeded.Bgp",
            ),
        ],
        states: "Pending, Available",
        guesses: ["customLocalAsn", "fakeAsn"],
    },
    ModifyBgpGroupAttribute: {
        validation: "a known group of the caller's own VBR; the same settings as CreateBgpGroup",
        errors: [...documented(400, "IllegalParam.RouteLimit", "InvalidBgpGroup", "InvalidStatus.CannotOperate")],
        states: "Modifying, Available; the sessions go down (P38)",
        guesses: ["customLocalAsn", "fakeAsn"],
    },
    DeleteBgpGroup: {
        validation: "a known group without peers, Available",
        errors: [
            ...documented(400, "InvalidBgpGroup", "InvalidStatus.CannotOperate"),
            ...inCode(400, "DependencyViolation.BgpPeer"),
        ],
        states: "Deleting, then gone",
    },
    DescribeBgpPeers: {
        validation: "the region; BgpPeerId, BgpGroupId, RouterId",
        errors: [],
        states: "Pending, Available, Modifying, Deleting; BgpStatus: Idle, Connect, Active, Established, Down",
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
        guesses: ["backendMakesBgp", "bgpAuthKeyReading"],
    },
    CreateBgpPeer: {
        validation:
            "a known group; the peer's address, free and of the right family; BFD; at most 8 peers a VBR; outbound billing opened",
        errors: [
            ...documented(
                400,
                "BgpPeer.Already.Exists",
                "IllegalParam.BfdMultiHop",
                "IllegalParam.PeerIpAddress",
                "InvalidBgpGroup",
                "InvalidIP.Malformed",
                "InvalidParams.PeerIpAddressInUse",
                "InvalidParams.PeerIpAddressMustPointOut",
                "InvalidStatus.CannotOperate",
                "MissingParam.EnableBfd",
                "OperationFailed.PconnTrafficNotEnable",
                "OperationUnsupported.IPV6ForThisRegion",
                "QuotaExceeded.BfdSession",
                "QuotaExceeded.Bgp",
                "UnsupportedFeature.Vpconn",
            ),
        ],
        states: "Pending, Available",
        guesses: ["peerOutsideSubnet", "bfdSessions"],
    },
    ModifyBgpPeerAttribute: {
        validation: "a known peer of the caller's own VBR; the same settings as CreateBgpPeer",
        errors: [
            ...documented(
                400,
                "DuplicatedParam.PeerIpAddress",
                "IllegalParam.BfdMultiHop",
                "InvalidParams.NotFound",
                "InvalidStatus.CannotOperate",
                "QuotaExceeded.BfdSession",
            ),
        ],
        states: "Modifying, Available; the session goes down (P38)",
        guesses: ["peerOutsideSubnet", "bfdSessions"],
    },
    DeleteBgpPeer: {
        validation: "a known peer of the caller's own VBR",
        errors: [...documented(400, "InvalidParams.NotFound")],
        states: "Deleting, then gone",
    },
};
