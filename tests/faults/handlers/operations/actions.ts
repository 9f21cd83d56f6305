import { alibabaAccount, awsAccount } from "../../../support/samples";
import type { ActionName } from "../operation";

export const accounts = { ...awsAccount, ...alibabaAccount };

export const awsIdentity: ActionName = "awsSts.GetCallerIdentity";
export const alibabaIdentity: ActionName = "alibabaSts.GetCallerIdentity";
export const ofConnection: readonly ActionName[] = ["directconnect.TagResource", "directconnect.ConfirmConnection"];
export const ofBgp: readonly ActionName[] = ["vpc.DescribeBgpGroups", "vpc.DescribeBgpPeers"];
export const ofBothEnds: readonly ActionName[] = [
    "directconnect.DescribeConnections",
    "directconnect.DescribeVirtualInterfaces",
    "vpc.DescribeVirtualBorderRouters",
    ...ofBgp,
];

/** Less than the defaults, so that a fault that lasts is looked at less often. */
export const timeoutSeconds = 300;
