/**
 * The tag by which this package recognises what it made where no answer says so: on the gateway with the VPC's ID, on the virtual interface and the transit
 * router attachment with the VBR's. Made from what the thing is for, never from the URN, which an alias changes.
 */
export const madeForTag = "multicloud-connection:made-for";

/**
 * The same for what this package has made on a VPC's attachment, which is somebody else's: a tag for each thing, with the VBR's ID, set before that is made.
 */
export const madeOnVpcTags = {
    association: "multicloud-connection:association-made-for",
    propagation: "multicloud-connection:propagation-made-for",
    synchronisation: "multicloud-connection:synchronisation-made-for",
} as const;
/** The tag by which this package recognises the hosted connection that it has accepted; from the VBR's ID, so that a create that was killed knows its own work. */
export const acceptedForTag = "multicloud-connection:accepted-for";
