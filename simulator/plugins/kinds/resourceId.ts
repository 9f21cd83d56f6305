/** The parts of an ID that is made of several; in the words of aliyun/terraform-provider-alicloud, `common.go`, ParseResourceId. */
export function partsOf(id: string, count: number): string[] {
    const parts = id.split(":");
    if (parts.length !== count) {
        throw new Error(`Invalid Resource Id ${id}. Expected parts' length ${count}, got ${parts.length}`);
    }
    return parts;
}
