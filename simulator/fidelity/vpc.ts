import { documented, guessed, type FidelityTable } from "./entry";

export const vpc: FidelityTable = {
    DescribeVirtualBorderRouters: {
        validation: "the region; filter keys and at most five filters; IncludeCrossAccountVbr",
        errors: [...documented(404, "InvalidFilterKey.ValueNotSupported")],
        states: "unconfirmed, active, terminating, terminated, recovering, deleting",
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
        guesses: ["borderRouterTimes", "borderRouterOwner", "borderRouterVlan", "orderOfWaits"],
    },
    DescribePhysicalConnections: {
        validation: "the region; filter keys and at most five filters",
        errors: [...documented(404, "InvalidFilterKey.ValueNotSupported")],
        states: "Initial, Approved, Allocating, Allocated, Confirmed, Enabled, Rejected, Canceled, Allocation Failed, Terminated; business: Normal, FinancialLocked, SecurityLocked",
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
        guesses: ["circuitOwner", "orderOfWaits"],
    },
    DescribeAccessPoints: {
        validation: "the region",
        errors: [],
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
    },
    DescribeVpcs: {
        validation: "the region; VpcId as text or list",
        errors: [],
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
    },
    ModifyVirtualBorderRouterAttribute: {
        validation:
            "a known VBR; each parameter by whom it belongs to, VLAN and circuit code to the circuit's owner, the rest to the VBR's; addresses, mask of /24 to /30, one subnet (P6)",
        errors: [
            ...documented(
                400,
                "InvalidIp.Malformed",
                "InvalidIp.NotSameSubnet",
                "InvalidPeeringSubnetMask.Malformed",
                "InvalidVbrId.NotFound",
                "InvalidVlanId.Malformed",
                "InvalidVlanId.Used",
            ),
            ...documented(
                403,
                "Forbidden.CircuitCodeNotAllowedByCaller",
                "Forbidden.DescriptionNotAllowedByCaller",
                "Forbidden.LocalGatewayIpNotAllowedByCaller",
                "Forbidden.NameNotAllowedByCaller",
                "Forbidden.PeerGatewayIpNotAllowedByCaller",
                "Forbidden.PeeringSubnetMaskNotAllowedByCaller",
                "Forbidden.VlanIdNotAllowedByCaller",
            ),
            ...guessed(400, "InvalidOperation.OperationNotAllowedInState"),
            ...guessed(
                403,
                "Forbidden.DetectMultiplierNotAllowedByCaller",
                "Forbidden.MinRxIntervalNotAllowedByCaller",
                "Forbidden.MinTxIntervalNotAllowedByCaller",
            ),
        ],
        states: "the sessions follow (P5 to P8)",
        guesses: ["borderRouterOwner", "circuitOwner"],
    },
    DescribeVSwitches: {
        validation: "the region or the VPC",
        errors: [],
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
    },
    DescribeRouteTableList: {
        validation: "the region; filters by VPC, router, table, name",
        errors: [],
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
    },
    DescribeRouteEntryList: {
        validation: "a known table; the kind of entry, and filters that go with it",
        errors: [
            ...documented(
                400,
                "IllegalParam.IpVersion",
                "IllegalParam.MaxResult",
                "IllegalParam.RouteEntryType",
                "InvalidRouteTable.NotFound",
                "OperationFailed.FilterParamUnderWrongRouteType",
            ),
        ],
        states: "Available, Pending, Modifying; System, Custom or CEN",
        pages: "NextToken, MaxResult 10 by default and 100 at most",
    },
    DescribeNetworkAcls: {
        validation: "the region; filters by ID, name, VPC, resource",
        errors: [],
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
    },
    GetPhysicalConnectionServiceStatus: { validation: "the region", errors: [] },
    GrantInstanceToCen: {
        validation: "an own VPC or VBR, active; a CEN and its owner; quota of grants",
        errors: [
            ...documented(400, "IllegalParam.CenInstanceId", "IncorrectStatus", "Invalid.Grant"),
            ...documented(
                404,
                "InstanceType.Invalid",
                "InvalidInstanceId.NotFound",
                "InvalidVbr.NotFound",
                "QuotaExceeded.CbnGrantRules",
            ),
        ],
        guesses: ["borderRouterGrantToOtherAccount"],
    },
    RevokeInstanceFromCen: {
        validation: "an own VPC or VBR; what is attached stays attached",
        errors: [...documented(404, "InvalidVbr.NotFound")],
    },
    DescribeGrantRulesToCen: {
        validation: "the region; an own VPC or VBR",
        errors: [...documented(404, "InvalidVbr.NotFound")],
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
        guesses: ["foreignBorderRouterGrant"],
    },
};
