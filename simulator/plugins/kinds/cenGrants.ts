import type { ActionInput, ActionOutput } from "../../action";
import { CloudError } from "../../world/cloudError";
import type { Cloud } from "../cloud";
import { textOf, type Values } from "../values";
import type { ResourceKind } from "./kind";

interface GrantKind {
    /** The property that names the granted instance. */
    instance: string;
    /** The parts of the ID, in its order. */
    id: readonly ("cenId" | "cenOwnerId" | "instanceId")[];
    typeOf: (instanceId: string) => string;
    limitSeconds: { create: number; delete: number };
    repeats: { create: RegExp; delete: RegExp };
    /** What says at a deletion that the grant is gone already. */
    gone: readonly string[];
}

/** Two official resources make the same grant, by the owner of the instance (VPC 2016-04-28, GrantInstanceToCen). */
function grantKind(kind: GrantKind): ResourceKind {
    const partsOf = (id: string): Values => {
        const values = id.split(":");
        if (values.length !== kind.id.length) {
            throw new Error(
                `Invalid Resource Id ${id}. Expected parts' length ${kind.id.length}, got ${values.length}`,
            );
        }
        return Object.fromEntries(kind.id.map((part, index) => [part, values[index]]));
    };
    const ruleOf = ({ cenId, cenOwnerId, instanceId }: Values): ActionInput => ({
        ...instanceOf(textOf(instanceId)),
        CenId: cenId,
        CenOwnerId: textOf(cenOwnerId),
    });
    const instanceOf = (instanceId: string): ActionInput => ({
        InstanceId: instanceId,
        InstanceType: kind.typeOf(instanceId),
    });
    const find = (cloud: Cloud, id: string): ActionOutput | undefined => {
        const { cenId, cenOwnerId, instanceId } = partsOf(id);
        try {
            return cloud
                .list("vpc", "DescribeGrantRulesToCen", instanceOf(textOf(instanceId)), "CenGrantRules", "CbnGrantRule")
                .find((rule) => rule.CenInstanceId === cenId && textOf(rule.CenOwnerId) === cenOwnerId);
        } catch (error) {
            if (error instanceof CloudError && error.code.endsWith(".NotFound")) {
                return undefined;
            }
            throw error;
        }
    };
    return {
        replaceOnly: ["cenId", "cenOwnerId", kind.instance],
        computed: [],
        async create(cloud, inputs) {
            const rule: Values = { ...inputs, instanceId: inputs[kind.instance] };
            await cloud.repeating(
                "vpc",
                "GrantInstanceToCen",
                ruleOf(rule),
                kind.limitSeconds.create,
                kind.repeats.create,
            );
            return kind.id.map((part) => textOf(rule[part])).join(":");
        },
        read(cloud, id) {
            const rule = find(cloud, id);
            const { cenId, cenOwnerId, instanceId } = partsOf(id);
            return rule && { cenId, cenOwnerId, [kind.instance]: instanceId, createTime: rule.CreationTime };
        },
        async delete(cloud, id) {
            try {
                await cloud.repeating(
                    "vpc",
                    "RevokeInstanceFromCen",
                    ruleOf(partsOf(id)),
                    kind.limitSeconds.delete,
                    kind.repeats.delete,
                );
            } catch (error) {
                if (!(error instanceof CloudError && kind.gone.includes(error.code))) {
                    throw error;
                }
            }
        },
    };
}

/** aliyun/terraform-provider-alicloud, `resource_alicloud_cen_instance_grant.go`. */
export const cenInstanceGrant = grantKind({
    instance: "childInstanceId",
    id: ["cenId", "instanceId", "cenOwnerId"],
    typeOf: (id) => id.split("-")[0]?.toUpperCase() ?? "",
    limitSeconds: { create: 180, delete: 300 },
    repeats: {
        create: /^(Operation\.Blocking|UnknownError|TaskConflict)$/,
        delete: /^(IncorrectStatus|TaskConflict)$/,
    },
    gone: ["InvalidInstanceId.NotFound"],
});

/** The same repository, `resource_alicloud_express_connect_grant_rule_to_cen.go`: VBRs alone. */
export const expressConnectGrantRuleToCen = grantKind({
    instance: "instanceId",
    id: ["cenId", "cenOwnerId", "instanceId"],
    typeOf: () => "VBR",
    limitSeconds: { create: 180, delete: 180 },
    repeats: { create: /^Throttling/, delete: /^Throttling/ },
    gone: [],
});
