import { type FidelityTable } from "./entry";

export const awsSts: FidelityTable = {
    GetCallerIdentity: { validation: "takes no parameter; answers a user's or an assumed role's ARN", errors: [] },
    AssumeRole: {
        validation:
            "RoleArn, RoleSessionName, DurationSeconds of 900 to 43200, one hour for a chained role; a role of the caller's account or of one that it may enter",
        errors: [],
        states: "the session ends by the real clock",
    },
};
