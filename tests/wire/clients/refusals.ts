/** Which part of a vendor's SDK tells the refusal. */
type Told = "DirectConnectClientException" | "Direct Connect" | "EC2" | "AWS STS" | "VPC" | "CBN" | "Alibaba STS";

export interface Refusal {
    what: string;
    told: Told;
    code: string;
    status: number;
    message: string;
}

/** How a client's errors show the vendors' words. */
export interface ErrorStyle {
    /** The type of the error. */
    types: Record<Told, string>;
    /** What becomes of the message, where it does not stay as it is. */
    messages?: Partial<Record<Told, (refusal: Refusal) => string>>;
}

/** Alibaba Cloud's tea based SDKs put the status and the request's ID around it. */
export function teaMessage({ status, message }: Refusal): string {
    return `code: ${status}, ${message} request id: <request>`;
}

const awsSignature =
    "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";
const awsCredentials = "AWS was not able to validate the provided access credentials";
const awsExpired = "The security token included in the request is expired";
const alibabaSignature =
    "Specified signature is not matched with our calculation. Please check your signature algorithm and AccessKey Secret.";
const alibabaExpired = "Specified SecurityToken is expired.";

const refusals: Refusal[] = [
    {
        what: "wrong secret at Direct Connect",
        told: "Direct Connect",
        code: "InvalidSignatureException",
        status: 400,
        message: awsSignature,
    },
    { what: "wrong secret at EC2", told: "EC2", code: "AuthFailure", status: 401, message: awsCredentials },
    {
        what: "wrong secret at AWS STS",
        told: "AWS STS",
        code: "SignatureDoesNotMatch",
        status: 403,
        message: awsSignature,
    },
    {
        what: "unknown key at EC2",
        told: "EC2",
        code: "AuthFailure",
        status: 401,
        message: awsCredentials,
    },
    {
        what: "expired session at Direct Connect",
        told: "Direct Connect",
        code: "ExpiredTokenException",
        status: 400,
        message: awsExpired,
    },
    {
        what: "expired session at EC2",
        told: "EC2",
        code: "RequestExpired",
        status: 400,
        message: "Request has expired.",
    },
    { what: "expired session at AWS STS", told: "AWS STS", code: "ExpiredToken", status: 403, message: awsExpired },
    {
        what: "unknown connection",
        told: "DirectConnectClientException",
        code: "DirectConnectClientException",
        status: 400,
        message: "Could not find Connection with ID dxcon-none",
    },
    {
        what: "connection of another region",
        told: "DirectConnectClientException",
        code: "DirectConnectClientException",
        status: 400,
        message: "Could not find Connection with ID <connection>",
    },
    {
        what: "unknown VPN gateway",
        told: "EC2",
        code: "InvalidVpnGatewayID.NotFound",
        status: 400,
        message: "The virtual private gateway ID 'vgw-none' does not exist",
    },
    {
        what: "second virtual interface",
        told: "DirectConnectClientException",
        code: "DirectConnectClientException",
        status: 400,
        message: "Hosted connection <connection> already has virtual interface <virtual interface>.",
    },
    { what: "wrong secret at VPC", told: "VPC", code: "SignatureDoesNotMatch", status: 400, message: alibabaSignature },
    { what: "wrong secret at CBN", told: "CBN", code: "SignatureDoesNotMatch", status: 400, message: alibabaSignature },
    {
        what: "unknown key at Alibaba Cloud's STS",
        told: "Alibaba STS",
        code: "InvalidAccessKeyId.NotFound",
        status: 404,
        message: "Specified access key is not found.",
    },
    {
        what: "expired session at VPC",
        told: "VPC",
        code: "InvalidSecurityToken.Expired",
        status: 403,
        message: alibabaExpired,
    },
    {
        what: "expired session at CBN",
        told: "CBN",
        code: "InvalidSecurityToken.Expired",
        status: 403,
        message: alibabaExpired,
    },
    {
        what: "unknown region",
        told: "VPC",
        code: "InvalidRegionId.NotFound",
        status: 404,
        message: "The RegionId provided does not exist in our records.",
    },
    {
        what: "unknown VBR",
        told: "VPC",
        code: "InvalidVbrNetwork",
        status: 400,
        message: "vbr netowrk not exists",
    },
    {
        what: "unknown attachment",
        told: "CBN",
        code: "InvalidAttachmentId.NotFound",
        status: 404,
        message: "The specified AttachmentId is not found.",
    },
];

/** What a client is to leave of all refusals. */
export function refusalsIn({ types, messages = {} }: ErrorStyle): unknown[] {
    return refusals.map((refusal) => {
        const { told, message, ...rest } = refusal;
        return { ...rest, type: types[told], message: messages[told]?.(refusal) ?? message };
    });
}
