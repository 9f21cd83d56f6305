import { documented, guessed, type FidelityTable } from "./entry";

export const ecs: FidelityTable = {
    DescribeSecurityGroups: {
        validation: "the region; IDs as JSON, VPC, name",
        errors: [...guessed(400, "InvalidParameter.MaxResults", "InvalidParameter.NextToken")],
        pages: "NextToken, MaxResults 10 by default and 100 at most; or PageNumber and PageSize",
    },
    DescribeSecurityGroupAttribute: {
        validation: "a known group; direction, NIC type, attribute",
        errors: [
            ...documented(
                400,
                "InvalidNicType.ValueNotSupported",
                "InvalidParameter.AttributeNotSupported",
                "InvalidParamter",
                "MissingParameter.RegionId",
            ),
            ...documented(404, "InvalidSecurityGroupId.NotFound"),
        ],
        pages: "NextToken, MaxResults",
    },
};
