import { documented, guessed, inCode, type FidelityTable } from "./entry";

export const cenChildren: FidelityTable = {
    AttachCenChildInstance: {
        validation:
            "a CEN without Enterprise transit router in the region; a child in that region, granted where another account owns it, attached nowhere else; one write at a time (P39)",
        errors: [
            ...documented(
                400,
                "InvalidStatus.ResourceStatus",
                "OperationFailed.InvalidTransitRouter",
                "ParameterIllegal.ChildInstanceRegionId",
                "ParameterIllegal.ChildInstanceType",
                "ParameterIllegal.ChildInstanceUid",
                "ParameterInstanceId",
            ),
            ...documented(
                409,
                "Forbbiden.AttachChildInstanceAcrossUid",
                "InvalidOperation.CenInstanceStatus",
                "InvalidOperation.ChildInstanceAlreadyAttached",
            ),
            ...inCode(400, "Operation.Blocking", "ParameterCenInstanceId"),
        ],
        states: "Attaching, Attached",
        guesses: ["busyTransitRouter", "foreignBorderRouterGrant"],
    },
    DetachCenChildInstance: {
        validation: "a child that is attached; one write at a time (P39)",
        errors: [
            ...documented(400, "Forbidden.TypeInvalid", "ParameterInstanceId"),
            ...documented(409, "InvalidOperation.CenInstanceStatus", "InvalidOperation.ChildInstanceStatus"),
            ...inCode(400, "Operation.Blocking", "ParameterCenInstanceId"),
        ],
        states: "Detaching, then gone",
        guesses: ["busyTransitRouter"],
    },
    DescribeCenAttachedChildInstances: {
        validation: "a known CEN; the type",
        errors: [...documented(400, "ParameterIllegal.ChildInstanceType"), ...inCode(400, "ParameterCenInstanceId")],
        states: "Attaching, Attached, Detaching",
        pages: "PageNumber from 1, PageSize 10 by default and 50 at most",
    },
    DescribeCenAttachedChildInstanceAttribute: {
        validation: "a known CEN and a child of it",
        errors: [...documented(400, "ParameterInstanceId"), ...inCode(400, "ParameterCenInstanceId")],
        states: "Attaching, Attached, Detaching",
    },
    ListTagResources: {
        validation: "the type, and IDs or tags",
        errors: [...documented(404, "InvalidResourceType.NotFound")],
        pages: "NextToken, PageSize 20 by default and 100 at most",
    },
    TagResources: {
        validation:
            "known attachments of the type; at most 20 tags, keys of 1 to 64 characters, each once, not aliyun or acs:",
        errors: [
            ...guessed(
                400,
                "Duplicate.TagKey",
                "IllegalParam.TagKey",
                "IllegalParam.TagValue",
                "InvalidAttachmentId.NotFound",
                "NumberExceed.Tags",
            ),
            ...guessed(404, "InvalidResourceType.NotFound"),
        ],
    },
};
