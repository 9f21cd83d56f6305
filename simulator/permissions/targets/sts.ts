import { everything, idIn, type ServicePermissions, type TargetsOf } from "../target";

const role: TargetsOf = (_context, input) => [{ resource: idIn(input, "RoleArn") }];

/** Everybody may ask who he is, whatever a policy says (https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html). */
const nothing: TargetsOf = () => [];

export const awsSts: ServicePermissions = {
    prefix: "sts",
    actions: { GetCallerIdentity: nothing, AssumeRole: role },
};

/** No page says whether RAM is asked who may ask who he is: the stricter reading (I). */
export const alibabaSts: ServicePermissions = {
    prefix: "sts",
    actions: { GetCallerIdentity: everything, AssumeRole: role },
};
