// One program with a stack per environment: what differs between `dev` and `prod` lies in their configuration alone. It also shows route tables by name,
// an ASN of one's own, what a fallen session does to the next `up`, and outputs for other stacks.
import * as pulumi from "@pulumi/pulumi";
import { MultiCloudConnection } from "pulumi-multicloud-connection";

const config = new pulumi.Config();
const environment = pulumi.getStack();

const link = new MultiCloudConnection(`${environment}-link`, {
    alibaba: {
        vbrId: config.require("vbrId"),
        cen: { cenId: config.require("cenId"), transitRouterId: config.require("transitRouterId") },
    },
    aws: {
        vpcId: config.require("vpcId"),
        // A record: the keys name the children, so a table can come or go without renaming others.
        routeTableIds: config.requireObject<Record<string, string>>("routeTables"),
        amazonSideAsn: config.requireNumber("amazonSideAsn"),
    },
    verification: {
        timeoutSeconds: config.requireNumber("bgpTimeoutSeconds"),
        onDown: config.requireBoolean("failWhenDown") ? "fail" : "warn",
    },
    // Only for an environment that is not to come back: nobody but Alibaba Cloud's support can issue a deleted connection again.
    onDestroy: { hostedConnection: config.requireBoolean("deleteConnection") ? "delete" : "keep" },
    // `pulumi config set allowOutage true` before an `up` that may cut the traffic of a link that is up, and `pulumi config rm allowOutage` after it.
    allowOutage: config.getBoolean("allowOutage"),
    tags: { environment },
});

export const verification = link.verification;
export const addresses = { aws: link.amazonAddress, alibaba: link.customerAddress };
