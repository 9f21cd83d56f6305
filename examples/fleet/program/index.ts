// One stack of the fleet. What differs between them lies in ../fleet.json alone, from which the driver sets the configuration of each.
import * as pulumi from "@pulumi/pulumi";
import { MultiCloudConnection } from "pulumi-multicloud-connection";

const config = new pulumi.Config();

const link = new MultiCloudConnection("link", {
    alibaba: {
        vbrId: config.require("vbrId"),
        cen: { cenId: config.require("cenId"), transitRouterId: config.get("transitRouterId") },
    },
    aws: { vpcId: config.require("vpcId"), routeTableIds: config.requireObject<string[]>("routeTableIds") },
    // `pulumi config set allowOutage true --stack NAME` before a change that may cut the traffic of one link.
    allowOutage: config.getBoolean("allowOutage"),
    tags: { stack: pulumi.getStack() },
});

export const verification = link.verification;
