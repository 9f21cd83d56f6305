import { fieldsOf } from "./values";

/** The edge: every member gets a value of its type, so that nothing behind it deals with half an answer. The SDK hands over whatever JSON holds (measured). */
type Members<Structure extends object> = Readonly<Partial<Record<keyof Structure, unknown>>>;

export function membersOf<Structure extends object>(value: unknown): Members<Structure> {
    return fieldsOf(value) as Members<Structure>;
}

export function textUnlessMissing(value: unknown): string | undefined {
    return typeof value === "string" ? value : undefined;
}
