/** Alibaba Cloud's own ASN, the VBR's unless the account may choose another. */
export const alibabaAsn = 45104;
/** The ASN that AWS gives a gateway by default. */
export const defaultAmazonSideAsn = 64512;

/** The private ranges of RFC 6996 without their last numbers, as both vendors take them. */
function isPrivateAsn(asn: number): boolean {
    return Number.isInteger(asn) && ((asn >= 64512 && asn <= 65534) || (asn >= 4_200_000_000 && asn <= 4_294_967_294));
}

/** CreateVpnGateway: 64512-65534 or 4200000000-4294967294. */
export function checkAmazonSideAsn(asn: number): string[] {
    return isPrivateAsn(asn)
        ? []
        : [`aws.amazonSideAsn is ${asn}; a virtual private gateway takes 64512 to 65534 or 4200000000 to 4294967294.`];
}

/** CreateBgpGroup, error InvalidBgpGroup.LocalAsnInvalid. */
export function checkLocalAsn(asn: number): string[] {
    return asn === alibabaAsn || (isPrivateAsn(asn) && asn !== 65025)
        ? []
        : [
              `bgp.localAsn is ${asn}; a VBR takes 45104, or, once Alibaba Cloud has opened it for the account, 64512 to 65534 or 4200000000 to 4294967294, but not 65025.`,
          ];
}

/** CreateBgpGroup, errors IllegalParam.PeerAsn and InvalidPeerAsn.Malformed. A gateway that AWS made long ago may have a public ASN. */
export function checkPeerAsn(asn: number): string[] {
    if (asn === alibabaAsn) {
        return [
            `peerAsn is ${alibabaAsn}, Alibaba Cloud's own; a BGP group refuses it. Give the AWS gateway another ASN.`,
        ];
    }
    return Number.isInteger(asn) && asn >= 1 && asn <= 4_294_967_294
        ? []
        : [`peerAsn is ${asn}; an ASN is a whole number from 1 to 4294967294. Take the AWS gateway's.`];
}

/** Two autonomous systems with one number take each other's routes for loops. */
export function checkDistinctAsns(amazonSideAsn: number, localAsn: number): string[] {
    return amazonSideAsn === localAsn
        ? [
              `aws.amazonSideAsn and bgp.localAsn are both ${localAsn}; BGP needs two. Set aws.amazonSideAsn to another private ASN.`,
          ]
        : [];
}
