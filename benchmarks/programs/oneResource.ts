// The least that a program does with this package: one dynamic resource, whose preview asks no cloud.
import * as pulumi from "@pulumi/pulumi";
import { BorderRouter } from "pulumi-multicloud-connection";

new BorderRouter("border-router", { vbrId: new pulumi.Config().require("vbrId") });
