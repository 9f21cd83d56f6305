/** What the component's argument `adopt` takes. */
export type Adoptable =
    "vpnGatewayId" | "virtualInterfaceId" | "cenAttachmentId" | "cenAssociationId" | "cenPropagationId";

/** The argument as a program writes it. One form in every message, so that a script can find it too. */
export function adoptLine(argument: Adoptable, id: string): string {
    return `adopt: { ${argument}: "${id}" }`;
}

/** Takes out of the state what the engine would keep for ever of a resource that was deleted for a replacement, and whose successor was imported. */
export const forgetReplaced =
    "pulumi stack export | npx pulumi-multicloud-connection forget-replaced | pulumi stack import";

/** How to go on where the cloud has what was about to be made. */
export function adoptOr(argument: Adoptable, id: string, otherwise: string): string {
    // The gateway's successor is made before it is deleted.
    const afterReplacement =
        argument === "vpnGatewayId" ? "" : `If it was being replaced, then also run ${forgetReplaced}. `;
    return (
        `If it is this link's, set ${adoptLine(argument, id)}, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. ` +
        afterReplacement +
        `If it is not, ${otherwise}.`
    );
}
