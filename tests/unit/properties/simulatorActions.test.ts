import fc from "fast-check";

import { alibabaServices } from "../../../simulator/alibaba/index";
import type { Action, ActionInput, ServiceName } from "../../../simulator/action";
import { awsServices } from "../../../simulator/aws/index";
import { callAction } from "../../../simulator/call";
import { parseForm } from "../../../simulator/form";
import { CloudError } from "../../../simulator/world/cloudError";
import { snapshot } from "../../../simulator/world/snapshot";
import { cases, form, members, runs } from "../../support/randomValues";
import { joinAndWait } from "../world/joined";

const { world, connection, vif, gateway, vpc, mainTable, borderRouter, group, peer, attachment, systemTable } =
    joinAndWait();

const ids = [
    connection.connectionId,
    vif.virtualInterfaceId,
    gateway.vpnGatewayId,
    vpc.vpcId,
    mainTable.routeTableId,
    ...[borderRouter.vbrId, group.bgpGroupId, peer.bgpPeerId, systemTable.transitRouterRouteTableId],
    ...[...world.alibaba.cens.keys(), ...world.alibaba.transitRouters.keys(), ...world.alibaba.vpcs.keys()],
    attachment.attachmentId,
];
const values = [...ids, "ap-southeast-1", "true", "false", "1", "50", "169.254.10.2", "VBR", "ipv4", "name"];

/** Parameters that tell what is to be acted on, and a few of every sort. */
const names = [
    ...["RegionId", "RouterId", "BgpGroupId", "BgpPeerId", "VbrId", "VpcId", "CenId", "TransitRouterId", "Filter"],
    ...["TransitRouterAttachmentId", "TransitRouterRouteTableId", "ChildInstanceId", "ChildInstanceType", "ResourceId"],
    ...["PeerAsn", "LocalAsn", "AuthKey", "PeerIpAddress", "EnableBfd", "PageNumber", "PageSize", "MaxResults"],
    ...["NextToken", "ClientToken", "DryRun", "VpnGatewayId", "RouteTableId", "GatewayId", "Type", "Tag", "TagKey"],
];
const jsonNames = [
    "connectionId",
    "virtualInterfaceId",
    "tags",
    "resourceArn",
    "maxResults",
    "nextToken",
    "key",
    "asn",
];

const inputs = {
    json: members(jsonNames, values),
    form: form(names, values).map((parameters) => parseForm(new URLSearchParams(parameters))),
};

const accounts = {
    aws: connection.ownerAccount,
    alibaba: [...world.alibaba.cens.values()].map(({ ownerId }) => ownerId)[0] ?? "",
};

/** Whether the call changed the world, as far as it may; throws where it failed by the simulator's own fault. */
function changed(service: ServiceName, action: Action, cloud: keyof typeof accounts, input: ActionInput): boolean {
    const caller = { cloud, accountId: accounts[cloud], region: "ap-southeast-1", arn: "arn:test", accessKeyId: "AK" };
    try {
        JSON.stringify(callAction(service, action, { world, caller }, input, "wire"));
        return action.mutating;
    } catch (error) {
        if (error instanceof CloudError) {
            return false;
        }
        throw error;
    }
}

/** So many calls between two looks at the whole world, which cost more than they do. */
const callsOfCase = 10;

const services = [
    { service: "directconnect", cloud: "aws", actions: awsServices.directconnect, input: inputs.json },
    { service: "ec2", cloud: "aws", actions: awsServices.ec2, input: inputs.form },
    { service: "vpc", cloud: "alibaba", actions: alibabaServices.vpc, input: inputs.form },
    { service: "cbn", cloud: "alibaba", actions: alibabaServices.cbn, input: inputs.form },
    { service: "ecs", cloud: "alibaba", actions: alibabaServices.ecs, input: inputs.form },
    { service: "bssopenapi", cloud: "alibaba", actions: alibabaServices.bssopenapi, input: inputs.form },
] as const;

for (const { service, cloud, actions, input } of services) {
    describe(`the simulator's ${service}, whatever it is asked`, function () {
        this.timeout(120_000);

        it("answers or refuses, and changes nothing where it only reads or refuses", () => {
            const call = fc.tuple(fc.constantFrom(...actions.values()), input);
            const look = (): string => JSON.stringify(snapshot(world));
            let before = look();
            fc.assert(
                fc.property(fc.array(call, { minLength: callsOfCase, maxLength: callsOfCase }), (calls) => {
                    for (const [action, asked] of calls) {
                        if (changed(service, action, cloud, asked)) {
                            before = look();
                        }
                    }
                    return look() === before;
                }),
                runs(cases / callsOfCase),
            );
        });
    });
}
