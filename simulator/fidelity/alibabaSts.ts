import { documented, guessed, type FidelityTable } from "./entry";

export const alibabaSts: FidelityTable = {
    GetCallerIdentity: { validation: "takes no parameter; answers a user's or an assumed role's ARN", errors: [] },
    AssumeRole: {
        validation: "RoleArn, RoleSessionName, ExternalId, DurationSeconds of 900 to 3600",
        errors: [
            ...documented(
                400,
                "InvalidParameter.DurationSeconds",
                "InvalidParameter.RoleArn",
                "InvalidParameter.RoleSessionName",
            ),
            ...guessed(400, "InvalidParameter.ExternalId"),
        ],
        states: "the session ends by the real clock",
    },
};
