/**
 * The console guide from purchase to teardown, by the official Node.js clients alone: the AWS SDK for JavaScript, and Alibaba Cloud's generic
 * client, since its SDKs for Node.js have none for CBN. Endpoints and keys come from the environment, what the consoles show comes as the one
 * argument. Each step leaves one line of JSON.
 */
import type { Given } from "../guide";
import { identifyAccounts, readWithAssumedRoles } from "./accounts";
import { configureBgp, deleteBgp } from "./bgp";
import { attachToCen, detachFromCen, findTransitRouterRouteTable } from "./cen";
import { acceptHostedConnection, showWhatWasBought, waitForCircuit } from "./circuit";
import { alibabaWith, awsWith } from "./clients";
import { attachVpnGateway, deleteVpnGateway } from "./gateway";
import { showRefusals } from "./refused";
import { showOrder, showRoutes, waitForBgp } from "./verification";
import { createVirtualInterface, deleteVirtualInterface, virtualInterfaceRequest } from "./virtualInterface";

async function main(console: Given): Promise<void> {
    const { vbrId } = console;
    const aws = awsWith();
    const alibaba = alibabaWith();

    const accounts = await identifyAccounts(aws, alibaba);
    await showWhatWasBought(alibaba, vbrId);
    const connectionId = await acceptHostedConnection(aws, alibaba, vbrId);
    const circuit = await waitForCircuit(alibaba, vbrId);

    const routeTableId = await findTransitRouterRouteTable(alibaba, console);
    const attachmentId = await attachToCen(alibaba, console, routeTableId);
    const bgp = await configureBgp(alibaba, console, circuit);
    const gatewayId = await attachVpnGateway(aws, console);
    const request = virtualInterfaceRequest(console, connectionId, gatewayId, circuit);
    const virtualInterfaceId = await createVirtualInterface(aws, request);

    await waitForBgp(aws, alibaba, virtualInterfaceId, bgp.peerId);
    await showRoutes(aws, alibaba, console, routeTableId);
    await showOrder(alibaba, console.orderId);
    await readWithAssumedRoles(aws, alibaba, accounts, connectionId, vbrId);
    await showRefusals(aws, alibaba, console, request, routeTableId);

    await deleteVirtualInterface(aws, connectionId, virtualInterfaceId);
    await deleteBgp(alibaba, vbrId, bgp);
    await deleteVpnGateway(aws, console, gatewayId);
    await detachFromCen(alibaba, attachmentId, routeTableId);
}

main(JSON.parse(process.argv[2] ?? "") as Given).catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
});
