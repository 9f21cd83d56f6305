import type { ServiceName } from "../action";
import { CloudError } from "../world/cloudError";
import type { Guesses } from "../world/guesses";
import type { Caller } from "../world/world";
import type { Demand, Verdict } from "./policy";

type Refused = (reason: { caller: Caller; demand: Demand; verdict: Verdict }, guesses: Guesses) => CloudError;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html; an action without a resource names none. */
function whoMayNot({ caller, demand: { action, resource }, verdict }: Parameters<Refused>[0]): string {
    const on = resource === "*" ? "" : ` on resource: ${resource}`;
    const why =
        verdict === "denied"
            ? "with an explicit deny in an identity-based policy"
            : `because no identity-based policy allows the ${action} action`;
    return `User: ${caller.arn} is not authorized to perform: ${action}${on} ${why}`;
}

/** https://docs.aws.amazon.com/directconnect/latest/APIReference/CommonErrors.html */
const directConnect: Refused = (reason) => new CloudError("AccessDeniedException", whoMayNot(reason));

/**
 * https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html; users saw the text (ministryofjustice/modernisation-platform#12326). Of some
 * actions EC2 adds an "Encoded authorization failure message", which nobody reads without its key: left out.
 */
const ec2: Refused = (reason) =>
    new CloudError(
        "UnauthorizedOperation",
        `You are not authorized to perform this operation. ${whoMayNot(reason)}`,
        403,
    );

const awsSts: Refused = (reason) => new CloudError("AccessDenied", whoMayNot(reason), 403);

/** https://api.alibabacloud.com/document/Vpc/2016-04-28/errorCode; as users saw it, alibaba/packer-provider#34. It names no action. */
const forbidden = (): CloudError =>
    new CloudError(
        "Forbidden.RAM",
        "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
        403,
    );

/** AssumeRole, error codes. */
const noPermission = (): CloudError =>
    new CloudError("NoPermission", "You are not authorized to do this action. You should be authorized by RAM.", 403);

const byService: Readonly<Record<ServiceName, Refused>> = {
    directconnect: directConnect,
    ec2,
    awsSts,
    vpc: forbidden,
    cbn: (_reason, { cenMissingPermission }) =>
        cenMissingPermission === "Forbidden.RAM" ? forbidden() : noPermission(),
    ecs: forbidden,
    bssopenapi: forbidden,
    alibabaSts: noPermission,
};

/** In the service's own words. */
export function refusalOf(service: ServiceName, ...[reason, guesses]: Parameters<Refused>): CloudError {
    return byService[service](reason, guesses);
}
