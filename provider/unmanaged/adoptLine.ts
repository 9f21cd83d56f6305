/** What the component's argument `adopt` takes. */
export type Adoptable =
    "vpnGatewayId" | "virtualInterfaceId" | "cenAttachmentId" | "cenAssociationId" | "cenPropagationId";

/** The argument as a program writes it. One form in every message, so that a script can find it too. */
export function adoptLine(argument: Adoptable, id: string): string {
    return `adopt: { ${argument}: "${id}" }`;
}

/**
 * How to go on where the cloud has what was about to be made. The refresh matters where a replacement was interrupted: what is ignored while the line stands
 * is kept from the resource that was to be replaced, and would replace the adopted one as soon as the line is gone (measured).
 */
export function adoptOr(argument: Adoptable, id: string, otherwise: string): string {
    return (
        `If it is this link's, set ${adoptLine(argument, id)}, run pulumi up again and then pulumi refresh, and remove that line after both: it is managed, and destroyed, by this stack from then on. ` +
        `If it is not, ${otherwise}.`
    );
}
