import type * as pulumi from "@pulumi/pulumi";

import type { AdoptArgs, MultiCloudConnectionArgs } from "./args";

/** How each ID reads: the official resource's, by which it is imported. */
const forms: Record<keyof AdoptArgs, { pattern: RegExp; form: string }> = {
    vpnGatewayId: { pattern: /^vgw-[0-9a-z]+$/, form: "vgw-..." },
    virtualInterfaceId: { pattern: /^dxvif-[0-9a-z]+$/, form: "dxvif-..." },
    cenAttachmentId: {
        pattern: /^cen-[^:]+:(tr-attach-[^:]+|vbr-[^:]+:VBR:[^:]+)$/,
        form: "cen-...:tr-attach-..., or on a Basic CEN cen-...:vbr-...:VBR:<region>",
    },
    cenAssociationId: { pattern: /^tr-attach-[^:]+:vtb-[^:]+$/, form: "tr-attach-...:vtb-..." },
    cenPropagationId: { pattern: /^tr-attach-[^:]+:vtb-[^:]+$/, form: "tr-attach-...:vtb-..." },
};

/** Where such a child is not made at all: the argument that says so. */
function childless(
    { aws, alibaba: { cen } }: MultiCloudConnectionArgs,
    argument: keyof AdoptArgs,
): "aws.vpnGatewayId" | "alibaba.cen.attachmentId" | undefined {
    if (argument === "vpnGatewayId") {
        return aws.vpnGatewayId === undefined ? undefined : "aws.vpnGatewayId";
    }
    return argument === "virtualInterfaceId" || cen.attachmentId === undefined ? undefined : "alibaba.cen.attachmentId";
}

export function problemsOfAdoption(args: MultiCloudConnectionArgs): string[] {
    const given = Object.entries(args.adopt ?? {}) as [keyof AdoptArgs, unknown][];
    return given.flatMap(([argument, id]) => {
        if (typeof id !== "string") {
            return id === undefined
                ? []
                : [
                      `adopt.${argument} is of the wrong type; it must be a plain string, since it decides what is imported.`,
                  ];
        }
        return problemsOfId(args, argument, id).map((problem) => `adopt.${argument} ${problem}`);
    });
}

/** A program in JavaScript may name what is not there. */
function problemsOfId(args: MultiCloudConnectionArgs, argument: keyof AdoptArgs, id: string): string[] {
    const { pattern, form } = (forms as Partial<typeof forms>)[argument] ?? {};
    if (pattern === undefined) {
        return [`is nothing that can be adopted. Those that can: ${Object.keys(forms).join(", ")}.`];
    }
    const other = childless(args, argument);
    const { transitRouterId } = args.alibaba.cen;
    return [
        ...(pattern.test(id) ? [] : [`is "${id}"; it must be ${form}`]),
        ...(other === undefined ? [] : [`is for a child that ${other} leaves out. Leave one of them out.`]),
        ...(transitRouterId === undefined && id.includes(":tr-attach-")
            ? ["names an attachment to a transit router, and none is named. Set alibaba.cen.transitRouterId too."]
            : []),
        ...(transitRouterId !== undefined && id.includes(":vbr-")
            ? [
                  "names an attachment to a Basic CEN, and alibaba.cen.transitRouterId a transit router. Leave one of them out.",
              ]
            : []),
    ];
}

/**
 * Imports the child. What only a replacement could change is ignored while the line stands: an input that is still unknown at a preview would announce a
 * replacement of what is to be kept, which the engine refuses for an import (measured). Preflight compares those with the cloud instead.
 */
export function adopting(
    id: string | undefined,
    replaceOnly: readonly string[],
): Pick<pulumi.CustomResourceOptions, "import" | "ignoreChanges"> {
    return id === undefined ? {} : { import: id, ignoreChanges: [...replaceOnly] };
}
