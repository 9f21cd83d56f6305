import type { ListVirtualInterfaceTestHistoryCommand } from "@aws-sdk/client-direct-connect";
import type { StaticOperationSchema } from "@smithy/types";

import { BrokenAnswer } from "./brokenAnswer";
import type { VirtualInterfaceRoute } from "./network";
import { fieldsOf, listOf, numberOf, requiredText } from "./values";

const namespace = "com.amazonaws.directconnect";
const text = 0;
/** Whatever JSON holds: it is parsed here. */
const document = 15;

/**
 * Direct Connect's service model has this reading, the SDK for Node.js does not yet
 * (https://docs.aws.amazon.com/directconnect/latest/APIReference/API_ListVirtualInterfaceRoutes.html).
 */
const listVirtualInterfaceRoutes: StaticOperationSchema = [
    9,
    namespace,
    "ListVirtualInterfaceRoutes",
    0,
    [3, namespace, "ListVirtualInterfaceRoutesRequest", 0, ["virtualInterfaceId", "nextToken"], [text, text]],
    [3, namespace, "ListVirtualInterfaceRoutesResponse", 0, ["routes", "nextToken"], [document, text]],
];

/**
 * Makes a command of the SDK the one for the routes of a virtual interface: its input has the same two members, and client, endpoint, signature and reading of
 * errors are the client's own. The client serializes by the schema that it finds in the command's context.
 */
export function askForRoutes(command: ListVirtualInterfaceTestHistoryCommand): void {
    command.middlewareStack.add(
        (next, context) => (args) => {
            Object.assign(context, { commandName: "ListVirtualInterfaceRoutesCommand" });
            Object.assign(context.__smithy_context ?? {}, {
                operation: "ListVirtualInterfaceRoutes",
                operationSchema: listVirtualInterfaceRoutes,
            });
            return next(args);
        },
        { step: "initialize", priority: "high", name: "askForRoutes" },
    );
}

/** What a service says that does not have an action (awsJson 1.1). */
export function isUnknownAction(code: string): boolean {
    return /^(UnknownOperation|InvalidAction)/.test(code);
}

export function parseVirtualInterfaceRoute(value: unknown): VirtualInterfaceRoute {
    const route = fieldsOf(value);
    return {
        direction: directionOf(route.routeDirection),
        cidrBlock: requiredText(route.cidr, "cidr"),
        asPath: listOf(route.asPath)
            .flatMap((segment) => listOf(fieldsOf(segment).path))
            .map(numberOf)
            .filter((asn) => asn !== undefined),
    };
}

function directionOf(value: unknown): VirtualInterfaceRoute["direction"] {
    if (value !== "accepted" && value !== "advertised") {
        throw new BrokenAnswer("the answer has no routeDirection");
    }
    return value;
}
