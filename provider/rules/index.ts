/** Pure rules of both vendors; each returns sentences with subject, state and fix, and an empty list where all is well. */

/** Alibaba Cloud's own ASN, the VBR's unless the account may choose another. */
export const alibabaAsn = 45104;
/** The ASN that AWS gives a gateway by default. */
export const defaultAmazonSideAsn = 64512;

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

/** Two autonomous systems with one number take each other's routes for loops. */
export function checkDistinctAsns(amazonSideAsn: number, localAsn: number): string[] {
    return amazonSideAsn === localAsn
        ? [
              `aws.amazonSideAsn and bgp.localAsn are both ${localAsn}; BGP needs two. Set aws.amazonSideAsn to another private ASN.`,
          ]
        : [];
}

/**
 * Direct Connect takes 6 to 80 characters; Alibaba Cloud documents no rule (InvalidBgpAuthkey.Malformed). Letters, digits and the punctuation that no
 * shell, query string or XML document treats specially pass both consoles unharmed; a trailing space is the classic cause of a session that stays down.
 */
export function checkAuthKey(key: string): string[] {
    const problems: string[] = [];
    if (key.length < 6 || key.length > 80) {
        problems.push(`bgp.authKey has ${key.length} characters; Direct Connect takes 6 to 80.`);
    }
    if (!/^[A-Za-z0-9._~@^:,!-]*$/.test(key)) {
        problems.push(
            "bgp.authKey has characters that are not safe in both clouds; use letters, digits and . _ ~ @ ^ : , ! -",
        );
    }
    return problems;
}
