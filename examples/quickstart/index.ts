// Joins both VPCs over the bought connection, and shows what both sides say about BGP.
import * as pulumi from "@pulumi/pulumi";
import { MultiCloudConnection } from "pulumi-multicloud-connection";

const config = new pulumi.Config();

const link = new MultiCloudConnection("link", {
    alibaba: {
        vbrId: config.get("vbrId"),
        accessPointId: config.get("accessPointId"),
        cen: { cenId: config.require("cenId"), transitRouterId: config.get("transitRouterId") },
    },
    aws: { vpcId: config.require("vpcId"), routeTableIds: config.requireObject<string[]>("routeTableIds") },
});

export const verification = link.verification;
