import { isUnknown, textOf, type Values } from "../values";

export interface CheckFailure {
    property: string;
    reason: string;
}

/** What an official resource refuses before it calls anything; of a value that a preview does not know nothing is said. */
export type Validation = (inputs: Values) => CheckFailure[];

/** The sentences are those of Terraform's SDK (hashicorp/terraform-plugin-sdk, helper/validation), which names what it looks at in its own case. */
function inTerraform(property: string): string {
    return property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function ofValue(property: string, reasonFor: (text: string) => string | undefined): Validation {
    return (inputs) => {
        const value = inputs[property];
        const reason = value === undefined || isUnknown(value) ? undefined : reasonFor(textOf(value));
        return reason === undefined ? [] : [{ property, reason }];
    };
}

/** IntBetween */
export function between(property: string, least: number, most: number): Validation {
    return ofValue(property, (text) =>
        Number(text) >= least && Number(text) <= most
            ? undefined
            : `expected ${inTerraform(property)} to be in the range (${least} - ${most}), got ${text}`,
    );
}

/** StringInSlice, IntInSlice */
export function among(property: string, allowed: readonly (string | number)[]): Validation {
    const shown = allowed.map((value) => (typeof value === "string" ? `"${value}"` : value)).join(" ");
    return ofValue(property, (text) =>
        allowed.map(String).includes(text)
            ? undefined
            : `expected ${inTerraform(property)} to be one of [${shown}], got ${text}`,
    );
}

/** ExactlyOneOf: each of them says it. */
export function exactlyOne(...properties: string[]): Validation {
    const all = properties.map(inTerraform).sort().join(",");
    return (inputs) => {
        const given = properties.filter((property) => inputs[property] !== undefined && !isUnknown(inputs[property]));
        const mayBeOne = properties.some((property) => isUnknown(inputs[property]));
        const wrong =
            given.length > 1
                ? `only one of \`${all}\` can be specified, but \`${given.map(inTerraform).sort().join(",")}\` were specified.`
                : given.length === 0 && !mayBeOne
                  ? `one of \`${all}\` must be specified`
                  : undefined;
        return wrong === undefined
            ? []
            : properties.map((property) => ({
                  property,
                  reason: `Invalid combination of arguments. "${inTerraform(property)}": ${wrong}`,
              }));
    };
}

const legacyAmazonAsns = [7224, 9059, 10124, 17493];

/** hashicorp/terraform-provider-aws, `internal/verify/validate.go`, ValidAmazonSideASN. */
export function amazonAsn(property: string): Validation {
    const subject = (text: string): string => `"${inTerraform(property)}" ("${text}")`;
    return ofValue(property, (text) => {
        if (!/^[+-]?\d+$/.test(text)) {
            return `${subject(text)} must be a 64-bit integer`;
        }
        const asn = Number(text);
        const allowed =
            legacyAmazonAsns.includes(asn) ||
            (asn >= 64512 && asn <= 65534) ||
            (asn >= 4_200_000_000 && asn <= 4_294_967_294);
        return allowed
            ? undefined
            : `${subject(text)} must be 7224, 9059, 10124 or 17493 or in the range 64512 to 65534 or 4200000000 to 4294967294`;
    });
}
