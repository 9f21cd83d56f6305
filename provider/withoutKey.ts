/**
 * A text for the user, in plain wherever it goes, without the BGP key of the inputs: a cloud may repeat what it refuses, and Alibaba Cloud's answer to
 * a wrong signature repeats the whole request, encoded twice
 * (https://www.alibabacloud.com/help/en/sdk/product-overview/rpc-mechanism, "server string to sign").
 */
export function withoutKey(text: string, inputs: unknown): string {
    const { authKey } = (inputs ?? {}) as { authKey?: unknown };
    if (typeof authKey !== "string" || authKey === "") {
        return text;
    }
    const once = encodeURIComponent(authKey);
    return [encodeURIComponent(once), once, authKey].reduce((rest, form) => rest.replaceAll(form, "***"), text);
}
