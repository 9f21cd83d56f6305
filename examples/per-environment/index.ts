import * as pulumi from "@pulumi/pulumi";
import { MultiCloudConnection } from "pulumi-multicloud-connection";

// One program, a stack per environment: what differs lies in Pulumi.dev.yaml and Pulumi.prod.yaml.
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
        amazonSideAsn: config.getNumber("amazonSideAsn"),
    },
    verification: {
        timeoutSeconds: config.getNumber("bgpTimeoutSeconds"),
        onDown: config.getBoolean("failWhenDown") ? "fail" : "warn",
    },
    onDestroy: { hostedConnection: environment === "prod" ? "keep" : "delete" },
    tags: { environment },
});

export const verification = link.verification;
export const addresses = { aws: link.amazonAddress, alibaba: link.customerAddress };
