import type { Action, ActionContext, ActionInput, ActionOutput } from "../../action";
import type { TransitRouterRouteTable } from "../../world/alibabaState";
import { CloudError } from "../../world/cloudError";
import { named } from "../filters";
import { listOf, optionalText, requiredText } from "../input";
import { tokenPage } from "../pages";
import { findRouteTable } from "./access";
import { filteredByPrefix } from "./routeFilters";

type Entry = TransitRouterRouteTable["entries"][number];

/** "All, Active (default), ...: if you do not specify a value, routes in the active state are queried." */
function readStatus(input: ActionInput): (entry: Entry) => boolean {
    const status = optionalText(input, "TransitRouterRouteEntryStatus") ?? "Active";
    if (!/^(All|Active|Rejected|Prohibited|Standby|Candidate)$/.test(status)) {
        // Code and text are guesses.
        throw new CloudError(
            "IllegalParam.TransitRouterRouteEntryStatus",
            "The specified TransitRouterRouteEntryStatus is illegal.",
        );
    }
    return (entry) => status === "All" || entry.status === status;
}

/** Models and filters: alibabacloud_cbn20170912, ListTransitRouterRouteEntries. */
export const listTransitRouterRouteEntries: Action = {
    name: "ListTransitRouterRouteEntries",
    mutating: false,
    run(context, input) {
        const table = findRouteTable(context, requiredText(input, "TransitRouterRouteTableId"));
        const hasStatus = readStatus(input);
        // Only static routes have an ID or a name, or come of a prefix list; this world has none.
        const ofStatic = ["TransitRouterRouteEntryIds", "TransitRouterRouteEntryNames"].some(
            (name) => listOf(input, name).length > 0,
        );
        const entries = ofStatic ? [] : filteredByPrefix(input, table.entries).filter(hasStatus);
        const resourceOf = resourceReader(context);
        const found = named(input, entries, {
            TransitRouterRouteEntryDestinationCidrBlock: ({ destinationCidrBlock }) => destinationCidrBlock,
            TransitRouterRouteEntryType: () => "Propagated",
            TransitRouterRouteEntryNextHopType: () => "Attachment",
            TransitRouterRouteEntryNextHopId: ({ attachmentId }) => attachmentId,
            TransitRouterRouteEntryNextHopResourceId: resourceOf,
            TransitRouterRouteEntryNextHopResourceType: ({ origin }) => origin,
            TransitRouterRouteEntryOriginResourceId: resourceOf,
            TransitRouterRouteEntryOriginResourceType: ({ origin }) => origin,
            PrefixListId: () => "",
        });
        const { page, counts } = tokenPage("ListTransitRouterRouteEntries", input, found);
        return { ...counts, TransitRouterRouteEntries: page.map((entry) => shape(entry, resourceOf(entry))) };
    },
};

function resourceReader({ world }: ActionContext): (entry: Entry) => string | undefined {
    return ({ attachmentId }) => world.alibaba.attachments.get(attachmentId)?.resourceId;
}

/** TransitRouterRouteEntryId is "returned only for static routes". */
function shape(entry: Entry, resourceId: string | undefined): ActionOutput {
    return {
        TransitRouterRouteEntryDestinationCidrBlock: entry.destinationCidrBlock,
        TransitRouterRouteEntryNextHopType: "Attachment",
        TransitRouterRouteEntryNextHopId: entry.attachmentId,
        TransitRouterRouteEntryNextHopResourceType: entry.origin,
        TransitRouterRouteEntryNextHopResourceId: resourceId,
        TransitRouterRouteEntryOriginResourceType: entry.origin,
        TransitRouterRouteEntryOriginResourceId: resourceId,
        TransitRouterRouteEntryType: "Propagated",
        TransitRouterRouteEntryStatus: entry.status,
        OperationalMode: false,
        PathAttributes: {
            AsPaths: entry.asPath.map(String),
            Communities: [],
            OriginInstanceId: resourceId,
            OriginInstanceType: entry.origin,
            OriginRouteType: entry.origin === "VPC" ? "System" : "BGP",
            Preference: entry.preference,
        },
    };
}
