import type { AlibabaView, AwsView, CircuitView, LinkView, SessionView } from "./link";
import type { State, Topology, TopologyGroup, TopologyLink, TopologyNode } from "./model";
import { box, joined, joining, labelled, line, missing, placeOf, present, stateOf } from "./parts";

/** The boxes and lines of a link, each as its own status says it is. */
export function topologyOf(link: LinkView): Topology {
    const { alibaba, aws, circuit, session } = link;
    const sessionState = stateOf(session.alibaba, session.aws);
    const verdicts: Readonly<Record<State, string>> = {
        good: "BGP is up",
        affected: "BGP is not up",
        broken: "",
        unknown: "",
    };
    return {
        title: link.name ?? "Multi-cloud connection",
        verdict: verdicts[sessionState],
        state: sessionState,
        clouds: [alibabaCloud(alibaba), awsCloud(aws)],
        between: [sessionNode(session, sessionState), circuitNode(circuit)],
        links: [
            ...alibabaLinks(alibaba),
            ...awsLinks(aws),
            joining("session", "borderRouter", "session", sessionState),
            joining("session", "virtualInterface", "session", sessionState),
            joining("circuit", "borderRouter", "circuit", stateOf(circuit.status, circuit.businessStatus)),
            joining("circuit", "connection", "circuit", stateOf(aws.connection.status)),
        ],
        problems: [],
    };
}

function alibabaCloud(alibaba: AlibabaView): TopologyGroup {
    const { cenId, cenPresence, transitRouter, borderRouter } = alibaba;
    const vpcs = alibaba.vpcs.map(({ vpcId, presence, cidrBlocks }, index): TopologyNode => ({
        ...box("alibabaVpc", "VPC", vpcId, stateOf(presence), [missing(presence), ...cidrBlocks]),
        key: `alibabaVpc${index}`,
        vpcId,
    }));
    const nobodys = box("alibabaVpc", "VPCs of the CEN", undefined, "unknown", []);
    const router =
        transitRouter === undefined
            ? box("transitRouter", "Basic CEN", cenId, stateOf(cenPresence), [missing(cenPresence)])
            : box("transitRouter", "Transit router", transitRouter.transitRouterId, stateOf(transitRouter.presence), [
                  missing(transitRouter.presence),
                  labelled("table", transitRouter.routeTableId),
              ]);
    const cen = {
        key: "cen",
        title: "CEN",
        subtitle: cenId ?? "",
        nodes: [router],
        groups: [],
    };
    const { vbrId, name, status, asn, vlanId, address } = borderRouter;
    return {
        key: "alibaba",
        title: "Alibaba Cloud",
        subtitle: placeOf(alibaba),
        nodes: [
            ...(vpcs.length > 0 ? vpcs : [{ ...nobodys, key: "alibabaVpc0" }]),
            ...(transitRouter === undefined ? [router] : []),
            box("borderRouter", "VBR", vbrId, stateOf(status), [
                name,
                joined(status, labelled("AS", asn), labelled("VLAN", vlanId)),
                address,
            ]),
        ],
        groups: transitRouter === undefined ? [] : [cen],
    };
}

function awsCloud(aws: AwsView): TopologyGroup {
    const { vpc, gateway, directConnectGateway: forwarder, virtualInterface, connection } = aws;
    const tables = vpc.routeTables.map(({ routeTableId, propagates }) => {
        const learns = propagates === undefined ? "" : propagates ? "learns routes" : "does not learn routes";
        return joined(routeTableId, learns);
    });
    return {
        key: "aws",
        title: "AWS",
        subtitle: placeOf(aws),
        nodes: [
            box("awsVpc", "VPC", vpc.vpcId, stateOf(vpc.presence), [
                missing(vpc.presence),
                ...vpc.cidrBlocks,
                ...tables,
            ]),
            box("gateway", "Virtual private gateway", gateway.vpnGatewayId, stateOf(gateway.status), [
                joined(gateway.status, labelled("AS", gateway.asn)),
            ]),
            ...(forwarder === undefined
                ? []
                : [
                      box(
                          "directConnectGateway",
                          "Direct Connect gateway",
                          forwarder.directConnectGatewayId,
                          stateOf(forwarder.presence),
                          [missing(forwarder.presence), labelled("AS", forwarder.asn)],
                      ),
                  ]),
            box(
                "virtualInterface",
                "Private virtual interface",
                virtualInterface.virtualInterfaceId,
                stateOf(virtualInterface.status),
                [joined(virtualInterface.status, labelled("VLAN", virtualInterface.vlanId)), virtualInterface.address],
            ),
            box("connection", "Hosted connection", connection.connectionId, stateOf(connection.status), [
                connection.name,
                joined(connection.status, labelled("VLAN", connection.vlanId)),
            ]),
        ],
        groups: [],
    };
}

function circuitNode({
    physicalConnectionId,
    status,
    businessStatus,
    bandwidth,
    accessPointId,
    location,
}: CircuitView): TopologyNode {
    return box("circuit", "Private circuit", physicalConnectionId, stateOf(status, businessStatus), [
        joined(status, businessStatus, bandwidth),
        [accessPointId, location].filter((end) => end !== undefined).join(" to "),
    ]);
}

function alibabaLinks({ vpcs, attachment }: AlibabaView): TopologyLink[] {
    const ofVpcs = vpcs.map(({ vpcId, attachmentStatus, synchronises }, index): TopologyLink => ({
        ...line("alibabaVpcAttachment", `alibabaVpc${index}`, "transitRouter", stateOf(attachmentStatus), [
            attachmentStatus,
            synchronises === undefined ? "" : synchronises ? "routes synchronised" : "routes not synchronised",
        ]),
        vpcId,
    }));
    const ofNobody = line("alibabaVpcAttachment", "alibabaVpc0", "transitRouter", "unknown", []);
    const { status, publishes } = attachment;
    return [
        ...(ofVpcs.length > 0 ? ofVpcs : [ofNobody]),
        line("borderRouterAttachment", "transitRouter", "borderRouter", stateOf(status), [
            status,
            publishes === undefined ? "" : publishes ? "routes published" : "routes not published",
        ]),
    ];
}

/** One word where both sides say the same, as they do of what nobody has looked at. */
function sessionNode({ alibaba, aws, keys }: SessionView, state: State): TopologyNode {
    const ofKeys = { equal: "MD5 keys equal", different: "MD5 keys differ", none: "no MD5 key" };
    return box("session", "BGP", undefined, state, [
        [...new Set(present([alibaba, aws]))].join(" / "),
        keys === undefined ? "" : ofKeys[keys],
    ]);
}

function awsLinks({ gateway, directConnectGateway: forwarder, virtualInterface }: AwsView): TopologyLink[] {
    const end = forwarder === undefined ? "gateway" : "directConnectGateway";
    return [
        line("gatewayAttachment", "awsVpc", "gateway", stateOf(gateway.attachmentStatus), [gateway.attachmentStatus]),
        ...(forwarder === undefined ? [] : [joining("attachment", "gateway", end, stateOf(forwarder.presence))]),
        joining("attachment", end, "virtualInterface", stateOf(virtualInterface.status)),
        joining("attachment", "virtualInterface", "connection", stateOf(virtualInterface.status)),
    ];
}
