import type { AlibabaCloud } from "../../clouds/clouds";
import type { CenChild } from "../../clouds/network";
import type { AlibabaFacts, AlibabaVpcFacts, VpcRouteTableFacts } from "../facts";
import type { LinkIds } from "../link";
import type { Attempt } from "./attempt";
import { readLegs, type Place } from "./cen";
import { reads } from "./reads";

/** The VPCs that the link is for, what attaches them, and what is in them. */
export async function readVpcs(
    { alibabaVpcIds }: LinkIds,
    place: Promise<Place | undefined>,
    cenChildren: Promise<CenChild[] | undefined>,
    alibaba: AlibabaCloud,
    attempt: Attempt,
): Promise<Pick<AlibabaFacts, "vpcAttachments" | "vpcs">> {
    const attachments = attempt(reads.vpcAttachments, place, ([cenId, transitRouterId]) =>
        alibaba.listVpcAttachments(cenId, transitRouterId),
    );
    const vpcIds =
        alibabaVpcIds ??
        Promise.all([attachments, cenChildren]).then(([attached, children]) =>
            attached === undefined && children === undefined
                ? undefined
                : [
                      ...(attached ?? []).map(({ vpcId }) => vpcId),
                      ...(children ?? [])
                          .filter(({ childInstanceType }) => childInstanceType === "VPC")
                          .map(({ childInstanceId }) => childInstanceId),
                  ],
        );
    const isMeant = (vpcId: string): boolean => alibabaVpcIds === undefined || alibabaVpcIds.includes(vpcId);
    const withLegs = attachments.then(
        (all) =>
            all &&
            Promise.all(
                all.map(async (attachment) => ({
                    ...attachment,
                    ...(isMeant(attachment.vpcId)
                        ? await readLegs(attachment.attachmentId, alibaba, attempt)
                        : { associations: undefined, propagations: undefined }),
                })),
            ),
    );
    const [vpcAttachments, vpcs] = await Promise.all([withLegs, readInside(vpcIds, alibaba, attempt)]);
    return { vpcAttachments, vpcs };
}

type Insides = Omit<AlibabaVpcFacts, "regionId" | "ownerId" | "cidrBlocks">;

async function readInside(
    vpcIds: readonly string[] | Promise<readonly string[] | undefined>,
    alibaba: AlibabaCloud,
    attempt: Attempt,
): Promise<AlibabaVpcFacts[] | undefined> {
    const ids = [...new Set(await vpcIds)];
    if ((await vpcIds) === undefined) {
        return undefined;
    }
    const [vpcs, insides] = await Promise.all([
        attempt(reads.alibabaVpcs, ids, (known) => alibaba.describeVpcs(known)),
        Promise.all(ids.map((id) => readOne(id, alibaba, attempt))),
    ]);
    return vpcs?.map((vpc) => ({ ...unread, ...insides.find(({ vpcId }) => vpcId === vpc.vpcId), ...vpc }));
}

const unread = { vSwitches: undefined, routeTables: undefined, securityGroups: undefined, networkAcls: undefined };

async function readOne(vpcId: string, alibaba: AlibabaCloud, attempt: Attempt): Promise<Insides> {
    const [vSwitches, routeTables, securityGroups, networkAcls] = await Promise.all([
        attempt(reads.vSwitches, vpcId, (id) => alibaba.describeVSwitches(id)),
        readTables(vpcId, alibaba, attempt),
        attempt(reads.alibabaSecurityGroups, vpcId, (id) => alibaba.describeSecurityGroups(id)),
        attempt(reads.alibabaNetworkAcls, vpcId, (id) => alibaba.describeNetworkAcls(id)),
    ]);
    return { vpcId, vSwitches, routeTables, securityGroups, networkAcls };
}

async function readTables(
    vpcId: string,
    alibaba: AlibabaCloud,
    attempt: Attempt,
): Promise<VpcRouteTableFacts[] | undefined> {
    const tables = await attempt(reads.vpcRouteTables, vpcId, (id) => alibaba.describeRouteTablesOfVpc(id));
    const withConflicts = tables?.map(async (table) => ({
        ...table,
        conflicts: await attempt(reads.routeConflicts, table.routeTableId, (id) =>
            alibaba.describeRouteConflicts(vpcId, id),
        ),
    }));
    return withConflicts && Promise.all(withConflicts);
}
