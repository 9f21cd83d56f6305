import type { Product } from "./alibabaClient";

/** How lists of Alibaba Cloud are read, each to its end; a page that is broken is asked for again. */
export interface AlibabaLists {
    /** By numbered pages. `product` is VPC's unless it is named. */
    everyPage: <Item>(
        subject: string,
        action: string,
        query: object,
        path: readonly string[],
        parse: (value: unknown) => Item,
        product?: Product,
    ) => Promise<Item[]>;
    /** By tokens: CEN's way, a hundred at once, unless it is said otherwise. */
    everyToken: <Item>(
        subject: string,
        action: string,
        query: object,
        path: readonly string[],
        parse: (value: unknown) => Item,
        otherwise?: { product: Product; size: object },
    ) => Promise<Item[]>;
    /** The caller's own region. */
    region: () => Promise<string>;
}
