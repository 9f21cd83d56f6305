/**
 * The tag by which this package recognises what it made where no answer says so: on the gateway with the VPC's ID, on the virtual interface and the transit
 * router attachment with the VBR's. Made from what the thing is for, never from the URN, which an alias changes.
 */
export const madeForTag = "multicloud-connection:made-for";
