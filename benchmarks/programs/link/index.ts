// The quickstart, whose look ahead can be turned off: its own time is measured apart.
import * as pulumi from "@pulumi/pulumi";
import { MultiCloudConnection } from "pulumi-multicloud-connection";

const config = new pulumi.Config();

const link = new MultiCloudConnection("link", {
    alibaba: {
        vbrId: config.require("vbrId"),
        cen: { cenId: config.require("cenId"), transitRouterId: config.require("transitRouterId") },
    },
    aws: { vpcId: config.require("vpcId"), routeTableIds: config.requireObject<string[]>("routeTableIds") },
    preflight: config.requireBoolean("preflight"),
});

export const verification = link.verification;
