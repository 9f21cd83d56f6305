import type { BinaryReader } from "google-protobuf";

/**
 * Lets a message be read no further than its bytes, and never backwards. Of a field that says to be longer than its message,
 * google-protobuf 3.21 reads on through four billion bytes that are not there (measured): one such call would hold the whole
 * simulator up.
 */
export function boundReading(prototype: BinaryReader): void {
    const nextField = Object.getOwnPropertyDescriptor(prototype, "nextField")?.value as () => boolean;
    const reached = new WeakMap<BinaryReader, number>();
    prototype.nextField = function (this: BinaryReader): boolean {
        const cursor = this.getCursor();
        if (cursor < (reached.get(this) ?? 0) || cursor > this.getBuffer().length) {
            throw new Error("A field of the message is longer than the message.");
        }
        const found = nextField.call(this);
        reached.set(this, this.getCursor());
        return found;
    };
}
