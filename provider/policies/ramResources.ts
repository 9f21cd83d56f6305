import type { Use } from "./args";
import type { Grant } from "./row";

/**
 * The resources of Alibaba Cloud that the rows name, from "RAM authorization" of each action's page; those of VPC are also at
 * https://www.alibabacloud.com/help/en/express-connect/api-vpc-2016-04-28-ram-efficiency-channels, those of CEN at
 * https://www.alibabacloud.com/help/en/cen/developer-reference/api-cbn-2017-09-12-ram. These products have no condition keys.
 */

const vpc = ({ region, accountId }: Use, resource: string): string => `acs:vpc:${region}:${accountId}:${resource}`;
const ecs = ({ region, accountId }: Use, resource: string): string => `acs:ecs:${region}:${accountId}:${resource}`;
/** CEN has no region. */
const cen = ({ accountId }: Use, resource: string): string => `acs:cen:*:${accountId}:${resource}`;

/** Whatever takes no resource, and that of which no page says what it takes. */
export function everything(): Grant[] {
    return [{ resources: ["*"] }];
}

const on =
    (...resources: ((use: Use) => string)[]) =>
    (use: Use): Grant[] => [{ resources: resources.map((resource) => resource(use)) }];

export const borderRouters = on((use) => vpc(use, "virtualborderrouter/*"));
/** Of its BGP groups and peers too: none has an ARN of its own. */
export const borderRouter = on((use) => vpc(use, `virtualborderrouter/${use.vbrId}`));
export const vpcs = on((use) => vpc(use, "vpc/*"));
export const vSwitches = on((use) => vpc(use, "vswitch/*"));
export const vpcRouteTables = on((use) => vpc(use, "routetable/*"));
export const securityGroups = on((use) => ecs(use, "securitygroup/*"));

const theCen = (use: Use): string => cen(use, `ceninstance/${use.cenId}`);
const theTransitRouter = (use: Use): string => cen(use, `centransitrouter/${use.transitRouterId ?? "*"}`);
const attachments = (use: Use): string => cen(use, "centransitrouterattachment/*");
const routeTables = (use: Use): string => cen(use, "centransitrouterroutetable/*");

export const cens = on((use) => cen(use, "ceninstance/*"));
export const cenInstance = on(theCen);
export const transitRoutersOfCen = on(theCen, (use) => cen(use, "centransitrouter/*"));
export const attachmentsOfCen = on(theCen, attachments);
export const transitRouterOfCen = on(theCen, theTransitRouter);
export const routeTablesOfTransitRouter = on(theTransitRouter, routeTables);
export const routeEntries = on(routeTables, (use) => cen(use, "centransitrouterroutentry/*"));
export const attachmentsAndRouteTables = on(attachments, routeTables);
/** An attachment's ID is known only once it is made. */
export const transitRouterAttachments = on(attachments);
/** The page names the CEN, whatever is tagged; so the attachment's ID may come in either form. */
export const tagsOfAttachments = on((use) => cen(use, "ceninstance/*"), attachments);
/** The VBR may be another account's, and CEN names it without a region. */
export const cenAndBorderRouter = on(theCen, (use) => `acs:vpc:*:*:virtualborderrouter/${use.vbrId}`);
