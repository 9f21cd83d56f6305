/** What the component's argument `adopt` takes. */
export type Adoptable =
    "vpnGatewayId" | "virtualInterfaceId" | "cenAttachmentId" | "cenAssociationId" | "cenPropagationId";

/** The argument as a program writes it. One form in every message, so that a script can find it too. */
export function adoptLine(argument: Adoptable, id: string): string {
    return `adopt: { ${argument}: "${id}" }`;
}

/** How to go on where the cloud has what was about to be made. */
export function adoptOr(argument: Adoptable, id: string, otherwise: string): string {
    return (
        `If it is this link's, set ${adoptLine(argument, id)}, run pulumi up again, and remove that line after it: it is managed, and destroyed, by this stack from then on. ` +
        `If it is not, ${otherwise}.`
    );
}
