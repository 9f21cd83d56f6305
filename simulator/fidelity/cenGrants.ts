import { guessed, type FidelityTable } from "./entry";

/** What a CEN is allowed to attach, and by whom. */
export const cenGrants: FidelityTable = {
    DescribeGrantRulesToCen: {
        validation: "a known CEN",
        errors: [...guessed(400, "IllegalParam.ProductType", "InvalidCenId.NotFound")],
        pages: "NextToken, MaxResults 20 by default and 100 at most",
        guesses: ["grantsToTransitRouters"],
    },
    DescribeGrantRulesToResource: {
        validation: "an own VPC or VBR",
        errors: [],
        pages: "NextToken, MaxResults 20 by default and 100 at most",
    },
    GrantInstanceToTransitRouter: {
        validation: "an own VPC or VBR in a state for it; the CEN of that account; who pays",
        errors: [
            // Documented for GrantInstanceToCen alone.
            ...guessed(
                400,
                "Invalid.Grant",
                "IllegalParam.InstanceType",
                "IllegalParam.OrderType",
                "InvalidCenId.NotFound",
                "InvalidStatus.ResourceStatus",
            ),
            ...guessed(404, "InvalidInstanceId.NotFound"),
        ],
        guesses: ["borderRouterGrantToOtherAccount", "grantsToTransitRouters"],
    },
    RevokeInstanceFromTransitRouter: {
        validation: "an own VPC or VBR that is not attached to the CEN",
        errors: [...guessed(400, "InvalidStatus.ResourceAttached"), ...guessed(404, "InvalidInstanceId.NotFound")],
    },
};
